"""Pages that need no database: the splash, help, and where to report."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from balise.chrome import fixed
from education.help.cards import all_cards

_DANGER_FIRST = ("emergency", "988", "child-protection")
REPORT_SERVICES = (*_DANGER_FIRST, "cybertip", "police", "needhelpnow", "youth-legal-aid")


def splash(request: HttpRequest) -> HttpResponse:
    """Offer both languages; never guess one."""
    return render(
        request, "splash.html", {"languages": [_half(code) for code in ("en", "fr")], "kind": "splash"}
    )


def help_page(request: HttpRequest, language: str) -> HttpResponse:
    """Show every service, danger first."""
    return render(request, "help.html", {"services": all_cards(language), "kind": "help", "discreet": True})


def report_page(request: HttpRequest, language: str) -> HttpResponse:
    """Show who takes reports, and what to keep."""
    by_id = {card.id: card for card in all_cards(language)}
    services = [by_id[name] for name in REPORT_SERVICES]
    return render(request, "report.html", {"services": services, "kind": "help", "discreet": True})


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
