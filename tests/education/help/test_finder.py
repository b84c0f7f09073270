"""Whatever somebody chooses, the finder shows who fits, danger first; some people it must never fail."""

from itertools import product

import pytest

from education.help.finder import (
    QUESTIONS,
    SOURCE,
    VALUES,
    WHEN,
    Situation,
    find,
    fits,
    is_first,
    marks,
    questions,
    read,
)
from education.help.records import SERVICES
from education.help.schema import PROVINCES, WHAT, WHO
from education.record_fields import LANGUAGES, RecordError

PLACES = {code: f"Place {code}" for code in PROVINCES}
ALL = [
    Situation(what=what, who=who, when=when, where=where)
    for what, who, when, where in product(("", *WHAT), ("", *WHO), ("", *WHEN), ("", *PROVINCES))
]

each_language = pytest.mark.parametrize("language", LANGUAGES)


def ids(**chosen):
    return [one.id for one in find(Situation(**chosen))]


def said_to(language, **chosen):
    """What the finder says at once to whoever chooses these answers."""
    by_id = {question.id: question for question in questions(language, PLACES)}
    picked = [
        choice for name, value in chosen.items() for choice in by_id[name].choices if choice.id == value
    ]
    return " ".join(paragraph for choice in picked for paragraph in choice.advice)


# Every combination


def test_every_combination_begins_with_emergency_and_the_suicide_line():
    for situation in ALL:
        shown = [one for one in find(situation) if is_first(one)]
        assert {"emergency", "988"} <= {one.id for one in shown}, situation
        assert find(situation)[: len(shown)] == tuple(shown), situation


def test_every_combination_shows_somebody_to_talk_to_or_who_protects():
    for situation in ALL:
        topics = {one.topic for one in find(situation)}
        assert topics & {"talk", "protect"}, situation


def test_what_happened_always_finds_a_service_that_is_for_it():
    """Not only one that takes anything: saw and unsure apart, there is a service that names it."""
    for situation in ALL:
        if situation.what and situation.when in ("", "later"):
            named = [one for one in find(situation) if situation.what in one.what]
            assert named or situation.what in ("suicide",), situation


def test_only_what_fits_is_shown():
    for situation in ALL:
        for one in find(situation):
            assert not one.what or not situation.what or is_first(one) or situation.what in one.what
            assert not one.who or not situation.who or is_first(one) or situation.who in one.who
            assert not one.provinces or situation.where in one.provinces


def test_a_service_of_a_place_comes_before_those_of_all_of_canada():
    for situation in ALL:
        near = [bool(one.provinces) for one in find(situation) if not is_first(one)]
        assert near == sorted(near, reverse=True), situation


@pytest.mark.parametrize("where", PROVINCES)
def test_every_place_has_its_own_child_protection_which_takes_the_place_of_the_general_card(where):
    protecting = [one for one in find(Situation(where=where)) if one.topic == "protect"]
    assert [one.provinces for one in protecting] == [(where,)]


def test_nobody_is_asked_for_anything_to_see_the_general_cards():
    assert ids()[:3] == ["emergency", "988", "kids-help-phone"]
    assert {one.id for one in SERVICES.values() if not one.provinces} == set(ids())


def test_in_danger_only_those_are_shown_who_can_act_now():
    for who, what, where in product(WHO, WHAT, PROVINCES):
        topics = {one.topic for one in find(Situation(who=who, what=what, where=where, when="danger"))}
        assert topics <= {"danger", "suicide", "protect", "talk"}


def test_tonight_nobody_is_sent_to_a_closed_door():
    for situation in ALL:
        if situation.when == "today":
            for one in find(situation):
                assert one.always or one.topic in ("danger", "suicide", "protect"), (situation, one.id)


# The people whom it must never fail


@each_language
def test_a_child_hurt_by_who_looks_after_it_is_told_to_go_outside_the_home(language):
    words = said_to(language, what="known", who="child")
    assert {"en": "outside your home", "fr": "qui ne vit pas chez toi"}[language] in words
    assert words.startswith({"en": "It is not your fault.", "fr": "Ce n'est pas ta faute."}[language])
    for where in PROVINCES:
        near = [one for one in find(Situation(what="known", who="child", where=where)) if not is_first(one)]
        assert "protect" in {one.topic for one in near if one.provinces == (where,)}
        assert "kids-help-phone" in {one.id for one in near}


