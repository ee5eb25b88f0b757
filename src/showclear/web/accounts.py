"""Which of the accounts' pages are there? Signing in and out; nobody signs himself up.

Accounts are made by whoever keeps the box. There is no e-mail, so nothing is sent and no password
is reset by a link.
"""

from allauth.account import views
from django.urls import include, path

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("2fa/", include("allauth.mfa.urls")),
]
