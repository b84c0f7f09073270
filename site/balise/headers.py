"""Set the security headers of each area; a view or a preview may set its own first."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from balise import scripts
from balise.areas import Area, area_of

PUBLIC_POLICY = (
    f"default-src 'none'; script-src 'self' {scripts.EXIT_HASH}; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types balise"
)
# The editor's area answers with our own error pages too, so it allows the exit's script.
ADMIN_POLICY = (
    f"default-src 'none'; script-src 'self' {scripts.EXIT_HASH}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
    "frame-ancestors 'self'; base-uri 'none'; object-src 'none'"
)
# A preview stands in a frame of the admin and carries Wagtail's user bar with its checks.
PREVIEW_POLICY = ADMIN_POLICY
_POLICIES = {Area.PUBLIC: PUBLIC_POLICY, Area.SIGNED_IN: PUBLIC_POLICY, Area.ADMIN: ADMIN_POLICY}
# With no-referrer Chromium sends `Origin: null` and a form checked against forgery answers 403.
_REFERRER = {Area.PUBLIC: "no-referrer", Area.SIGNED_IN: "same-origin", Area.ADMIN: "same-origin"}
_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=(), payment=(), usb=()",
}


class Headers:
    """Middleware: the outermost, so that errors carry the headers too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        preview = getattr(request, "is_dummy", False)
        area = area_of(request.path)
        framed = preview or area is Area.ADMIN
        policy = PREVIEW_POLICY if preview else _POLICIES[area]
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Referrer-Policy", _REFERRER[area])
        response.headers.setdefault("X-Frame-Options", "SAMEORIGIN" if framed else "DENY")
        if area is not Area.PUBLIC:
            response.headers.setdefault("Cache-Control", "no-store")
        for name, value in _EVERYWHERE.items():
            response.headers.setdefault(name, value)
        return response
