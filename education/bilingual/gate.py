"""Refuse what would go live in one language only, politely and at the right field."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from education.bilingual import parity
from education.bilingual.parity import Gap


def message(gap: Gap) -> str:
    """Say in one sentence what one gap is."""
    if gap.language == "fr":
        return _("“%(text)s” has no French yet. A page goes live in both languages or not at all.") % {
            "text": gap.text.label
        }
    return _("“%(text)s” has no English yet. A page goes live in both languages or not at all.") % {
        "text": gap.text.label
    }


def explain(gaps: list[Gap]) -> str:
    """Say everything that is missing, one line each."""
    return "\n".join(dict.fromkeys(message(gap) for gap in gaps))


def errors_by_field(gaps: list[Gap]) -> dict[str, list[str]]:
    """Group the messages by the form field that an editor has to fill."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for gap in gaps:
        if message(gap) not in grouped[gap.field]:
            grouped[gap.field].append(message(gap))
    return dict(grouped)


def require_both_languages(page: Any) -> None:
    """Raise ValidationError, keyed by field, unless the page is whole in both languages."""
    gaps = parity.gaps(page)
    if gaps:
        raise ValidationError({field: lines for field, lines in errors_by_field(gaps).items()})
