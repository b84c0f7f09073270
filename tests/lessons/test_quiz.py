"""Marking is pure: explained feedback, no score, the same in both languages."""

import pytest

from lessons.quiz import Choice, Kind, Outcome, Question, UnknownChoice, Words, mark


def question(kind=Kind.SINGLE, right=("a",)):
    def choice(key):
        return Choice(
            key, Words(f"{key} en", f"{key} fr"), key in right, Words(f"why {key}", f"pourquoi {key}")
        )

    return Question("q", kind, Words("Which?", "Lequel?"), Words("", ""), tuple(map(choice, "abc")))


def test_the_right_answer_is_right():
    assert mark(question(), ["a"]).outcome is Outcome.RIGHT


def test_another_answer_may_be_tried_again():
    assert mark(question(), ["b"]).outcome is Outcome.TRY_AGAIN


def test_no_answer_is_missing():
    assert mark(question(), []).outcome is Outcome.MISSING


def test_a_right_answer_explains_every_choice():
    assert set(mark(question(), ["a"]).shown) == {"a", "b", "c"}


def test_a_wrong_answer_explains_only_what_was_chosen():
    assert set(mark(question(), ["b"]).shown) == {"b"}


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [
        ("ab", Outcome.RIGHT),
        ("ba", Outcome.RIGHT),
        ("a", Outcome.TRY_AGAIN),
        ("abc", Outcome.TRY_AGAIN),
        ("c", Outcome.TRY_AGAIN),
    ],
)
def test_several_answers_must_be_all_and_no_more(chosen, outcome):
    assert mark(question(Kind.MULTIPLE, right=("a", "b")), chosen).outcome is outcome


@pytest.mark.parametrize("answer", [["z"], ["a", "z"], [""]])
def test_a_choice_the_question_lacks_is_refused(answer):
    with pytest.raises(UnknownChoice):
        mark(question(), answer)


def test_one_answer_means_one():
    with pytest.raises(UnknownChoice):
        mark(question(), ["a", "b"])
