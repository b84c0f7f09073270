"""The splash: both languages, and help, before anything else. It needs no database."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from balise.chrome import fixed


def splash(request: HttpRequest) -> HttpResponse:
    """Offer both languages; never guess one."""
    return render(
        request, "splash.html", {"languages": [_half(code) for code in ("en", "fr")], "kind": "splash"}
    )


def _half(language: str) -> dict[str, str]:
    with translation.override(language):
        return {
            "html_lang": f"{language}-CA",
            "heading": _("A calm place to learn and get help"),
            "tagline": _("Safe online, and somebody to turn to."),
            "url": f"/{language}/",
            "label": {"en": "Continue in English", "fr": "Continuer en français"}[language],
            "help_url": fixed("help", language),
            "help_label": _("Get help now"),
            "exit_url": settings.EXIT_URLS[language],
            "exit_label": _("Leave quickly"),
            "exit_hint": _("It does not erase history"),
            "leaving_url": fixed("leaving", language),
        }
