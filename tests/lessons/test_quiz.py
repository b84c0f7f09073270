"""Marking is pure: explained feedback, no score, the same in both languages."""

import pytest

from lessons.quiz import Choice, Group, Kind, Outcome, Question, UnknownChoice, Words, mark, mixed, read


def question(kind=Kind.SINGLE, right=("a",), groups="", belongs=None):
    def choice(key):
        feedback = Words(f"why {key}", f"pourquoi {key}")
        group = (belongs or {}).get(key, "")
        return Choice(key, Words(f"{key} en", f"{key} fr"), feedback, key in right, group)

    boxes = tuple(Group(key, Words(f"box {key}", f"boîte {key}")) for key in groups)
    return Question("q", kind, Words("Which?", "Lequel?"), tuple(map(choice, "abc")), boxes)


def placing():
    return question(Kind.SORT, groups="xy", belongs={"a": "x", "b": "y", "c": "x"})


def marked(question, **fields):
    return mark(question, read(question, {name.replace("_", "-"): values for name, values in fields.items()}))


def test_the_right_answer_is_right():
    assert marked(question(), choice=["a"]).outcome is Outcome.RIGHT


def test_another_answer_may_be_tried_again():
    assert marked(question(), choice=["b"]).outcome is Outcome.TRY_AGAIN


def test_no_answer_is_missing():
    assert marked(question()).outcome is Outcome.MISSING


def test_a_right_answer_explains_every_choice():
    assert set(marked(question(), choice=["a"]).shown) == {"a", "b", "c"}


def test_a_wrong_answer_explains_only_what_was_chosen():
    assert marked(question(), choice=["b"]).shown == {"b": Outcome.TRY_AGAIN}


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [
        ("ab", Outcome.RIGHT),
        ("ba", Outcome.RIGHT),
        ("aab", Outcome.RIGHT),
        ("a", Outcome.TRY_AGAIN),
        ("abc", Outcome.TRY_AGAIN),
        ("c", Outcome.TRY_AGAIN),
    ],
)
@pytest.mark.parametrize("kind", [Kind.MULTIPLE, Kind.TAP])
def test_several_answers_must_be_all_and_no_more(kind, chosen, outcome):
    assert marked(question(kind, right=("a", "b")), choice=list(chosen)).outcome is outcome


@pytest.mark.parametrize(
    ("chosen", "outcome"), [("a", Outcome.RIGHT), ("b", Outcome.RIGHT), ("c", Outcome.TRY_AGAIN)]
)
def test_one_of_several_fitting_services_is_enough(chosen, outcome):
    assert marked(question(Kind.ROUTE, right=("a", "b")), choice=[chosen]).outcome is outcome


def test_everything_in_its_place_is_right():
    fields = {"place_a": ["x"], "place_b": ["y"], "place_c": ["x"]}
    assert marked(placing(), **fields).outcome is Outcome.RIGHT


def test_each_place_is_explained_by_itself():
    found = marked(placing(), place_a=["x"], place_b=["x"], place_c=["y"])
    assert found.outcome is Outcome.TRY_AGAIN
    assert found.shown == {"a": Outcome.RIGHT, "b": Outcome.TRY_AGAIN, "c": Outcome.TRY_AGAIN}


@pytest.mark.parametrize("nothing", [{}, {"place_b": [""]}])
def test_what_has_no_place_yet_is_named_and_nothing_is_explained(nothing):
    found = marked(placing(), place_a=["y"], place_c=["x"], **nothing)
    assert (found.outcome, found.missing, found.shown) == (Outcome.MISSING, ("b",), {})


def test_the_right_order_is_right():
    assert marked(question(Kind.ORDER), order=["a", "b", "c"]).outcome is Outcome.RIGHT


def test_another_order_says_which_ones_stand_where_they_belong():
    found = marked(question(Kind.ORDER), order=["a", "c", "b"])
    assert found.outcome is Outcome.TRY_AGAIN
    assert found.shown == {"a": Outcome.RIGHT, "c": Outcome.TRY_AGAIN, "b": Outcome.TRY_AGAIN}


@pytest.mark.parametrize("kind", [Kind.BRANCH, Kind.SAY])
def test_a_story_and_a_sentence_are_never_marked(kind):
    with pytest.raises(UnknownChoice):
        marked(question(kind), choice=["a"])


@pytest.mark.parametrize("answer", [["z"], ["a", "z"], [""]])
@pytest.mark.parametrize("kind", [Kind.SINGLE, Kind.MULTIPLE])
def test_a_choice_the_question_lacks_is_refused(kind, answer):
    with pytest.raises(UnknownChoice):
        read(question(kind), {"choice": answer})


@pytest.mark.parametrize(
    "fields", [{"place-z": ["x"]}, {"place-z": [""]}, {"place-": ["x"]}, {"place-a": ["z"]}]
)
def test_a_place_the_question_lacks_is_refused(fields):
    with pytest.raises(UnknownChoice):
        read(placing(), fields)


@pytest.mark.parametrize("order", ["ab", "aab", "aabc", "abz", "abcz"])
def test_an_order_has_each_choice_once(order):
    with pytest.raises(UnknownChoice):
        read(question(Kind.ORDER), {"order": list(order)})


def test_one_answer_means_one():
    with pytest.raises(UnknownChoice):
        read(question(), {"choice": ["a", "b"]})


def test_choices_are_always_mixed_the_same_way():
    asked = question(Kind.ORDER)
    assert mixed(asked, asked.choices) == mixed(asked, asked.choices[::-1])