@each_language
def test_who_thinks_of_suicide_sees_the_line_first_and_in_the_words(language):
    assert "9-8-8" in said_to(language, what="suicide")
    shown = [one for one in find(Situation(what="suicide", who="teen")) if one.topic == "suicide"]
    assert [one.phone for one in shown] == ["9-8-8"]
    assert "988" in ids(what="suicide", who="teen")[:3]


def test_a_child_in_nunavut_sees_what_works_where_911_fails():
    first = [one for one in find(Situation(who="child", where="NU")) if is_first(one)]
    assert "emergency-nunavut" in [one.id for one in first]
    assert "nursing station" in SERVICES["emergency"].words["en"].summary
    assert "poste de soins infirmiers" in SERVICES["emergency"].words["fr"].summary
    assert "kamatsiaqtut" in ids(who="child", where="NU")


def test_a_newcomer_afraid_of_police_finds_help_that_is_not_police():
    for what in WHAT:
        shown = [one for one in find(Situation(what=what, who="teen")) if one.topic in ("talk", "support")]
        assert shown
    for one in SERVICES.values():
        if one.topic in ("danger", "suicide", "protect", "support", "report"):
            asked = one.words["en"].name_or_status_asked + one.words["en"].what_they_do
            assert "name" in asked, one.id


@each_language
def test_a_boy_who_already_paid_reads_at_once_that_it_is_not_too_late(language):
    words = said_to(language, what="threat", who="teen")
    begin = {
        "en": "Stop replying. Already paid or sent more? It is not too late.",
        "fr": "Arrête de répondre.",
    }
    assert words.startswith(begin[language])
    assert "9-8-8" in words
    assert {"en": "boys", "fr": "gars"}[language] in words
    shown = ids(what="threat", who="teen")
    assert shown.index("988") < shown.index("cybertip")
    assert {"kids-help-phone", "cybertip", "needhelpnow"} <= set(shown)


def test_a_parent_in_quebec_finds_the_line_for_parents_and_a_teen_there_does_not():
    assert "ligneparents" in ids(who="parent", where="QC")
    assert "ligneparents" not in ids(who="teen", where="QC")


def test_whose_thoughts_worry_them_is_not_sent_to_police():
    for who in ("", *WHO):
        topics = {one.topic for one in find(Situation(what="thoughts", who=who))}
        assert "report" not in topics
    assert "talking-for-change" in ids(what="thoughts", who="teen")


# Questions and marks


@each_language
def test_each_question_offers_its_values_once_with_words(language):
    shown = questions(language, PLACES)
    assert {one.id: tuple(choice.id for choice in one.choices) for one in shown} == {
        name: tuple(PLACES) if name == "where" else values for name, values in VALUES.items()
    }
    assert all(choice.label for one in shown for choice in one.choices)


def test_a_value_means_one_thing_on_the_whole_page():
    """The style sheet finds what is said at once by the value alone."""
    values = [value for values in VALUES.values() for value in values]
    assert len(values) == len(set(values))


def test_marks_say_nothing_where_a_service_fits_every_answer():
    for one in SERVICES.values():
        for name, values in marks(one).items():
            assert set(values) < set(VALUES[name]), one.id
    assert marks(SERVICES["emergency"]) == {}


def test_marks_and_fitting_agree():
    for one in SERVICES.values():
        for name, values in marks(one).items():
            for value in VALUES[name]:
                where = {"where": one.provinces[0]} if one.provinces else {}
                assert fits(one, Situation(**where | {name: value})) == (value in values), (one.id, value)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('id = "what"', 'id = "whatever"', "question"),
        ('id = "threat"', 'id = "threats"', "choice"),
        ('read = "threat"', 'read = "Not a key"', "threat.read"),
        (
            'label = { en = "A friend", fr = "Une amie ou un ami" }',
            'label = { en = "A friend" }',
            "friend.label.fr",
        ),
        ("legend", "legends", "legends"),
    ],
)
def test_a_broken_file_is_named_with_its_field(old, new, field):
    toml = SOURCE.read_text(encoding="utf-8")
    assert old in toml
    with pytest.raises(RecordError) as caught:
        read(toml.replace(old, new, 1))
    assert caught.value.field == field
    assert str(caught.value).startswith("finder.toml: ")


def test_the_shipped_file_is_what_the_page_asks():
    assert [one["id"] for one in QUESTIONS] == list(VALUES)
