"""On paper a question asks the same, gives nothing away, and its key explains every choice."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from lessons.quiz import CHOSEN, PLACED, Kind
from lessons.worksheets import fits_on_paper, worksheet
from tests.lessons.lesson_blocks import ANSWERED, BLOCKS, as_question, question_block

KINDS = list(BLOCKS)


@pytest.fixture(params=["en", "fr"])
def language(request):
    return request.param


def on_paper(kind, language="en", *, with_answers=False):
    return worksheet(as_question(BLOCKS[kind]), language, with_answers=with_answers)


def printed(sheet, language):
    with translation.override(language):
        return render_to_string("worksheet/worksheet.html", {"sheet": sheet})


def marks(sheet):
    """Return what the key writes beside each choice."""
    return {row["text"].rpartition(" ")[2]: row["mark"] for row in sheet["rows"]}


@pytest.mark.parametrize("kind", KINDS)
def test_the_handout_shows_every_choice_and_explains_none(kind, language):
    html = printed(on_paper(kind, language), language)
    for choice in as_question(BLOCKS[kind]).choices:
        assert choice.text.in_language(language) in html
        assert choice.feedback.in_language(language) not in html


@pytest.mark.parametrize("kind", KINDS)
def test_the_key_explains_every_choice(kind, language):
    html = printed(on_paper(kind, language, with_answers=True), language)
    for choice in as_question(BLOCKS[kind]).choices:
        assert html.count(f">{choice.feedback.in_language(language)}<") == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_handout_marks_nothing(kind):
    assert set(marks(on_paper(kind)).values()) <= {""}


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_the_key_ticks_what_is_right_and_nothing_else(kind):
    right = ANSWERED[kind].right["choice"]
    found = marks(on_paper(kind, with_answers=True))
    assert [key for key, mark in found.items() if mark] == right


def test_the_key_numbers_an_order():
    assert marks(on_paper(Kind.ORDER, with_answers=True)) == {"a": "1", "b": "2", "c": "3"}


def test_the_handout_never_shows_the_right_order():
    assert [row["text"] for row in on_paper(Kind.ORDER)["rows"]] != ["Choice a", "Choice b", "Choice c"]


@pytest.mark.parametrize("kind", sorted(PLACED))
def test_the_letters_of_the_key_are_those_of_the_legend(kind):
    sheet = on_paper(kind, with_answers=True)
    names = {entry["letter"]: entry["label"].removeprefix("Group ") for entry in sheet["legend"]}
    placed = {f"place-{key}": [names[mark]] for key, mark in marks(sheet).items()}
    assert placed == ANSWERED[kind].right


@pytest.mark.parametrize("kind", sorted(PLACED))
def test_handout_and_key_stand_in_the_same_order(kind):
    handout, key = on_paper(kind), on_paper(kind, with_answers=True)
    assert handout["legend"] == key["legend"]
    assert [row["text"] for row in handout["rows"]] == [row["text"] for row in key["rows"]]


def test_a_story_on_paper_says_where_each_choice_leads():
    html = printed(on_paper(Kind.BRANCH), "en")
    assert html.count("→ Group end") == 2
    assert html.count("→ Group home") == 1


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_what_is_private_does_not_fit_on_paper(kind):
    assert not fits_on_paper(as_question(question_block(str(kind), sensitive=True)))
    assert fits_on_paper(as_question(question_block(str(kind))))
