"""Refuse what would go live in one language only, or broken, politely and at the right field."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from education.bilingual import parity
from education.bilingual.parity import Gap


@dataclass(frozen=True)
class Obstacle:
    """One thing that keeps a page from going live, and the form field that an editor has to mend."""

    field: str
    message: str


def message(gap: Gap) -> str:
    """Say in one sentence what one gap is."""
    if gap.language == "fr":
        return _("“%(text)s” has no French yet. A page goes live in both languages or not at all.") % {
            "text": gap.text.label
        }
    return _("“%(text)s” has no English yet. A page goes live in both languages or not at all.") % {
        "text": gap.text.label
    }


def obstacles(page: Any, *, by_hand: bool = False) -> list[Obstacle]:
    """Return what keeps a page from going live; `by_hand` also what an editor can still do better."""
    gaps = [Obstacle(gap.field, message(gap)) for gap in parity.gaps(page)]
    return [*gaps, *page.own_obstacles(by_hand=by_hand)]


def explain(found: list[Obstacle]) -> str:
    """Say everything that is in the way, one line each."""
    return "\n".join(dict.fromkeys(obstacle.message for obstacle in found))


def errors_by_field(found: list[Obstacle]) -> dict[str, list[str]]:
    """Group the messages by form field."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for obstacle in found:
        if obstacle.message not in grouped[obstacle.field]:
            grouped[obstacle.field].append(obstacle.message)
    return dict(grouped)


def require_readiness(page: Any) -> None:
    """Raise ValidationError, keyed by field, unless the page is whole in both languages and sound."""
    found = obstacles(page)
    if found:
        raise ValidationError({field: lines for field, lines in errors_by_field(found).items()})
