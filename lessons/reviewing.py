"""The review of a module: its retrieval questions come back after a week, and others after a month."""

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.loader import render_to_string
from django.utils import translation

from education.bilingual.languages import LANGUAGES, active
from lessons import playing
from lessons.addresses import below
from lessons.parsing import Step
from lessons.quiz import Question, Words

if TYPE_CHECKING:
    from lessons.models import LessonPage, ModulePage

MOST = 5  # questions in one review: few and without stakes
WHEN = ("week", "month")


def reviews(module: "ModulePage") -> dict[str, str]:
    """Return the address of each review that the module has, in the active language."""
    if not any(_retrieval(page) for page in _lessons(module)):
        return {}
    return {when: f"{_address(module, when)}1/" for when in WHEN}


def serve(module: "ModulePage", request: HttpRequest, when: str, rest: str) -> HttpResponse:
    """Show a step of a review; raise Http404 for no such step."""
    here = module.url or ""
    course = playing.Course(_steps(module, when), _address(module, when), here, here)
    if not rest and course.steps:
        return HttpResponsePermanentRedirect(course.url(1))
    context: dict[str, Any] = {"tier": module.tier, "review": _name(when), "discreet": True}
    return playing.play(module, request, course, course.step(rest), context)


def chosen(questions: list[list[Question]], when: str) -> list[tuple[int, Question]]:
    """Return what comes back `when`, with the number of its lesson: one of each lesson in turn.

    Week and month share out the questions of a lesson; one that has a single question asks it twice.
    """
    first = WHEN.index(when)
    halves = [all_[first :: len(WHEN)] or all_ for all_ in questions]
    numbered = [[(number, question) for question in half] for number, half in enumerate(halves)]
    in_turn = chain.from_iterable(zip_longest(*numbered))
    return [one for one in in_turn if one is not None][:MOST]


def _name(when: str) -> str:
    return translation.gettext("A week later") if when == "week" else translation.gettext("A month later")


def _address(module: "ModulePage", when: str) -> str:
    return f"{module.url}{below(active(), f'review/{when}/')}"


def _steps(module: "ModulePage", when: str) -> list[Step]:
    pages = _lessons(module)
    asked = chosen([_retrieval(page) for page in pages], when)
    steps = [_step(pages[number], question) for number, question in asked]
    return [*steps, _ending(pages)] if steps else []


def _step(page: "LessonPage", question: Question) -> Step:
    return Step(question.key, Words(page.title, page.title_fr), (_origin(page), question))


def _origin(page: "LessonPage") -> Words:
    """Return the line that leads back to the lesson a question comes from."""
    return _in_both("lessons/review_origin.html", [page])


def _ending(pages: list["LessonPage"]) -> Step:
    html = _in_both("lessons/review_end.html", pages)
    titles = {}
    for language in LANGUAGES:
        with translation.override(language):
            titles[language] = translation.gettext("That is all for today")
    return Step("end", Words(**titles), (html,))


def _in_both(template: str, pages: list["LessonPage"]) -> Words:
    html = {}
    for language in LANGUAGES:
        with translation.override(language):
            links = [{"label": page.heading, "url": page.url} for page in pages]
            html[language] = render_to_string(template, {"lessons": links})
    return Words(**html)


def _lessons(module: "ModulePage") -> list["LessonPage"]:
    from lessons.models import LessonPage

    return list(LessonPage.objects.child_of(module).live().order_by("path").defer_streamfields())


def _retrieval(page: "LessonPage") -> list[Question]:
    return [question for question in playing.lesson_of(page).questions if question.is_retrieval]
