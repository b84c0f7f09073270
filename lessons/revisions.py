"""Keep answers comparable: a question with another meaning is another revision, a mended slip is none.

Answers are counted under a question's id and revision (decision 0015). A revision is always worked out from
what was published last, so that saving a draft twice, or going back to an old one, cannot count wrongly.
"""

from typing import TYPE_CHECKING, Any

from lessons.parsing import questions_of
from lessons.quiz import Kind, Question

if TYPE_CHECKING:
    from lessons.models import LessonPage


def settle(page: "LessonPage", published: "LessonPage | None") -> None:
    """Give each question of a draft the revision it has once it is published."""
    before = {question.key: question for question, _value in questions_of(published)}
    for question, value in questions_of(page):
        value["revision"] = revision(
            question, before.get(question.key), is_mended=bool(value["same_meaning"])
        )


def published(page: "LessonPage") -> "LessonPage | None":
    """Return the page as it was published last; once taken down, as it was saved last."""
    known = type(page).objects.filter(pk=page.pk, first_published_at__isnull=False).first()
    if known is None or known.live or known.latest_revision is None:
        return known
    saved: LessonPage = known.latest_revision.as_object()
    return saved


def forget_promises(page: "LessonPage") -> None:
    """Take back what an editor said of the last change: it says nothing of the next one."""
    for _question, value in questions_of(page):
        value["same_meaning"] = False


def revision(question: Question, published: Question | None, *, is_mended: bool) -> int:
    """Return the revision of a question, from 1; `is_mended` when its texts changed but not their meaning."""
    if published is None:
        return question.revision
    is_other = _structure(question) != _structure(published)
    is_reworded = _texts(question) != _texts(published) and not is_mended
    return published.revision + 1 if is_other or is_reworded else published.revision


def _structure(question: Question) -> Any:
    """Return what makes an answer right or wrong, whatever its words are."""
    choices = [(one.key, one.is_correct, one.group, one.leads_to, one.service) for one in question.choices]
    in_order = choices if question.kind is Kind.ORDER else sorted(choices)
    keys = [group.key for group in question.groups]
    groups = keys if question.kind is Kind.BRANCH else sorted(keys)  # a story begins with its first scene
    return question.kind, in_order, groups


def _texts(question: Question) -> Any:
    """Return what a learner reads before answering; a feedback comes after."""
    choices = {one.key: (one.text, one.picture) for one in question.choices}
    groups = {one.key: (one.label, one.text, one.picture) for one in question.groups}
    return question.prompt, choices, groups
