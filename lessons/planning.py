"""What an educator takes into the classroom: the lesson plan, a handout, and its answer key."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe

from education.bilingual import serving
from education.bilingual.languages import active
from education.provinces.records import expectations
from lessons import parsing, playing
from lessons.addresses import below
from lessons.parsing import Lesson
from lessons.worksheets import fits_on_paper, worksheet

if TYPE_CHECKING:
    from lessons.models import LessonPage

PLAN, HANDOUT, ANSWERS = "plan/", "handout/", "answers/"
_TEMPLATES = {PLAN: "lesson_plan", HANDOUT: "handout", ANSWERS: "handout"}


def serve(page: "LessonPage", request: HttpRequest, paper: str) -> HttpResponse:
    """Show the plan, the handout or the answer key of a lesson; raise Http404 for anything else."""
    if paper not in _TEMPLATES:
        raise Http404(f"{page.code} has no {paper}")
    lesson = playing.lesson_of(page)
    context = {"page": page, "request": request} | serving.context_of(page)
    context |= playing.lesson_context(page, lesson) | addresses(page)
    context |= _plan(page) if paper == PLAN else _sheets(lesson, with_answers=paper == ANSWERS)
    return TemplateResponse(request, f"lessons/{_TEMPLATES[paper]}.html", context)


def addresses(page: "LessonPage") -> dict[str, str]:
    """Return where the papers of a lesson are, in the active language."""
    at = {paper: f"{page.url}{below(active(), paper)}" for paper in _TEMPLATES}
    return {
        "lesson_url": page.url or "",
        "plan_url": at[PLAN],
        "handout_url": at[HANDOUT],
        "answers_url": at[ANSWERS],
    }


def _plan(page: "LessonPage") -> dict[str, Any]:
    module = page.get_parent().specific if page.path else None
    of_lesson = {name: _rich(page, name) for name in ("materials", "leading", "letter_home")}
    of_module = {name: _rich(module, name) for name in ("ground_rules", "if_told")} if module else {}
    return {
        **of_lesson,
        **of_module,
        "about_sexuality": page.about_sexuality,
        "expectations": expectations(page.tier, active()),
    }


def _sheets(lesson: Lesson, *, with_answers: bool) -> dict[str, Any]:
    questions = lesson.questions
    on_paper = [question for question in questions if fits_on_paper(question)]
    return {
        "with_answers": with_answers,
        "sheets": [worksheet(question, active(), with_answers=with_answers) for question in on_paper],
        "left_out": len(questions) - len(on_paper),
    }


def _rich(page: Any, name: str) -> Any:
    html = parsing.rich_text(getattr(page, f"{name}_en"), getattr(page, f"{name}_fr"))
    return mark_safe(html.in_language(active()))  # noqa: S308  the editor's rich text cleans itself
