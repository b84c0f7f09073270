"""Promises of the record itself: services.toml as it stands."""

import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from education.help.records import SERVICES, UnknownServiceError, service
from education.help.schema import PROVINCES
from education.record_fields import LANGUAGES

ROOT = Path(__file__).parents[3]
IDS = {
    "emergency",
    "police",
    "cybertip",
    "needhelpnow",
    "kids-help-phone",
    "988",
    "child-protection",
    "take-it-down",
    "tel-jeunes",
    "ligneparents",
    "hope-for-wellness",
    "kamatsiaqtut",
    "victim-services",
    "info-aide",
    "211",
    "811",
    "youth-legal-aid",
    "talking-for-change",
    "ca-suffit",
    "rcmp",
    "emergency-nunavut",
    *(f"child-protection-{code.lower()}" for code in PROVINCES),
}
ONE_NAME = {
    "tel-jeunes",
    "ligneparents",
    "info-aide",
    "take-it-down",
    "211",
    "811",
    "talking-for-change",
    "ca-suffit",
}
PROSE = ("summary", "audience", "what_happens", "what_they_do", "name_or_status_asked", "languages")

each_service = pytest.mark.parametrize("one", SERVICES.values(), ids=SERVICES.keys())
each_language = pytest.mark.parametrize("language", LANGUAGES)


def french(one):
    return {
        field: text
        for field, text in asdict(one.words["fr"]).items()
        if text and field not in ("web", "form")
    }


def test_every_service_the_content_may_name_is_there():
    assert set(SERVICES) == IDS


def test_danger_comes_first_then_suicide_then_someone_to_talk_to():
    assert list(SERVICES)[:4] == ["emergency", "emergency-nunavut", "988", "kids-help-phone"]


def test_nothing_is_marked_verified_by_the_project():
    assert [one.id for one in SERVICES.values() if one.verified_on] == []


@each_service
@each_language
def test_every_record_says_all_that_a_reader_must_know_in_both_languages(one, language):
    words = asdict(one.words[language])
    assert all(words[field].strip() for field in ("name", *PROSE))


@each_service
def test_french_is_written_and_not_left_in_english(one):
    english = asdict(one.words["en"])
    allowed = {"name"} if one.id in ONE_NAME else set()
    same = {field for field, text in french(one).items() if text == english[field]}
    assert same <= allowed


@each_service
def test_french_keeps_canadian_spacing_and_straight_apostrophes(one):
    for field, text in french(one).items():
        assert not re.search(r"(?<!\u00a0):|\s[;?!]|«(?!\u00a0)|(?<!\u00a0)»|[’“”]", text), field


@each_service
@each_language
def test_sentences_stay_short_enough_for_a_frightened_reader(one, language):
    text = " ".join(getattr(one.words[language], field).rstrip(".") + "." for field in PROSE)
    sentences = [s for s in re.split(r"[.?!]+[\"»\s\u00a0]+", text) if re.search(r"\w", s)]
    assert len(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text)) / len(sentences) <= 12


def test_emergency_says_what_to_do_where_911_does_not_work_and_how_deaf_callers_reach_it():
    words = service("emergency").words
    assert "If 911 does not work where you are, call your local police or RCMP" in words["en"].summary
    assert "nursing station" in words["en"].summary
    assert "poste de soins infirmiers" in words["fr"].summary
    for language in LANGUAGES:
        assert "T9-1-1" in words[language].what_happens
        assert "SRV Canada VRS" in words[language].what_happens


@pytest.mark.parametrize("service_id", ["police", "rcmp", "cybertip", "needhelpnow"])
def test_whoever_takes_a_report_is_introduced_with_the_rule_about_images(service_id):
    words = service(service_id).words
    assert (
        "Don't screenshot, copy or forward a sexual image; leave it where it is." in words["en"].what_happens
    )
    assert "Laisse-la où elle est." in words["fr"].what_happens


def test_an_unknown_id_is_refused_by_name():
    with pytest.raises(UnknownServiceError, match="'kids-phone' is not a service"):
        service("kids-phone")


def test_the_record_cannot_be_changed_in_passing():
    with pytest.raises(TypeError):
        SERVICES["988"] = service("211")
    with pytest.raises(AttributeError):
        service("988").phone = "911"
    with pytest.raises(TypeError):
        service("988").words["fr"] = service("988").words["en"]


def test_help_needs_neither_django_nor_a_database():
    modules = "education.help.finder, education.help.structured_data, education.bridge.intakes"
    code = f"import sys, {modules}; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
