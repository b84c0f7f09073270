"""What surrounds every page: the exit, the toggle, navigation; it needs no database and no request user."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.safestring import mark_safe

from balise import scripts
from balise.areas import language_of
from education.bilingual.languages import LANGUAGES, active

_LABELS = {"en": "English", "fr": "Français"}


@cache
def navigation() -> dict[str, Any]:
    """Return the static navigation."""
    return tomllib.loads(Path(__file__).with_name("navigation.toml").read_text(encoding="utf-8"))


def fixed(name: str, language: str) -> str:
    """Return the address of one of our own routes, such as `help`, in a language."""
    return f"/{language}/{navigation()['fixed'][name][language]}"


def reading(key: str, language: str) -> dict[str, str]:
    """Return label and address of a page where somebody who looks for help can read on."""
    page = navigation()["reading"][key][language]
    return {"label": page["label"], "url": f"/{language}/{page['path']}"}


def alternates_of(request: HttpRequest) -> dict[str, str]:
    """Return the very same page's path in each language, for pages, fixed routes and errors alike."""
    known = getattr(request, "alternates", None)
    if known:
        return dict(known)
    language = language_of(request.path)
    if language is None:
        return {code: f"/{code}/" for code in LANGUAGES}
    for name in navigation()["fixed"]:
        if request.path == fixed(name, language):
            return {code: fixed(name, code) for code in LANGUAGES}
    prefix, _, rest = request.path.partition(f"/{language}/")
    start = f"/{prefix.strip('/')}".rstrip("/")  # "//host" would be another site
    return {code: f"{start}/{code}/{rest}" for code in LANGUAGES}


def chrome(request: HttpRequest | None) -> dict[str, Any]:
    """Context processor: `chrome`, in the language of the path."""
    path = request.path if request is not None else "/en/"
    language = language_of(path) or active()
    other = "fr" if language == "en" else "en"
    alternates = alternates_of(request) if request is not None else {code: f"/{code}/" for code in LANGUAGES}
    surroundings = {
        "lang": language,
        "html_lang": f"{language}-CA",
        "other_lang": other,
        "other_html_lang": f"{other}-CA",
        "toggle_url": alternates[other],
        "toggle_label": _LABELS[other],
        "home_url": f"/{language}/",
        "exit_url": settings.EXIT_URLS[language],
        "exit_script": mark_safe(scripts.EXIT),  # noqa: S308  our own file
        "nav": [_entry(item, language, path) for item in navigation()["menu"]],
        "footer": [_entry(item, language, path) for item in navigation()["footer"]],
        **_addresses(request, language, alternates),
        "operator_name": settings.OPERATOR_NAME,
        "operator_contact": settings.OPERATOR_CONTACT,
    }
    surroundings |= {f"{name}_url": fixed(name, language) for name in navigation()["fixed"]}
    return {"chrome": surroundings}


def _addresses(request: HttpRequest | None, language: str, alternates: dict[str, str]) -> dict[str, str]:
    """Return what search engines are told: nothing of errors and account pages."""
    if request is not None and request.path == "/":
        return {"canonical_url": f"{settings.PUBLIC_URL}/", "alternate_url": ""}
    fixed_paths = [fixed(name, language) for name in navigation()["fixed"]]
    known = request is not None and (getattr(request, "alternates", None) or request.path in fixed_paths)
    if not known or getattr(request, "is_error", False):
        return {"canonical_url": "", "alternate_url": ""}
    here, there = (alternates[code] for code in (language, "fr" if language == "en" else "en"))
    return {"canonical_url": settings.PUBLIC_URL + here, "alternate_url": settings.PUBLIC_URL + there}


def _entry(item: dict[str, dict[str, str]], language: str, path: str) -> dict[str, Any]:
    url = f"/{language}/{item[language]['path']}"
    label, current = item[language]["label"], path.startswith(url)
    return {"label": label, "url": url, "current": current, "exact": path == url}
