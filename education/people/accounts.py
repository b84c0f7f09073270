"""How people sign in: an editor is invited, guesses are slowed down, and nobody signs up alone."""

import ipaddress
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import respond_429
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

_TOO_MANY = frozenset({"too_many_login_attempts", "rate_limited"})


class AccountAdapter(DefaultAccountAdapter):
    """The account library's rules, closed where Balise does not need them open."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse sign-up: an administrator creates the account."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return whose tries are counted; raise PermissionDenied when the server names nobody."""
        found = client_address(
            request.META.get("REMOTE_ADDR", ""),
            request.META.get("HTTP_X_FORWARDED_FOR", ""),
            settings.TRUSTED_PROXIES,
        )
        if not found:
            raise PermissionDenied("The server passed on no client address.")
        return found

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sign letters with the site's name, not with its host."""
        site = {"name": settings.WAGTAIL_SITE_NAME, "domain": urlsplit(settings.PUBLIC_URL).netloc}
        super().send_mail(template_prefix, email, {"current_site": site, **context})

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Lead to the site's own address: whoever asks for the letter names the host, and the port."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.PUBLIC_URL + path.replace("UID-KEY", quote(key))

    def validation_error(self, code: str, *args: Any) -> Exception:
        """Answer 429 in place of a form that says the same with status 200."""
        if code in _TOO_MANY:
            raise ImmediateHttpResponse(respond_429(self.request))
        error: Exception = super().validation_error(code, *args)
        return error

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Send an editor to the editor, and anybody else to their own account."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("wagtailadmin_home")
        return reverse("mfa_index")


def client_address(remote: str, forwarded: str, trusted: Iterable[str]) -> str:
    """Return the nearest address that is not one of our own proxies; "" when none can be read.

    Whoever connects may write anything into X-Forwarded-For: only what a trusted proxy added counts.
    """
    networks = [ipaddress.ip_network(proxy, strict=False) for proxy in trusted]
    address = _parse(remote)
    for hop in reversed(forwarded.split(",")):
        if address is None or not any(address in network for network in networks):
            break
        earlier = _parse(hop)
        if earlier is None:
            break
        address = earlier
    return str(address) if address else ""


def _parse(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
