"""Whatever sound lesson an editor writes: it can be answered, left, stored, exported and imported again."""

import pytest
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons import content_files, parsing, story
from lessons.content_check import check
from lessons.content_writing import write
from lessons.faults import faults
from lessons.models import LessonPage
from lessons.page_content import content_of, fill
from lessons.page_kinds import shape_of_page
from lessons.quiz import CHOSEN, PLACED, Kind, mixed
from lessons.worksheets import worksheet
from tests.lessons.answers import Fields, answer, answered, is_right, show
from tests.lessons.lesson_blocks import lesson_texts
from tests.lessons.pack_texts import LINKS
from tests.lessons.random_lessons import questions, steps

MARKED = sorted(CHOSEN | PLACED | {Kind.ORDER})
thorough = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
quick = settings(thorough, max_examples=12)  # for each kind


def right_fields(question, shuffle):
    """Return the fields of a right answer, as a browser could send them in any order."""
    if question.kind in PLACED:
        return dict(shuffle([(f"place-{choice.key}", [choice.group]) for choice in question.choices]))
    if question.kind is Kind.ORDER:
        return {"order": list(question.keys)}
    right = shuffle(sorted(question.correct_keys))
    return {"choice": right[:1] if question.kind is Kind.ROUTE else right}


def any_fields(draw, question):
    """Return fields such as a form of this question could send, right or wrong or incomplete."""
    keys, places = list(question.keys), ["", *(group.key for group in question.groups)]
    if question.kind in PLACED:
        return {f"place-{key}": [draw(st.sampled_from(places))] for key in keys if draw(st.booleans())}
    if question.kind is Kind.ORDER:
        return {"order": draw(st.permutations(keys))} if draw(st.booleans()) else {}
    most = len(keys) if question.takes_several else 1
    return {"choice": draw(st.lists(st.sampled_from(keys), max_size=most, unique=True))}


@pytest.mark.parametrize("kind", Kind)
@quick
@given(drawn=st.data())
def test_a_random_question_is_sound(kind, drawn):
    question = drawn.draw(questions(kind))
    assert question.kind is kind
    assert faults(question) == []


# --- stories


def path_through(draw, question):
    """Return the choices of somebody who goes on wherever one can, no longer than the story has scenes."""
    path = []
    for _scene in question.groups:
        leading_on = [choice.key for choice in story.walk(question, path).choices if choice.leads_to]
        path += [draw(st.sampled_from(leading_on))] if leading_on else []
    return path


@thorough
@given(drawn=st.data())
def test_any_path_through_a_story_ends_and_every_end_offers_help(drawn):
    question = drawn.draw(questions(Kind.BRANCH))
    *path, last = path_through(drawn.draw, question)
    came, html = answered(question, {"path": path, "choice": [last]})
    assert came.walk.is_over
    assert f'data-service="{came.walk.scene.service}"' in html


@thorough
@given(drawn=st.data())
def test_every_choice_of_a_story_tells_its_consequence_and_can_be_taken_back(drawn):
    question = drawn.draw(questions(Kind.BRANCH))
    path = path_through(drawn.draw, question)
    path = path[: drawn.draw(st.integers(0, len(path) - 1))]
    here = story.walk(question, path)
    choice = drawn.draw(st.sampled_from(here.choices))
    came, html = answered(question, {"path": path, "choice": [choice.key]})
    assert escape(choice.feedback.en) in html
    if choice.leads_to:
        assert answer(question, Fields(html).sent | {"back": ["1"]}).walk == here
    else:
        assert (came.walk.scene, came.walk.path) == (here.scene, here.path)


# --- marking


@pytest.mark.parametrize("kind", MARKED)
@quick
@given(drawn=st.data())
def test_a_right_answer_is_right_in_whatever_order_its_fields_come(kind, drawn):
    question = drawn.draw(questions(kind).filter(lambda one: one.is_posted))
    fields = right_fields(question, lambda items: drawn.draw(st.permutations(items)))
    assert is_right(answer(question, dict(drawn.draw(st.permutations(list(fields.items()))))))


@pytest.mark.parametrize("kind", MARKED)
@quick
@given(drawn=st.data())
def test_an_answer_is_right_only_if_it_is_the_right_one(kind, drawn):
    question = drawn.draw(questions(kind).filter(lambda one: one.is_posted))
    fields = any_fields(drawn.draw, question)
    right = right_fields(question, list)
    expected = {name: set(values) for name, values in right.items()}
    if kind is Kind.ORDER:
        is_wanted = fields == right
    elif kind is Kind.ROUTE:
        is_wanted = bool(fields["choice"]) and set(fields["choice"]) <= question.correct_keys
    else:
        is_wanted = {name: set(values) for name, values in fields.items()} == expected
    assert is_right(answer(question, fields)) == is_wanted


@pytest.mark.parametrize("kind", MARKED)
@quick
@given(drawn=st.data())
def test_marking_never_depends_on_the_language(kind, drawn):
    question = drawn.draw(questions(kind).filter(lambda one: one.is_posted))
    fields = any_fields(drawn.draw, question)
    (english, here), (french, there) = (answered(question, fields, language) for language in ("en", "fr"))
    assert english.marked == french.marked
    assert [error.anchor for error in english.errors] == [error.anchor for error in french.errors]
    assert Fields(here).found == Fields(there).found


