"""One table says what each province and territory expects; a lesson plan shows it, and never as verified."""

import re
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from education.help.cards import card
from education.help.records import service
from education.help.schema import PROVINCES as CODES
from education.help.strays import stray_numbers
from education.provinces.facts import places
from education.provinces.records import FACTS, PROVINCES, TIERS, expectations, read
from education.record_fields import LANGUAGES, RecordError

ROOT = Path(__file__).parents[2]
WEST_TO_EAST_THEN_NORTH = ["BC", "AB", "SK", "MB", "ON", "QC", "NB", "NS", "PE", "NL", "YT", "NT", "NU"]
MAY_BE_EMPTY = {"schools_note", "classroom_note"}
SAME_IN_BOTH = {"Alberta", "Saskatchewan", "Manitoba", "Ontario", "Québec", "Yukon", "Nunavut"}

TIER = """
[province.{tier}]
subject = {{ en = "Health", fr = "Santé" }}
grades = {{ en = "Grades", fr = "Années" }}
sentence = {{ en = "They learn.", fr = "On apprend." }}
source = {{ en = "Ministry: Health", fr = "Ministère : Santé" }}
date = 2026-11-25
"""
FACT = """
[province.{fact}]
sentence = {{ en = "It is so.", fr = "C'est ainsi." }}
source = {{ en = "Law", fr = "Loi" }}
web = "https://example.net/"
date = 2026-11-24
"""
RECORD = (
    """
[[province]]
id = "{code}"
names = {{ en = "Name", fr = "Nom" }}
within = {{ en = "in Name", fr = "au Nom" }}
web = "https://example.org/"
protection = "child-protection"
"""
    + FACT.replace("{fact}", "emergency")
    + FACT.replace("{fact}", "reporting")
    + "".join(TIER.replace("{tier}", tier) for tier in TIERS)
)

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_tier = pytest.mark.parametrize("tier", TIERS)
each_province = pytest.mark.parametrize("province", PROVINCES.values(), ids=PROVINCES.keys())


def whole_file(**replaced):
    """A sound file of all thirteen, in which the record of a code may be replaced."""
    return "".join(replaced.get(code, RECORD.format(code=code)) for code in CODES)


def ontario(old="", new=""):
    """A sound file in which one text of Ontario's record is another."""
    record = RECORD.format(code="ON")
    assert old in record
    return whole_file(ON=record.replace(old, new, 1) if old else record)


def error_of(toml):
    with pytest.raises(RecordError) as caught:
        read(toml)
    return caught.value


def words_of(record):
    """Every text of a province with the field it stands in."""
    for field in ("names", "within", "schools_note"):
        if words := getattr(record, field):
            yield field, words
    for name in FACTS:
        if fact := getattr(record, name):
            yield f"{name}.sentence", fact.sentence
            yield f"{name}.source", fact.source
    for tier, expectation in record.tiers.items():
        for field in ("subject", "grades", "sentence", "source"):
            yield f"{tier}.{field}", getattr(expectation, field)


# What a lesson plan shows


@each_language
@each_tier
def test_every_tier_of_learners_has_all_thirteen_from_west_to_east_then_north(tier, language):
    assert [row.id for row in expectations(tier, language)] == WEST_TO_EAST_THEN_NORTH


@each_language
@each_tier
def test_a_row_is_ready_for_a_template(tier, language):
    for row in expectations(tier, language):
        texts = asdict(row)
        assert all(isinstance(text, str) for text in texts.values())
        assert {field for field, text in texts.items() if not text} <= MAY_BE_EMPTY


@each_language
@pytest.mark.parametrize("tier", ["P", "E", "H", ""])
def test_lessons_for_adults_serve_no_curriculum(tier, language):
    assert expectations(tier, language) == ()


@pytest.mark.parametrize(
    ("language", "names"), [("en", ("Québec", "Nova Scotia")), ("fr", ("Québec", "Nouvelle-Écosse"))]
)
def test_a_row_speaks_the_language_of_the_page(language, names):
    rows = {row.id: row for row in expectations("C", language)}
    assert (rows["QC"].province, rows["NS"].province) == names


@pytest.mark.parametrize(
    ("tier", "grades"),
    [
        ("A", "préscolaire et 1er cycle du primaire (1re et 2e année)"),
        ("B", "2e et 3e cycles du primaire (3e à 6e année)"),
        ("C", "1er cycle du secondaire (1re et 2e secondaire)"),
        ("D", "2e cycle du secondaire (3e à 5e secondaire)"),
    ],
)
def test_quebec_is_told_in_its_own_cycles(tier, grades):
    assert next(row for row in expectations(tier, "fr") if row.id == "QC").grades == grades


