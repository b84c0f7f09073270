"""The addresses below a lesson and a module, in words of each language."""

from collections.abc import Mapping
from typing import Any

from education.bilingual.languages import active

STEP = "step/"  # the same in both languages: outside checks rely on it

# Where the French address differs from the English one.
_FRENCH = {
    "handout/": "feuille/",
    "answers/": "corrige/",
    "review/week/": "revision/semaine/",
    "review/month/": "revision/mois/",
}


def below(language: str, rest: str) -> str:
    """Return an address below a page, given in English, in the words of a language."""
    return _translated(rest, _FRENCH) if language == "fr" else rest


def in_english(language: str, rest: str) -> str | None:
    """Return an address below a page as English writes it; None for one in another language's words."""
    if language != "fr":
        return rest
    is_english = any(rest.startswith(english) for english in _FRENCH)
    return None if is_english else _translated(rest, {french: english for english, french in _FRENCH.items()})


def alternates(page: Any, rest: str) -> dict[str, str]:
    """Return, in each language, the path of what stands below a page at `rest`, in the active language."""
    english = in_english(active(), rest)
    return {
        language: url + (rest if english is None else below(language, english))
        for language, url in page.alternates.items()
    }


def _translated(rest: str, words: Mapping[str, str]) -> str:
    for start, other in words.items():
        if rest.startswith(start):
            return other + rest[len(start) :]
    return rest
