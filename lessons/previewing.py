"""Preview a lesson as its editor works on it: the whole, each step, or every feedback at once."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from education.bilingual.languages import active
from lessons import planning, playing

if TYPE_CHECKING:
    from lessons.models import LessonPage

_ANSWERS = "answers"


def modes(page: "LessonPage") -> list[tuple[str, str]]:
    """Return each preview mode with its label: a language, then what is shown in it."""
    languages = [("en", _("English")), ("fr", _("French"))]
    whole = [(code, str(name)) for code, name in languages]
    steps = [
        (f"{code}-{number}", _("%(language)s, step %(number)d") % {"language": name, "number": number})
        for code, name in languages
        for number in range(1, len(page.steps) + 1)
    ]
    answers = [
        (f"{code}-{_ANSWERS}", _("%(language)s, every feedback") % {"language": name})
        for code, name in languages
    ]
    return [*whole, *steps, *answers]


def serve(page: "LessonPage", request: HttpRequest, mode: str) -> HttpResponse:
    """Show a draft in one mode; a step that was taken away in the meantime shows the whole lesson."""
    lesson = playing.lesson_of(page)
    course = playing.course_of(page, lesson)
    if mode == _ANSWERS:
        return planning.serve(page, request, planning.ANSWERS)
    if mode.isdecimal() and 1 <= int(mode) <= len(course.steps):
        return playing.play(page, request, course, int(mode), playing.lesson_context(page, lesson))
    context: dict[str, Any] = page.get_context(request) | {"preview_steps": _all(course)}
    return TemplateResponse(request, page.get_template(request), context)


def _all(course: playing.Course) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "title": step.title.in_language(active()),
            "items": playing.step_context(course, number)["items"],
        }
        for number, step in enumerate(course.steps, start=1)
    ]
