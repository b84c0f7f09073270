"""The report page: what to keep and what happens next, then the way there. It needs no database."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from balise.chrome import fixed, reading
from education.help.cards import cards_of

_FIRST = ("emergency", "988")
_OTHERS = ("kids-help-phone", "child-protection", "police", "needhelpnow", "youth-legal-aid")


def report_page(request: HttpRequest, language: str) -> HttpResponse:
    """Show who takes reports, and what comes of one before the way to them."""
    context = {
        "first": cards_of(_FIRST, language),
        "intake": settings.TIP_INTAKE.card(language),
        "others": cards_of(_OTHERS, language),
        "more": reading("reporting", language),
        "finder_url": fixed("help", language),
        "kind": "help",
        "discreet": True,
    }
    return render(request, "report.html", context)
