"""Which records nobody has verified lately; the site's deploy check asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from education.help.records import SERVICES, Service

GOOD_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A record to verify again, and why."""

    service_id: str
    reason: str
    source: str

    def __str__(self) -> str:
        return f"{self.service_id}: {self.reason} (begin at {self.source})"


def doubts(today: date, services: Iterable[Service] | None = None) -> list[Doubt]:
    """The records never verified, verified more than 90 days ago, or on a day that has not come yet."""
    chosen = SERVICES.values() if services is None else services
    return [
        Doubt(one.id, reason, one.source) for one in chosen if (reason := _reason(one.verified_on, today))
    ]


def _reason(verified_on: date | None, today: date) -> str:
    if verified_on is None:
        return "never verified"
    if verified_on > today:
        return f"verified on {verified_on.isoformat()}, which has not come yet"
    if today - verified_on > GOOD_FOR:
        return f"last verified on {verified_on.isoformat()}, more than {GOOD_FOR.days} days ago"
    return ""
