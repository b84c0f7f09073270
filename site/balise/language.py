"""Take the language from the path alone: never from a header, a cookie or a guess."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from balise.areas import language_of


class LanguageOfPath:
    """Middleware: the language of the path is active for this request and no longer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path) or settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        if language_of(request.path):
            response.headers.setdefault("Content-Language", f"{language}-CA")
        return response
