"""What nobody could answer is named before it goes live: a missing answer, a lost choice, a dead end."""

from dataclasses import replace

import pytest
from django.utils import translation

from lessons.faults import faults
from lessons.quiz import CHOSEN, PLACED, Kind, Words
from tests.lessons.lesson_blocks import BLOCKS, as_question

ONE_RIGHT = "It needs exactly one right choice."
SOME_RIGHT = "It needs at least one right choice."
TWO_CHOICES = "True or false has exactly two choices."
PICTURES = "Each choice needs a picture."
ALT = "Each picture needs an alternative text in both languages."
SERVICES = "Each choice needs a service."
LABELS = "Each group needs a name, and a label in both languages."
SAME_NAME = "Two groups have the same name."
NO_GROUP = "The choice “Choice a” belongs to no group."
BOXES = "It needs two to four groups."
PAIRS = "Matching needs at least three pairs, with one choice for each partner."
SEQUENCE = "An order needs at least three choices."
PARTS = "A sentence has two to four parts, each with two to four choices."
SCENES = "A story needs at least two scenes; the first is its beginning."
SCENE_TEXT = "Each scene needs its text in both languages."
FEEDBACK = "Each choice needs feedback in both languages."
SENSITIVE = "Only a question with choices to choose can be sensitive."
RETRIEVAL = "A sensitive question, a story or a sentence cannot come back in a review."

GROUPED = PLACED | {Kind.BRANCH, Kind.SAY}
DRAWING = Words("<img>", "<img>")


def sound(kind):
    return as_question(BLOCKS[kind])


def each_choice(question, **fields):
    return replace(question, choices=tuple(replace(choice, **fields) for choice in question.choices))


def each_group(question, **fields):
    return replace(question, groups=tuple(replace(group, **fields) for group in question.groups))


def first_choice(question, **fields):
    first, *others = question.choices
    return replace(question, choices=(replace(first, **fields), *others))


def story(**changes):
    """A sound story, in which some choices belong or lead elsewhere: `tell={"leads_to": "end"}`."""
    question = sound(Kind.BRANCH)
    changed = (replace(choice, **changes.get(choice.key, {})) for choice in question.choices)
    return replace(question, choices=tuple(changed))


@pytest.mark.parametrize("kind", Kind)
def test_a_sound_question_has_no_fault(kind):
    assert faults(sound(kind)) == []


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("half", [Words("Yes", ""), Words("", "Oui")])
def test_every_choice_of_every_kind_explains_itself_in_both_languages(kind, half):
    assert faults(first_choice(sound(kind), feedback=half)) == [FEEDBACK]


@pytest.mark.parametrize("kind", Kind)
def test_only_what_is_chosen_can_be_sensitive(kind):
    assert faults(replace(sound(kind), is_sensitive=True)) == ([] if kind in CHOSEN else [SENSITIVE])


@pytest.mark.parametrize("kind", Kind)
def test_only_what_can_be_marked_comes_back(kind):
    expected = [RETRIEVAL] if kind in (Kind.BRANCH, Kind.SAY) else []
    assert faults(replace(sound(kind), is_retrieval=True)) == expected


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_a_sensitive_question_never_comes_back(kind):
    assert faults(replace(sound(kind), is_sensitive=True, is_retrieval=True)) == [RETRIEVAL]


@pytest.mark.parametrize("kind", Kind)
def test_what_is_chosen_needs_a_right_choice_and_nothing_else_does(kind):
    needs = {Kind.SINGLE: ONE_RIGHT, Kind.TRUE_FALSE: ONE_RIGHT}
    needs |= dict.fromkeys((Kind.MULTIPLE, Kind.TAP, Kind.ROUTE), SOME_RIGHT)
    expected = [needs[kind]] if kind in needs else []
    assert faults(each_choice(sound(kind), is_correct=False)) == expected


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_several_right_choices_are_too_many_where_one_is_chosen(kind):
    expected = [ONE_RIGHT] if kind in (Kind.SINGLE, Kind.TRUE_FALSE) else []
    assert faults(each_choice(sound(kind), is_correct=True)) == expected


def test_true_or_false_has_no_third_way():
    question = sound(Kind.TRUE_FALSE)
    third = replace(question.choices[1], key="c")
    assert faults(replace(question, choices=(*question.choices, third))) == [TWO_CHOICES]
    assert faults(replace(question, choices=question.choices[:1])) == [TWO_CHOICES]


def test_a_picture_to_choose_is_there():
    assert faults(first_choice(sound(Kind.TAP), picture=Words())) == [PICTURES]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("alt", [Words(), Words("An ear", ""), Words("", "Une oreille")])
def test_a_picture_is_described_in_both_languages(kind, alt):
    assert faults(first_choice(sound(kind), picture=DRAWING, alt=alt)) == [ALT]


@pytest.mark.parametrize("kind", [Kind.SORT, Kind.MATCH, Kind.BRANCH])
def test_the_picture_of_a_group_is_described_too(kind):
    assert faults(each_group(sound(kind), picture=DRAWING)) == [ALT]
    assert faults(each_group(sound(kind), picture=DRAWING, alt=Words("An ear", "Une oreille"))) == []


