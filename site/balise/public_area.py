"""Keep public pages the same bytes for everybody: no cookie in, no cookie out, compressed."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_cache_control

from balise.areas import Area, area_of
from balise.errors import bad_request

MOST_BYTES = 64 * 1024  # an answer or a search; Django's own limit does not count files
_TEXT = ("text/", "application/xml")  # a picture is compressed already
_SHARED = {"public": True, "max_age": 60}
_PRIVATE = {"no_store": True}


class PublicArea:
    """Middleware: on public paths drop request cookies, and let responses be shared."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        # Pages of other areas hold secrets beside the reader's own words: never compressed.
        self.gzip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if area_of(request.path) is not Area.PUBLIC or getattr(request, "is_dummy", False):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > MOST_BYTES:
            response = bad_request(request)
        else:
            response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith(_TEXT) and not response.streaming:
            response = cast(HttpResponse, self.gzip.process_response(request, response))
        self._forget_cookies(response)
        if not response.has_header("Cache-Control"):
            shared = request.method in ("GET", "HEAD") and response.status_code == 200
            patch_cache_control(response, **_SHARED if shared else _PRIVATE)
        return response

    @staticmethod
    def _forget_cookies(response: HttpResponse) -> None:
        response.cookies.clear()
        varies = [name.strip() for name in response.get("Vary", "").split(",")]
        kept = [name for name in varies if name and name.lower() != "cookie"]
        if kept:
            response["Vary"] = ", ".join(kept)
        elif response.has_header("Vary"):
            del response["Vary"]
