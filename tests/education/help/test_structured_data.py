"""The same facts as data: the fields of HSDS, and nothing that the cards do not say."""

import json
import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from education.help.records import SERVICES, Opening, service
from education.help.structured_data import described
from education.record_fields import LANGUAGES

# Those of a service in HSDS 3.0 to 3.2 that we fill.
FIELDS = {
    *("id", "name", "description", "url", "status", "interpretation_services", "application_process"),
    *("eligibility_description", "assured_date", "alert", "additional_urls", "phones", "schedules"),
    *("service_areas", "languages"),
}
each = pytest.mark.parametrize("one", SERVICES.values(), ids=SERVICES.keys())
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each
@each_language
def test_a_service_has_the_fields_of_the_specification_and_those_it_requires(one, language):
    data = described(one, language)
    assert set(data) <= FIELDS
    assert UUID(data["id"])
    assert data["name"] == one.words[language].name
    assert data["status"] == "active"


@each
def test_a_number_is_the_same_that_the_card_dials(one):
    phones = described(one, "en").get("phones", [])
    dialled = [(phone["type"], re.sub(r"\D", "", phone["number"])[-10:]) for phone in phones]
    ways = [("voice", one.phone), ("text", one.text), *(("voice", more.number) for more in one.more_phones)]
    assert dialled == [(kind, re.sub(r"\D", "", number)[-10:]) for kind, number in ways if number]


def test_identifiers_differ_and_are_the_same_in_both_languages():
    both = [[described(one, language)["id"] for one in SERVICES.values()] for language in LANGUAGES]
    assert both[0] == both[1]
    assert len(set(both[0])) == len(SERVICES)


def test_what_nobody_verified_has_no_date_and_what_somebody_did_has_it():
    assert "assured_date" not in described(service("211"), "en")
    checked = replace(service("211"), verified_on=date(2026, 5, 3))
    assert described(checked, "en")["assured_date"] == "2026-05-03"


def test_hours_are_given_as_days_and_times_or_not_at_all():
    weekdays = Opening(days=("MO", "FR"), opens="08:00", closes="16:30", zone="America/Toronto")
    one = replace(service("police"), opening=(weekdays,))
    shown = described(one, "en")["schedules"][0]
    assert (shown["byday"], shown["opens_at"], shown["closes_at"]) == ("MO,FR", "08:00", "16:30")
    assert described(service("988"), "en")["schedules"][0]["closes_at"] == "23:59"
    assert "schedules" not in described(service("police"), "en")


def test_where_a_service_is_stands_in_the_codes_of_countries_and_provinces():
    assert [area["name"] for area in described(service("tel-jeunes"), "fr")["service_areas"]] == ["CA-QC"]
    assert [area["name"] for area in described(service("988"), "fr")["service_areas"]] == ["CA"]


@pytest.mark.parametrize(
    ("address", "name"), [("/en/help/", "Kids Help Phone"), ("/fr/aide/", "Jeunesse, J'écoute")]
)
def test_the_help_page_leads_to_its_data_which_needs_no_database(client, address, name):
    page = client.get(address).content.decode()
    found = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)"', page)[1]
    response = client.get(found)
    assert response["Content-Type"] == "application/json"
    data = json.loads(response.content)
    assert data["language"] == address[1:3]
    assert name in [one["name"] for one in data["services"]]
    assert len(data["services"]) == len(SERVICES)