@pytest.mark.parametrize("kind", Kind)
@quick
@given(drawn=st.data())
def test_the_answer_ids_are_the_same_in_both_languages(kind, drawn):
    question = drawn.draw(questions(kind))
    english, french = (Fields(show(question, None, language)) for language in ("en", "fr"))
    assert english.found
    assert (english.found, english.ids) == (french.found, french.ids)


@pytest.mark.parametrize("kind", MARKED)
@quick
@given(drawn=st.data())
def test_no_feedback_is_there_before_its_answer(kind, drawn):
    question = drawn.draw(questions(kind).filter(lambda one: one.is_posted))
    assert "Because x" not in show(question)
    assert "Because x" not in show(question, answer(question, {}))


@pytest.mark.parametrize("kind", Kind)
@quick
@given(drawn=st.data())
def test_every_label_and_description_is_that_of_something_on_the_page(kind, drawn):
    question = drawn.draw(questions(kind))
    came = answer(question, any_fields(drawn.draw, question)) if kind in MARKED else None
    fields = Fields(show(question, came))
    assert fields.references - set(fields.ids) == set()
    assert len(fields.ids) == len(set(fields.ids))
    assert [one for one in fields.ids if one.split() != [one]] == []


@thorough
@given(drawn=st.data())
def test_mixed_choices_are_the_same_ones_and_never_in_the_right_order(drawn):
    question = drawn.draw(questions(Kind.ORDER))
    shown = mixed(question, question.choices)
    assert sorted(choice.key for choice in shown) == sorted(question.keys)
    assert tuple(choice.key for choice in shown) != question.keys
    assert Fields(show(question)).sent["order"] == [choice.key for choice in shown]
    paper = worksheet(question, "en", with_answers=False)
    assert len(paper["rows"]) == len(question.choices)


# --- whatever is sent


@pytest.mark.parametrize("kind", Kind)
@quick
@given(drawn=st.data())
def test_whatever_is_sent_something_can_be_shown(kind, drawn):
    question = drawn.draw(questions(kind))
    names = ["choice", "order", "path", "move", "back", "again", "place-", "place-z", "help"]
    names += [f"place-{key}" for key in question.keys]
    values = ["", "z", "\0", "<b>", "up-", f"up-{question.keys[0]}", *question.keys]
    values += [group.key for group in question.groups]
    some = st.lists(st.sampled_from(values), min_size=1, max_size=4)
    came = answer(question, drawn.draw(st.dictionaries(st.sampled_from(names), some, max_size=4)))
    html = show(question, came)
    assert 'data-question="' in html
    if not question.is_posted:
        assert came.is_unclear


@pytest.mark.parametrize("kind", MARKED)
@quick
@given(drawn=st.data())
def test_an_answer_with_something_unknown_in_it_is_never_marked(kind, drawn):
    question = drawn.draw(questions(kind).filter(lambda one: one.is_posted))
    fields = right_fields(question, list)
    name = drawn.draw(st.sampled_from(sorted(fields)))
    unknown = drawn.draw(st.text(min_size=1, max_size=5).filter(lambda text: text not in _words(question)))
    assert answer(question, fields | {name: [*fields[name], unknown]}).is_unclear
    assert answer(question, fields | {f"place-{unknown}": [""]}).is_unclear


def _words(question):
    return {*question.keys, *(group.key for group in question.groups)}


# --- stored, exported, imported


@pytest.mark.django_db
@settings(thorough, max_examples=20)
@given(drawn=st.data())
def test_what_is_exported_and_imported_again_is_the_same_lesson(drawn):
    page = lesson_page(drawn.draw(steps()))
    place = {"page": "lesson", "path": "ages/module/lesson", "slug_fr": "lecon", "order": 10}
    data = place | content_of(page, LINKS)
    file = content_files.read(write(shape_of_page("lesson"), data), "lesson.yaml")
    assert check(file, LINKS) == []
    again = LessonPage()
    fill(again, file.data, LINKS)
    assert content_of(again, LINKS) == content_of(page, LINKS)
    assert parsing.parse(again).questions == parsing.parse(page).questions


def lesson_page(steps):
    texts = lesson_texts() | {"title": "Lesson", "title_fr": "Leçon", "slug": "lesson", "slug_fr": "lecon"}
    texts |= {"search_description": "A summary.", "search_description_fr": "Un résumé."}
    texts |= {"take_home_en": "Talk.", "take_home_fr": "Parlez.", "drawing": "ear"}
    return LessonPage(**texts, steps=steps)


@pytest.mark.django_db
@settings(thorough, max_examples=8)
@given(drawn=st.data())
def test_any_sound_lesson_goes_live_and_is_answered_in_both_languages(make_lesson_again, client, drawn):
    stored = drawn.draw(steps())
    asked = parsing.parse(make_lesson_again(stored))
    for number, step in enumerate(asked.steps, start=1):
        addresses = [f"/en/ages/module/lesson/step/{number}/", f"/fr/ages/module/lecon/step/{number}/"]
        english, french = (client.get(address).content.decode() for address in addresses)
        assert Fields(english).sent == Fields(french).sent
        for question in step.questions.values():
            fields = {"question": [question.key], **right_fields(question, list)}
            statuses = {client.post(address, fields).status_code for address in addresses}
            assert statuses == {200 if question.kind in MARKED and question.is_posted else 422}


@pytest.fixture
def make_lesson_again(make_lesson):
    """Publish other steps in one and the same lesson, as often as one likes."""
    page = make_lesson()

    def make(steps):
        page.steps = steps
        page.save_revision().publish()
        return LessonPage.objects.get(pk=page.pk)

    return make
