"""The gallery: every component with its examples, in one language; development only."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from balise import scripts

COMPONENTS = Path(__file__).resolve().parent.parent / "components"

Example = dict[str, Any]


def gallery(request: HttpRequest, lang: str) -> HttpResponse:
    """Show each component with its examples, in the language of the path."""
    with translation.override(lang):
        shown = {"kind": "gallery", "components": list(_shown(lang)), "chrome": frame(lang)}
        return render(request, "balise/gallery.html", shown)


def component_names() -> list[str]:
    """Name every component, in the order of the alphabet."""
    return sorted(path.parent.name for path in COMPONENTS.glob("*/examples.toml"))


@cache
def examples(component: str) -> dict[str, Any]:
    """Read a component's examples, as they are written."""
    return tomllib.loads((COMPONENTS / component / "examples.toml").read_text(encoding="utf-8"))


def context(example: Example, lang: str) -> dict[str, Any]:
    """Lay the texts of one language over what an example says in any language."""
    return _merged(example.get("context", {}), example[lang])


def rendered(component: str, example: Example, lang: str) -> SafeString:
    """Render one example in the active language."""
    return render_to_string(f"{component}/{component}.html", context(example, lang))


def frame(lang: str) -> dict[str, Any]:
    """Return what surrounds the gallery: the header's first example, so that the frame is an example too."""
    addresses = {"en": "/gallery/", "fr": "/gallery/fr/"}
    other = "fr" if lang == "en" else "en"
    example: dict[str, Any] = context(examples("site-header")["example"][0], lang)["chrome"]
    own = {"toggle_url": addresses[other], "canonical_url": "", "alternate_url": ""}
    return example | own | {"exit_script": mark_safe(scripts.EXIT)}  # noqa: S308  our own file


def _shown(lang: str) -> Iterator[dict[str, Any]]:
    for name in component_names():
        content = examples(name)
        # A part of the frame stands once on a page (one banner, one exit): the gallery wears it instead.
        framed = content.get("frame", False)
        shown = [] if framed else content["example"]
        yield {
            "name": name,
            "framed": framed,
            "examples": [{"name": each["name"], "html": rendered(name, each, lang)} for each in shown],
        }


def _merged(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
