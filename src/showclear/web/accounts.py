"""Which of the accounts' pages are there? Signing in and out; nobody signs himself up.

Accounts are made by whoever keeps the box. There is no e-mail, so nothing is sent and no password
is reset by a link.
"""

from allauth.account import views
from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    # The libraries look this name up; whoever opens it is sent to sign in.
    path("signup/", RedirectView.as_view(pattern_name="account_login"), name="account_signup"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("2fa/", include("allauth.mfa.urls")),
]
