"""Which facts nobody has verified lately, of helplines and provinces; the deploy check asks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from education.help import records as help_records
from education.help.records import SERVICES, Service
from education.provinces import records as province_records
from education.provinces.records import FACTS, PROVINCES, TIERS, Province

GOOD_FOR = timedelta(days=90)


class Reason(Enum):
    """Why a fact is in doubt."""

    NEVER = "never verified"
    OLD = "verified more than 90 days ago"
    TO_COME = "verified on a day that has not come yet"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fact to verify again: the file and the record it stands in, and where one begins."""

    file: str
    record: str
    reason: Reason
    verified_on: date | None
    source: str

    def __str__(self) -> str:
        day = f" ({self.verified_on.isoformat()})" if self.verified_on else ""
        return f"{self.file}: {self.record}: {self.reason.value}{day}; begin at {self.source}"


def doubts(today: date) -> list[Doubt]:
    """Every fact never verified, verified more than 90 days ago, or on a day that has not come yet."""
    return [*service_doubts(today, SERVICES.values()), *province_doubts(today, PROVINCES)]


def service_doubts(today: date, services: Iterable[Service]) -> Iterator[Doubt]:
    """The helplines in doubt."""
    for one in services:
        yield from _doubts(help_records.SOURCE.name, one.id, one, one.source, today)


def province_doubts(today: date, provinces: Mapping[str, Province]) -> Iterator[Doubt]:
    """The facts and the expectations in doubt, place by place."""
    for code, province in provinces.items():
        facts = {name: getattr(province, name) for name in FACTS} | dict(province.tiers)
        for name in (*FACTS, *TIERS):
            if fact := facts[name]:
                web = getattr(fact, "web", province.web)
                yield from _doubts(province_records.SOURCE.name, f"{code} {name}", fact, web, today)


def reason_to_doubt(verified_on: date | None, today: date) -> Reason | None:
    """Say why a fact is in doubt; None while it is good."""
    if verified_on is None:
        return Reason.NEVER
    if verified_on > today:
        return Reason.TO_COME
    return Reason.OLD if today - verified_on > GOOD_FOR else None


def _doubts(file: str, record: str, fact: Any, source: str, today: date) -> Iterator[Doubt]:
    if reason := reason_to_doubt(fact.verified_on, today):
        yield Doubt(file, record, reason, fact.verified_on, source)
