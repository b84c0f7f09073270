"""The two languages of the site, and the one in which something is being said now."""

from django.utils import translation

LANGUAGES = ("en", "fr")


def active() -> str:
    """Return "en" or "fr": the language of the path, the preview or the editor; English where none is set."""
    return "fr" if (translation.get_language() or "").startswith("fr") else "en"
