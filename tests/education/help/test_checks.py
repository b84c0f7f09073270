"""Whoever deploys hears of each record that nobody has verified lately."""

from dataclasses import replace
from datetime import date, timedelta

from education.help.checks import doubts
from education.help.records import SERVICES, service

TODAY = date(2026, 5, 3)


def verified(days_ago):
    return replace(service("211"), verified_on=TODAY - timedelta(days=days_ago))


def test_a_record_never_verified_is_named_with_where_to_begin():
    assert [str(doubt) for doubt in doubts(TODAY, [service("211")])] == [
        "211: never verified (begin at https://211.ca/)"
    ]


def test_a_record_stays_good_for_ninety_days_and_no_longer():
    assert doubts(TODAY, [verified(0), verified(90)]) == []
    assert "more than 90 days ago" in doubts(TODAY, [verified(91)])[0].reason


def test_a_day_that_has_not_come_yet_verifies_nothing():
    assert "has not come yet" in doubts(TODAY, [verified(-1)])[0].reason


def test_every_record_as_shipped_is_in_doubt():
    assert [doubt.service_id for doubt in doubts(TODAY)] == list(SERVICES)