@each_tier
def test_new_brunswick_and_ontario_say_that_their_two_school_systems_differ(tier):
    for language in LANGUAGES:
        noted = {row.id for row in expectations(tier, language) if row.schools_note}
        assert {"NB", "ON"} <= noted


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("September 1, 2025", "opt-in", "Minister")),
        ("fr", ("1er septembre 2025", "consentement", "ministre")),
    ],
)
def test_alberta_warns_the_teacher_before_the_lesson(language, words):
    for tier in TIERS:
        note = next(row for row in expectations(tier, language) if row.id == "AB").classroom_note
        assert all(word in note for word in words)


# Nothing is verified until somebody did it


def test_nothing_is_marked_verified_by_the_project():
    for one in PROVINCES.values():
        facts = [getattr(one, name) for name in FACTS]
        assert not any(fact.verified_on for fact in (*facts, *one.tiers.values()) if fact), one.id


@each_language
@each_tier
def test_an_entry_without_a_day_says_that_it_is_not_verified_as_a_service_card_does(tier, language):
    unverified = card(replace(service("211"), verified_on=None), language).verified_note
    for row in expectations(tier, language):
        has_day = PROVINCES[row.id].tiers[tier].verified_on is not None
        assert (row.verified_note == unverified) == (not has_day)


@pytest.mark.parametrize(
    ("language", "note"), [("en", "Verified on 2026-12-01."), ("fr", "Vérifié le 2026-12-01.")]
)
def test_an_entry_that_was_verified_shows_the_day_and_no_other_does(language, note):
    provinces = read(ontario("date = 2026-11-25", "date = 2026-11-25\nverified_on = 2026-12-01"))
    noted = {
        (row.id, tier)
        for tier in TIERS
        for row in expectations(tier, language, provinces=provinces)
        if row.verified_note == note
    }
    assert noted == {("ON", "A")}


# The words of the file


def test_the_table_has_the_provinces_that_services_name():
    assert set(PROVINCES) == set(CODES)


@each_province
def test_french_keeps_canadian_spacing_and_straight_apostrophes(province):
    for field, words in words_of(province):
        assert not re.search(r"(?<!\u00a0):|\s[;?!]|«(?!\u00a0)|(?<!\u00a0)»|[’“”]", words.fr), field


@each_province
def test_english_has_no_french_spacing(province):
    for field, words in words_of(province):
        assert not re.search(r"[\s\u00a0][:;?!]|[«»’“”]", words.en), field


@each_province
def test_french_is_written_and_not_left_in_english(province):
    same = {words.fr for _, words in words_of(province) if words.fr == words.en}
    assert same <= SAME_IN_BOTH


@each_province
def test_an_expectation_is_one_short_sentence_about_pupils(province):
    for tier in province.tiers.values():
        assert re.fullmatch(r"Pupils [^.]+\.", tier.sentence.en)
        assert re.fullmatch(r"Les élèves [^.]+\.", tier.sentence.fr)
        assert max(len(tier.sentence.en.split()), len(tier.sentence.fr.split())) <= 30


@each_province
def test_no_code_of_an_expectation_and_no_telephone_number_is_written(province):
    for field, words in words_of(province):
        for text in (words.en, words.fr):
            if field[0] in TIERS:  # the chapter of a law is no such code
                assert not re.search(r"\b[A-Z]{1,4}[-–]?\d+\.\d+", text), field
            assert stray_numbers(text) == [], field


def test_every_place_names_a_child_protection_service_of_its_own():
    for one in PROVINCES.values():
        assert service(one.protection).provinces == (one.id,)
        assert service(one.protection).topic == "protect"


# What a page tells of each place


@each_language
def test_a_page_tells_of_protection_in_all_thirteen_with_a_card_each(language):
    shown = places("protection", language)
    assert [one.id for one in shown] == WEST_TO_EAST_THEN_NORTH
    for one in shown:
        assert one.protection.name
        assert [fact.name for fact in one.facts] == ["emergency", "reporting"]
        assert all(fact.sentence and fact.source and fact.verified_note for fact in one.facts)


@each_language
def test_a_page_on_the_classroom_says_what_is_known_and_shows_no_card(language):
    shown = {one.id: one for one in places("classroom", language)}
    assert shown["AB"].facts[0].name == "classroom"
    assert shown["NU"].facts == ()
    assert all(one.protection is None for one in shown.values())


@pytest.mark.parametrize(
    ("path", "words", "unknown"),
    [
        ("/en/duty/", "Who must report:", "We know of no rule beyond the curriculum."),
        ("/fr/obligation/", "Qui doit signaler", "aucune règle autre que le programme"),
    ],
)
def test_a_page_shows_the_table_where_an_editor_puts_it(make_page, client, path, words, unknown):
    body = [("provinces", "protection"), ("provinces", "classroom")]
    make_page("Duty", "Obligation", body_en=body, body_fr=body)
    html = client.get(path).content.decode()
    assert html.count(words) == len(CODES)
    assert unknown in html
    assert 'href="tel:+18003875437"' in html


