"""The public search: one entry per page and language, filled on publish, blind to accents and case."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from education.bilingual import parity
from education.bilingual.languages import LANGUAGES

if TYPE_CHECKING:
    from education.bilingual.models import BilingualPage

MOST_WORDS = 8
MOST_RESULTS = 50
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": " ", "'": " "})


@dataclass(frozen=True)
class Result:
    """One found page, in the language that was searched."""

    title: str
    summary: str
    url: str
    kind: str


def fold(text: str) -> str:
    """Return the words of a text in lower case, without accents, each after one space."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return "".join(f" {word}" for word in re.findall(r"[a-z0-9]+", letters))


def index(page: "BilingualPage") -> None:
    """Write the entries of a live page, one per language."""
    from education.bilingual.models import SearchEntry

    for language in LANGUAGES:
        title = page.in_language("title", language)
        summary = page.in_language("search_description", language)
        entry = {
            "title": title,
            "summary": summary,
            "folded_title": fold(title),
            "folded_text": fold(" ".join([title, summary, *_words(page, language)])),
        }
        SearchEntry.objects.update_or_create(page_id=page.pk, language=language, defaults=entry)


def forget(page: "BilingualPage") -> None:
    """Remove the entries of a page that is no longer live."""
    from education.bilingual.models import SearchEntry

    SearchEntry.objects.filter(page_id=page.pk).delete()


def find(query: str, language: str) -> list[Result]:
    """Return pages that hold every word of the query, those with the words in their title first."""
    from education.bilingual.models import SearchEntry

    words = fold(query).split()[:MOST_WORDS]
    if not words:
        return []
    stems = [word.rstrip("s") if len(word) > 4 else word for word in words]
    everywhere, in_title = Q(), Q()
    for stem in stems:
        everywhere &= Q(folded_text__contains=f" {stem}")
        in_title &= Q(folded_title__contains=f" {stem}")
    entries = SearchEntry.objects.filter(everywhere, language=language, page__live=True).select_related(
        "page", "page__content_type"
    )
    found = list(entries.order_by("title")[: MOST_RESULTS * 4])
    titled = set(
        SearchEntry.objects.filter(in_title, pk__in=[e.pk for e in found]).values_list("pk", flat=True)
    )
    found.sort(key=lambda entry: entry.pk not in titled)
    return [_result(entry, language) for entry in found[:MOST_RESULTS]]


def _result(entry: Any, language: str) -> Result:
    model = entry.page.content_type.model_class()
    kind = model.get_verbose_name() if model else ""
    return Result(entry.title, entry.summary, entry.page.url_in(language), kind)


def _words(page: "BilingualPage", language: str) -> list[str]:
    texts = [getattr(text, language) for text in parity.texts(page)]
    return [_plain(text) for text in texts if not parity.is_empty(text)]


def _plain(value: Any) -> str:
    if isinstance(value, StreamValue):
        return " ".join(_plain(text) for text in _strings(value.get_prep_value()))
    if isinstance(value, RichText):
        value = value.source
    return strip_tags(str(value).replace("<", " <"))


def _strings(data: Any) -> list[str]:
    """Return every text of a stream's raw value, leaving out ids and block types."""
    if isinstance(data, list):
        return [text for item in data for text in _strings(item)]
    if isinstance(data, dict):
        kept = {
            key: item for key, item in data.items() if key not in ("id", "type", "tone", "drawing", "kind")
        }
        return [text for item in kept.values() for text in _strings(item)]
    return [data] if isinstance(data, str) else []
