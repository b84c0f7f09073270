"""What stands in front of the editor: its sign-in, its account page, and doors that stay shut."""

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


def sign_in(request: HttpRequest) -> HttpResponse:
    """Lead to the account library, where the second factor is; never sign anybody in here.

    Raise PermissionDenied for somebody who is signed in but is no editor: sending them back to
    the sign-in page would send them round in circles.
    """
    wanted = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        wanted = reverse("wagtailadmin_home")
    if request.user.is_anonymous:
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")
    if request.user.has_perm("wagtailadmin.access_admin"):
        return HttpResponseRedirect(wanted)
    raise PermissionDenied("Signed in, but no editor.")


def refuse(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Refuse what would restrict pages: the shared cache serves the same bytes to everybody."""
    raise PermissionDenied("The site has no private pages.")


def closed(request: HttpRequest) -> HttpResponse:
    """Answer that the account library's page is not there."""
    raise Http404("Closed.")


class EditorAccountView(AccountView):
    """An editor's own settings, without the portrait: it would be an upload that nothing checks."""

    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]
