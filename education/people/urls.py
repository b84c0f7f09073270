"""The account pages, under /en/account/ and /fr/account/."""

from django.urls import include, path
from django.views.generic import RedirectView

from education.people import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="mfa_index")),
    # An administrator changes an address: whoever finds a screen open must not take the account along.
    path("email/", views.closed),
    path("", include("allauth.urls")),
]
