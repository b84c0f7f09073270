"""Each kind of question is answered, explained and forgotten; what is private is never even sent."""

from dataclasses import replace

import pytest

from lessons.quiz import CHOSEN, PLACED, Kind, Outcome
from tests.lessons.answers import Fields, answer, answered, is_right, show
from tests.lessons.lesson_blocks import ANSWERED, BLOCKS, as_question, question_block, step_block

EMPTY = {"en": "Choose an answer first", "fr": "Il faut d&#x27;abord"}
NEVER_POSTED = [question_block(str(kind), sensitive=True) for kind in sorted(CHOSEN)]


def feedback_of(question, language):
    return [choice.feedback.in_language(language) for choice in question.choices]


@pytest.fixture(params=["en", "fr"])
def language(request):
    return request.param


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_right_answer_is_right_and_explains_every_choice(kind, language):
    question = ANSWERED[kind].question
    came, html = answered(question, ANSWERED[kind].right, language)
    assert is_right(came)
    assert 'data-state="right"' in html
    assert [one for one in feedback_of(question, language) if one not in html] == []


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_wrong_answer_explains_what_was_chosen_and_may_be_tried_again(kind, language):
    question = ANSWERED[kind].question
    came, html = answered(question, ANSWERED[kind].wrong, language)
    assert came.marked.outcome is Outcome.TRY_AGAIN
    shown = {
        choice.feedback.in_language(language) in html
        for choice in question.choices
        if _was_named(kind, choice)
    }
    assert shown == {True}
    assert 'data-state="try-again"' in html
    assert not came.errors


def _was_named(kind, choice):
    return choice.key in ANSWERED[kind].wrong.get("choice", [choice.key])


@pytest.mark.parametrize("kind", sorted(CHOSEN))
def test_a_wrong_answer_gives_nothing_away_of_the_other_choices(kind, language):
    question = ANSWERED[kind].question
    _came, html = answered(question, ANSWERED[kind].wrong, language)
    others = [choice for choice in question.choices if not _was_named(kind, choice)]
    assert others
    assert [choice.key for choice in others if choice.feedback.in_language(language) in html] == []


@pytest.mark.parametrize("kind", ANSWERED)
def test_nothing_is_explained_before_an_answer(kind, language):
    question = ANSWERED[kind].question
    html = show(question, None, language)
    assert [one for one in feedback_of(question, language) if one in html] == []


@pytest.mark.parametrize("kind", ANSWERED)
@pytest.mark.parametrize("fields", ["right", "wrong"])
def test_the_answer_stays_on_the_screen(kind, fields):
    fields = getattr(ANSWERED[kind], fields)
    _came, html = answered(ANSWERED[kind].question, fields)
    assert Fields(html).sent == {"question": ["which"]} | fields


@pytest.mark.parametrize("kind", sorted(CHOSEN | {Kind.ORDER}))
def test_an_empty_answer_is_asked_for_again(kind, language):
    came, html = answered(ANSWERED[kind].question, {}, language)
    assert came.marked.outcome is Outcome.MISSING
    assert not came.is_unclear
    assert EMPTY[language] in html


@pytest.mark.parametrize("kind", sorted(PLACED))
def test_whatever_lacks_a_place_is_named_beside_itself(kind, language):
    question = ANSWERED[kind].question
    came, html = answered(question, {"place-a": ANSWERED[kind].right["place-a"]}, language)
    lacking = [choice for choice in question.choices if choice.key != "a"]
    for error, choice in zip(came.errors, lacking, strict=True):
        assert choice.text.in_language(language) in error.message
        assert f'id="{error.anchor}"' in html
        assert f'id="{error.anchor}-error"' in html


@pytest.mark.parametrize("kind", sorted(PLACED))
def test_a_place_that_was_chosen_stays_while_another_lacks(kind):
    came, html = answered(ANSWERED[kind].question, {"place-a": ANSWERED[kind].right["place-a"]})
    assert came.errors
    assert Fields(html).sent["place-a"] == ANSWERED[kind].right["place-a"]


def test_the_right_service_shows_how_to_reach_it():
    assert 'data-service="kids-help-phone"' in answered(ANSWERED[Kind.ROUTE].question, {"choice": ["a"]})[1]
    assert "data-service" not in answered(ANSWERED[Kind.ROUTE].question, {"choice": ["b"]})[1]


def test_a_part_of_the_right_answer_is_called_a_good_start():
    came, html = answered(ANSWERED[Kind.MULTIPLE].question, {"choice": ["a"]})
    assert came.marked.outcome is Outcome.TRY_AGAIN
    assert "There is more to find" in html


# --- moving


@pytest.mark.parametrize(
    ("move", "order"),
    [("up-b", "bac"), ("down-b", "acb"), ("up-a", "abc"), ("down-c", "abc"), ("down-a", "bac")],
)
def test_an_item_goes_one_place_up_or_down_and_never_off_the_list(move, order):
    question = ANSWERED[Kind.ORDER].question
    came, html = answered(question, {"order": ["a", "b", "c"], "move": [move]})
    assert Fields(html).sent["order"] == list(order)
    assert came.is_moved


def test_moving_tells_nothing_yet():
    question = ANSWERED[Kind.ORDER].question
    came, html = answered(question, {"order": ["b", "a", "c"], "move": ["up-a"]})
    assert came.marked is None
    assert [one for one in feedback_of(question, "en") if one in html] == []
    assert "data-state" not in html


