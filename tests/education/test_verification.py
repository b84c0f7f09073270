"""Whoever deploys hears of each fact that nobody has verified lately; the editor sees the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.users.models import UserProfile

from education.help.records import SERVICES, service
from education.provinces.records import FACTS, PROVINCES, TIERS
from education.verification import Reason, doubts, province_doubts, service_doubts

TODAY = date(2026, 5, 3)


def verified(days_ago):
    return replace(service("211"), verified_on=TODAY - timedelta(days=days_ago))


def service_reasons(*services):
    return [doubt.reason for doubt in service_doubts(TODAY, services)]


def test_a_record_never_verified_is_named_with_where_to_begin():
    assert [str(doubt) for doubt in service_doubts(TODAY, [service("211")])] == [
        "services.toml: 211: never verified; begin at https://211.ca/"
    ]


def test_a_record_stays_good_for_ninety_days_and_no_longer():
    assert service_reasons(verified(0), verified(90)) == []
    assert service_reasons(verified(91)) == [Reason.OLD]


def test_a_day_that_has_not_come_yet_verifies_nothing():
    assert service_reasons(verified(-1)) == [Reason.TO_COME]


def test_each_fact_and_expectation_of_a_place_is_verified_for_itself():
    place = PROVINCES["ON"]
    checked = replace(place, emergency=replace(place.emergency, verified_on=TODAY))
    records = [doubt.record for doubt in province_doubts(TODAY, {"ON": checked})]
    known = [name for name in FACTS if getattr(place, name)]
    assert records == [f"ON {name}" for name in (*known, *TIERS) if name != "emergency"]


def test_everything_as_shipped_is_in_doubt():
    found = doubts(TODAY)
    assert {doubt.record for doubt in found if doubt.file == "services.toml"} == set(SERVICES)
    assert {doubt.record.split()[0] for doubt in found if doubt.file == "provinces.toml"} == set(PROVINCES)


@pytest.mark.parametrize(("language", "words"), [("en", "never verified"), ("fr", "jamais vérifié")])
def test_the_editors_report_shows_every_doubt_with_its_source(client, editor, language, words):
    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = language
    profile.save()
    client.force_login(editor)
    html = client.get("/admin/reports/verify/").content.decode()
    found = doubts(timezone.localdate())
    assert html.count(words) >= len(found)
    for doubt in found:
        assert doubt.record in html
        assert doubt.source in html


def test_the_report_is_for_editors_only(client, db):
    assert client.get("/admin/reports/verify/").status_code == 302
