"""Which address shows which page?"""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
]
