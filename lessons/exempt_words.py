"""Find the words that weigh no syllables in a reading level: names, a few terms, and numbers.

They are words of their sentence all the same. A page cannot choose how long the name of a town or a service
is; but it could hide a hard text behind capitals, so the rule is narrow:

- A word is a name where it has a capital inside a sentence: after a word, a comma, a title or an elision
  (l'Alberta). Its other occurrences with a capital are exempt with it.
- What the same text writes small as well is no name, nor is a day or a month. A sentence of mostly capitals
  shows none.
- Where names are more than a sixth of the words, none of them is exempt.

The terms stand in exempt_words.toml, each with its reason.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from lessons.sentences import TITLES, WORD

MOST_NAMES = 1 / 6

Spelled = list[tuple[re.Match[str], str]]  # the words of a sentence: where each stands, and its core

_FILE = Path(__file__).with_suffix(".toml")
_ELISION = re.compile(r"^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]", re.IGNORECASE)
_BEFORE_A_NAME = re.compile(rf"(?:[\w,]|\b(?:{TITLES})\.)\s$")
_LETTER = re.compile(r"[^\W\d_]")


def exempt_words(sentences: Iterable[str], language: str) -> frozenset[str]:
    """Return the words of these sentences that weigh no syllables, as they are written."""
    spelled = [
        [(match, _core(match.group(), language)) for match in WORD.finditer(sentence)]
        for sentence in sentences
    ]
    cores = {match.group(): core for sentence in spelled for match, core in sentence}
    counted = Counter(match.group() for sentence in spelled for match, _core in sentence)
    known, terms = _names(spelled, language), _listed("terms", language)
    names = {word for word, core in cores.items() if core in known}
    if sum(counted[word] for word in names) > MOST_NAMES * counted.total():
        names = set()
    others = {word for word, core in cores.items() if core.lower() in terms or not _LETTER.search(word)}
    return frozenset(names | others)


def _names(sentences: Iterable[Spelled], language: str) -> set[str]:
    names: set[str] = set()
    ordinary = {word.capitalize() for word in _listed("ordinary", language)}
    for spelled in sentences:
        ordinary |= {core.capitalize() for _match, core in spelled if core.islower()}
        has_mostly_capitals = 2 * sum(core[0].isupper() for _match, core in spelled[1:]) >= len(spelled)
        if not has_mostly_capitals:
            names |= {core for match, core in spelled if core[0].isupper() and _is_name(match, core)}
    return names - ordinary


def _is_name(match: re.Match[str], core: str) -> bool:
    """Say whether a capital marks a name, not the beginning of a sentence or a quotation."""
    is_elided = not match.group().startswith(core)
    return len(core) > 1 and (is_elided or bool(_BEFORE_A_NAME.search(match.string, 0, match.start())))


@lru_cache(maxsize=50_000)
def _core(word: str, language: str) -> str:
    """Return a word without what is elided before it in French, or what follows its apostrophe in English."""
    return _ELISION.sub("", word) if language == "fr" else re.split("['’]", word, maxsplit=1)[0]


@cache
def _listed(kind: str, language: str) -> frozenset[str]:
    """Return the words of a list in exempt_words.toml, in small letters."""
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(word.lower() for word in lists[kind][language])
