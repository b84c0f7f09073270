"""Error pages that need no database: in the language of their path, with help and the exit."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from balise.areas import language_of
from balise.chrome import chrome
from education.bilingual.languages import active
from education.help.cards import cards_for_errors


def error_page(request: HttpRequest, code: int, heading: str, explanation: str) -> HttpResponse:
    """Render an error without asking for a user, a session or a database."""
    request.is_error = True  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "code": code,
        "heading": heading,
        "explanation": explanation,
        "services": cards_for_errors(active()),
        "discreet": True,
        **chrome(request),
    }
    response = HttpResponse(render_to_string("error.html", context), status=code)
    response["Cache-Control"] = "no-store"
    return response


def _in_language_of(request: HttpRequest) -> Any:
    return translation.override(language_of(request.path) or "en")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with _in_language_of(request):
        return error_page(request, 400, _("We could not read that"), _("Go back and try again."))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with _in_language_of(request):
        return error_page(
            request, 403, _("This page is not open to you"), _("Sign in, or go to the home page.")
        )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    with _in_language_of(request):
        text = _(
            "The page was open for too long, or cookies are off. Load it again and repeat the last step."
        )
        return error_page(request, 403, _("We could not check that the form was yours"), text)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with _in_language_of(request):
        text = _("The address may be misspelled, or the page may be gone. Try the search or the home page.")
        return error_page(request, 404, _("This page is not here"), text)


def not_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Answer 404 for a part of the editor that Balise leaves out."""
    return page_not_found(request)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    with _in_language_of(request):
        text = _("Wait five minutes, then try again. If you forgot your password, ask for a new one.")
        return error_page(request, 429, _("That was too many tries"), text)


def server_error(request: HttpRequest) -> HttpResponse:
    with _in_language_of(request):
        text = _("It is our fault, not yours. Try again in a few minutes. Help is still here:")
        return error_page(request, 500, _("Something went wrong on our side"), text)
