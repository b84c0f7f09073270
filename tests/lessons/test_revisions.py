"""A question with another meaning is another revision; a mended typing error keeps the one it has."""

import copy

import pytest

from lessons.models import LessonPage
from tests.lessons.lesson_blocks import BLOCKS, question_block, step_block


@pytest.fixture
def lesson(make_lesson):
    return make_lesson(step_block("one", question_block()))


def question(page):
    return next(block for block in page.steps[0].value["content"] if block.block_type == "question")


def draft(page):
    """Return the page as an editor opens it."""
    return LessonPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def saved(page, change, *, publish=True):
    """Change the question as an editor does, save, and return the page as it is opened next."""
    edited = draft(page)
    change(question(edited).value)
    revision = edited.save_revision()
    if publish:
        revision.publish()
    return draft(page)


def reword(value):
    value["choices"][1]["text_en"] = "Another choice"


def mend(value):
    reword(value)
    value["same_meaning"] = True


def test_a_question_begins_with_its_first_revision(lesson):
    assert question(draft(lesson)).value["revision"] == 1


def test_another_text_is_another_revision(lesson):
    assert question(saved(lesson, reword)).value["revision"] == 2


def test_a_mended_typing_error_is_none(lesson):
    assert question(saved(lesson, mend)).value["revision"] == 1


def test_what_was_said_of_one_change_does_not_hold_for_the_next(lesson):
    saved(lesson, mend)
    again = saved(lesson, lambda value: value["choices"][0].update(text_fr="Tout autre"))
    assert question(again).value["revision"] == 2


def test_a_promise_about_a_draft_holds_until_it_is_published(lesson):
    kept = saved(lesson, mend, publish=False)
    assert question(kept).value["same_meaning"]
    kept.save_revision().publish()
    assert question(LessonPage.objects.get(pk=lesson.pk)).value["revision"] == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda value: [choice.update(correct=not choice["correct"]) for choice in list(value["choices"])[:2]],
        lambda value: value.update(kind="multiple"),
        lambda value: value["choices"].pop(),
    ],
    ids=["right", "kind", "choices"],
)
def test_another_structure_is_another_revision_whatever_was_said(lesson, change):
    def changed(value):
        change(value)
        value["same_meaning"] = True

    assert question(saved(lesson, changed)).value["revision"] == 2


@pytest.mark.parametrize("name", ["feedback_en", "feedback_fr"])
def test_another_feedback_is_not(lesson, name):
    better = saved(lesson, lambda value: value["choices"][0].update({name: "Better said"}))
    assert question(better).value["revision"] == 1


def test_saving_a_draft_twice_counts_once(lesson):
    saved(lesson, reword, publish=False)
    assert question(saved(lesson, lambda value: None, publish=False)).value["revision"] == 2


def test_the_live_question_keeps_its_revision_while_a_draft_waits(lesson):
    saved(lesson, reword, publish=False)
    assert question(LessonPage.objects.get(pk=lesson.pk)).value["revision"] == 1


def test_going_back_to_an_old_text_is_a_new_revision_too(lesson):
    first = LessonPage.objects.get(pk=lesson.pk).latest_revision
    saved(lesson, reword)
    first.as_object().save_revision().publish()
    assert question(draft(lesson)).value["revision"] == 3


def test_the_ids_of_choices_stay_when_texts_change(lesson):
    ids = [choice.id for choice in question(lesson).value["choices"].bound_blocks]
    changed = saved(lesson, reword)
    assert [choice.id for choice in question(changed).value["choices"].bound_blocks] == ids == ["a", "b", "c"]


def test_the_order_of_choices_matters_only_where_it_is_the_answer(make_lesson):
    for kind, expected in (("single", 1), ("order", 2)):
        block = copy.deepcopy(BLOCKS[kind])
        page = make_lesson(step_block("one", block), title=kind, title_fr=f"{kind}-fr")
        turned = draft(page)
        block["value"]["choices"].reverse()
        turned.steps = [step_block("one", block)]
        turned.save_revision().publish()
        assert question(draft(page)).value["revision"] == expected


def test_a_lesson_that_was_taken_down_and_reworded_comes_back_with_another_revision(lesson):
    LessonPage.objects.get(pk=lesson.pk).unpublish()
    edited = draft(lesson)
    reword(question(edited).value)
    edited.save()  # as the editor's form does while a page is not live
    edited.save_revision().publish()
    assert question(LessonPage.objects.get(pk=lesson.pk)).value["revision"] == 2


def test_an_old_version_brings_no_promise_along(lesson):
    mended = saved(lesson, mend).latest_revision
    saved(lesson, lambda value: value["choices"][0].update(text_en="Quite another"))
    mended.refresh_from_db()
    mended.as_object().save_revision().publish()
    assert question(LessonPage.objects.get(pk=lesson.pk)).value["revision"] == 3


def test_another_beginning_is_another_story(make_lesson):
    block = copy.deepcopy(BLOCKS["branch"])
    page = make_lesson(step_block("one", block))
    turned = draft(page)
    block["value"]["groups"][0]["value"]["name"], block["value"]["groups"][1]["value"]["name"] = (
        "home",
        "start",
    )
    turned.steps = [step_block("one", block)]
    turned.save_revision()
    assert question(draft(page)).value["revision"] == 2