# A broken file


def test_a_sound_file_is_read():
    provinces = read(ontario("date = 2026-11-25", "date = 2026-11-26"))
    one = provinces["ON"]
    assert list(provinces) == list(CODES)
    assert (one.names.fr, one.within.en, one.tiers["A"].date) == ("Nom", "in Name", date(2026, 11, 26))
    assert (one.schools_note, one.classroom, one.tiers["D"].verified_on) == (None, None, None)


@pytest.mark.parametrize(
    ("old", "new", "field", "reason"),
    [
        ('within = { en = "in Name", fr = "au Nom" }', "", "within", "is missing"),
        ('names = { en = "Name", fr = "Nom" }', 'names = "Name"', "names", "must be a table of texts"),
        ('names = { en = "Name", fr = "Nom" }', 'names = { en = "Name" }', "names.fr", "is missing"),
        ('"https://example.org/"', '"http://example.org/"', "web", "must be an https address"),
        ('"https://example.org/"', '"https://example.org/"\ncapital = "X"', "capital", "not a field we know"),
        (
            'web = "https://example.org/"',
            'web = "https://example.org/"\nschools_note = { en = "Ask." }',
            "schools_note.fr",
            "is missing",
        ),
        ("[province.emergency]", "[province.urgence]", "urgence", "is not a field we know"),
        ('"https://example.net/"', '"ftp://example.net/"', "emergency.web", "must be an https address"),
        ('protection = "child-protection"', "", "protection", "is missing"),
        ("[province.B]", "[province.P]", "P", "is not a field we know"),
        ('"Années"', '""', "A.grades.fr", "must be a text, not empty"),
        ('fr = "Santé"', 'fr = "Santé "', "A.subject.fr", "space"),
        ('fr = "Santé"', 'de = "Gesundheit"', "A.subject.de", "is not a field we know"),
        ("date = 2026-11-25", "", "A.date", "is missing"),
        ("date = 2026-11-25", 'date = "2026-11-25"', "A.date", "must be a date"),
        ("date = 2026-11-25", "date = 2026-11-25\nverified = true", "A.verified", "is not a field we know"),
        ("date = 2026-11-25", "date = 2026-11-25\nverified_on = true", "A.verified_on", "must be a date"),
    ],
)
def test_what_is_wrong_is_named_with_its_record_and_field(old, new, field, reason):
    error = error_of(ontario(old, new))
    assert (error.record, error.field) == ("ON", field)
    assert reason in error.reason
    assert str(error) == f"provinces.toml: ON: {field}: {error.reason}"


def test_a_province_cannot_lack_a_tier():
    without = RECORD.format(code="ON").split("[province.D]")[0]
    error = error_of(whole_file(ON=without))
    assert (error.record, error.field, error.reason) == ("ON", "D", "is missing")


def test_no_province_can_be_left_out():
    error = error_of(whole_file(NU=""))
    assert (error.record, error.field, error.reason) == ("the file", "NU", "is missing")


def test_the_same_province_twice_is_refused():
    error = error_of(whole_file() + RECORD.format(code="ON"))
    assert (error.record, error.field, error.reason) == ("ON", "id", "stands twice")


def test_a_place_that_is_no_province_is_refused():
    error = error_of(whole_file() + RECORD.format(code="QQ"))
    assert (error.record, error.field) == ("QQ", "id")


def test_a_record_without_an_id_is_named_by_its_place():
    error = error_of(RECORD.format(code="AB").replace('id = "AB"', ""))
    assert (error.record, error.field, error.reason) == ("record 1", "id", "is missing")


@pytest.mark.parametrize(
    ("toml", "field"),
    [("[[province", "TOML"), ("", "province"), ("province = 3", "province"), ("title = 'x'", "title")],
)
def test_a_file_that_is_no_list_of_provinces_is_refused(toml, field):
    assert (error_of(toml).record, error_of(toml).field) == ("the file", field)


def test_the_table_cannot_be_changed_in_passing():
    with pytest.raises(TypeError):
        PROVINCES["ON"] = PROVINCES["QC"]
    with pytest.raises(TypeError):
        PROVINCES["ON"].tiers["A"] = PROVINCES["QC"].tiers["A"]
    with pytest.raises(AttributeError):
        PROVINCES["ON"].names.fr = "Québec"


def test_provinces_need_neither_django_nor_a_database():
    code = "import sys, education.provinces.records; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_help_does_not_know_provinces():
    code = "import sys, education.help.cards; sys.exit('education.provinces' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