@pytest.mark.parametrize("move", ["up-z", "sideways-a", "up", "-", "a", "up-", "up-up-a"])
def test_a_move_that_nobody_can_make_is_refused(move):
    assert answer(ANSWERED[Kind.ORDER].question, {"order": ["a", "b", "c"], "move": [move]}).is_unclear


@pytest.mark.parametrize("kind", sorted(ANSWERED.keys() - {Kind.ORDER}))
def test_only_what_is_put_in_order_is_moved(kind):
    question = ANSWERED[kind].question
    came = answer(question, {"order": list(question.keys), "move": [f"up-{question.keys[0]}"]})
    assert came.errors
    assert not came.is_moved


def test_moving_leads_from_any_order_to_the_right_one():
    question = ANSWERED[Kind.ORDER].question
    fields = {"order": ["c", "b", "a"]}
    for move in ("up-a", "up-a", "up-b"):
        html = answered(question, fields | {"move": [move]})[1]
        fields = {"order": Fields(html).sent["order"]}
    assert is_right(answer(question, fields))


# --- a story


@pytest.fixture
def story():
    return as_question(BLOCKS[Kind.BRANCH])


def test_a_choice_tells_what_follows_and_shows_the_next_scene(story, language):
    came, html = answered(story, {"choice": ["tell"]}, language)
    assert story.choices[0].feedback.in_language(language) in html
    assert story.groups[1].text.in_language(language).replace("'", "&#x27;") in html
    assert Fields(html).sent["path"] == ["tell"]
    assert not came.errors


def test_a_choice_that_stays_can_be_taken_back_by_another(story):
    html = answered(story, {"choice": ["wait"]})[1]
    assert "Because wait" in html
    assert "path" not in Fields(html).sent
    assert answer(story, Fields(html).sent | {"choice": ["tell"]}).walk.scene.key == "home"


def test_a_story_remembers_in_the_page_alone_what_was_chosen(story):
    html = answered(story, {"path": ["tell"], "choice": ["call"]})[1]
    assert Fields(html).sent["path"] == ["tell", "call"]
    assert "Because tell" in html
    assert "Because call" in html


def test_where_a_story_ends_help_is_offered_and_nothing_is_left_to_choose(story):
    came, html = answered(story, {"path": ["tell"], "choice": ["call"]})
    assert came.walk.is_over
    assert 'data-service="kids-help-phone"' in html
    assert {name for name, _value, _sent in Fields(html).found} == {"question", "path", "back", "again"}


def test_going_back_undoes_one_choice(story):
    assert answer(story, {"path": ["tell", "call"], "back": ["1"]}).walk.path == ("tell",)


@pytest.mark.parametrize("path", [[], ["tell"]])
def test_going_back_from_the_beginning_stays_there(story, path):
    assert answer(story, {"path": path, "back": ["1"]}).walk.scene.key == "start"


def test_a_story_begins_again_from_anywhere(story):
    came = answer(story, {"path": ["tell", "call"], "again": ["1"]})
    assert (came.walk.scene.key, came.walk.path) == ("start", ())


def test_going_on_without_a_choice_is_asked_for_and_loses_nothing(story, language):
    came, html = answered(story, {"path": ["tell"]}, language)
    assert EMPTY[language] in html
    assert came.walk.scene.key == "home"
    assert Fields(html).sent["path"] == ["tell"]


@pytest.mark.parametrize(
    "fields", [{"choice": ["tell", "wait"]}, {"choice": ["call"]}, {"choice": ["z"]}, {"path": ["z"]}]
)
def test_a_story_goes_only_where_it_leads(story, fields):
    assert answer(story, fields).is_unclear


# --- what is never sent


@pytest.mark.parametrize("block", [*NEVER_POSTED, BLOCKS[Kind.SAY]], ids=lambda block: block["value"]["kind"])
def test_what_is_private_stands_in_no_form_and_has_nothing_to_send(block):
    html = show(as_question(block))
    assert "<form" not in html
    assert 'type="submit"' not in html
    assert 'name="choice"' not in html
    assert 'name="question"' not in html


@pytest.mark.parametrize("block", [*NEVER_POSTED, BLOCKS[Kind.SAY]], ids=lambda block: block["value"]["kind"])
def test_what_is_private_explains_every_choice_without_a_request(block, language):
    question = as_question(block)
    html = show(question, None, language)
    assert [one for one in feedback_of(question, language) if one not in html] == []


@pytest.mark.parametrize("block", [NEVER_POSTED[0], BLOCKS[Kind.SAY]], ids=["sensitive", "say"])
def test_an_answer_that_should_never_be_sent_is_refused_and_not_marked(make_lesson, client, block):
    make_lesson(step_block("one", block))
    response = client.post("/en/ages/module/lesson/step/1/", {"question": "which", "choice": "a"})
    assert response.status_code == 422
    assert " checked" not in response.content.decode()


def test_the_same_question_is_marked_as_soon_as_it_is_not_private():
    question = as_question(NEVER_POSTED[0])
    assert answer(question, {"choice": ["a"]}).marked is None
    assert answer(replace(question, is_sensitive=False), {"choice": ["a"]}).marked