def test_a_service_to_choose_is_there():
    assert faults(first_choice(sound(Kind.ROUTE), service="")) == [SERVICES]


@pytest.mark.parametrize("kind", sorted(GROUPED))
@pytest.mark.parametrize("label", [Words("A box", ""), Words("", "Une boîte")])
def test_a_group_has_its_label_in_both_languages(kind, label):
    assert faults(each_group(sound(kind), label=label)) == [LABELS]


@pytest.mark.parametrize("kind", sorted(GROUPED))
def test_no_two_groups_have_the_same_name(kind):
    assert SAME_NAME in faults(each_group(sound(kind), key="same"))


@pytest.mark.parametrize("kind", sorted(GROUPED))
@pytest.mark.parametrize("group", ["", "elsewhere"])
def test_a_choice_that_belongs_to_no_group_is_named(kind, group):
    lost = first_choice(sound(kind), group=group, text=Words("Choice a", "Choix a"))
    assert NO_GROUP in faults(lost)


@pytest.mark.parametrize("kind", sorted(CHOSEN | {Kind.ORDER}))
def test_what_needs_no_group_does_not_ask_for_one(kind):
    assert faults(first_choice(sound(kind), group="elsewhere")) == []


def test_there_are_two_to_four_boxes_to_sort_into():
    question = sound(Kind.SORT)
    one = each_choice(replace(question, groups=question.groups[:1]), group="kind")
    five = tuple(replace(question.groups[0], key=name) for name in "abcde")
    assert faults(one) == [BOXES]
    assert BOXES in faults(replace(question, groups=five))


@pytest.mark.parametrize("kind", sorted(PLACED))
def test_no_box_and_no_partner_stays_alone(kind):
    question = sound(kind)
    last = question.groups[-1].key
    kept = tuple(choice for choice in question.choices if choice.group != last)
    assert f"No choice belongs to the group “{last}”." in faults(replace(question, choices=kept))


def test_two_pairs_are_no_matching():
    question = sound(Kind.MATCH)
    assert faults(replace(question, choices=question.choices[:2], groups=question.groups[:2])) == [PAIRS]


def test_no_two_choices_share_a_partner():
    question = sound(Kind.MATCH)
    fourth = replace(question.choices[0], key="d")
    assert faults(replace(question, choices=(*question.choices, fourth))) == [PAIRS]


def test_two_choices_are_no_order():
    question = sound(Kind.ORDER)
    assert faults(replace(question, choices=question.choices[:2])) == [SEQUENCE]


def test_a_sentence_has_choices_in_each_of_its_parts():
    question = sound(Kind.SAY)
    five = [replace(question.choices[0], key=key) for key in "vwxyz"]
    one_part = each_choice(replace(question, groups=question.groups[:1]), group="who")
    assert faults(replace(question, choices=question.choices[1:])) == [PARTS]
    assert faults(replace(question, choices=(*question.choices, *five))) == [PARTS]
    assert faults(one_part) == [PARTS]


# --- the graph of a story


def test_a_scene_tells_its_text_in_both_languages():
    assert faults(each_group(sound(Kind.BRANCH), text=Words("Once", ""))) == [SCENE_TEXT]


def test_one_scene_is_no_story():
    question = sound(Kind.BRANCH)
    lonely = replace(question, groups=question.groups[-1:])
    found = faults(each_choice(lonely, group="end", leads_to=""))
    assert found == [SCENES, "No choice leads on from the scene “end”."]


def test_a_scene_that_no_path_reaches_is_named():
    assert faults(story(tell={"leads_to": "end"})) == ["No choice leads to the scene “home”."]


def test_a_scene_that_no_choice_leads_on_from_is_named():
    stuck = story(call={"leads_to": ""}, write={"leads_to": ""}, wait={"leads_to": "end"})
    assert faults(stuck) == ["No choice leads on from the scene “home”."]


def test_a_story_offers_help_wherever_it_ends():
    assert faults(each_group(sound(Kind.BRANCH), service="")) == [
        "The story ends with the scene “end”; it must offer help: choose a service."
    ]


@pytest.mark.parametrize("to", ["start", "home", "nowhere"])
def test_a_story_never_leads_back_in_a_circle_or_out_of_itself(to):
    assert faults(story(write={"leads_to": to})) == [
        "The choice “Choice write” must lead to a scene further down, or to none."
    ]


def test_each_fault_is_told_once():
    assert faults(each_choice(sound(Kind.SINGLE), feedback=Words())) == [FEEDBACK]


@pytest.mark.parametrize("kind", Kind)
def test_what_is_wrong_is_told_in_the_language_of_the_editor(kind):
    broken = each_choice(sound(kind), feedback=Words(), is_correct=False, group="", service="")
    with translation.override("fr"):
        french = faults(broken)
    assert len(french) == len(faults(broken))
    assert not set(french) & set(faults(broken))
