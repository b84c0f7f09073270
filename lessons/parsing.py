"""Turn a lesson page into plain immutable values, once per published version."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import translation

from education.bilingual.languages import LANGUAGES
from education.blocks import picture_html, service_html
from lessons.quiz import Choice, Group, Kind, Question, Words

if TYPE_CHECKING:
    from lessons.models import LessonPage


@dataclass(frozen=True)
class Step:
    """One step: its title and its items, rendered prose or questions, in order."""

    key: str
    title: Words
    items: tuple[Words | Question, ...]
    has_service: bool = False

    @property
    def questions(self) -> dict[str, Question]:
        return {item.key: item for item in self.items if isinstance(item, Question)}


@dataclass(frozen=True)
class Lesson:
    """A lesson as learners meet it."""

    code: str
    minutes: int
    drawing: str
    title: Words
    summary: Words
    objective: Words
    content_note: Words
    take_home: Words
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for step in self.steps for question in step.questions.values())


def parse(page: "LessonPage") -> Lesson:
    """Return the page as plain values; prose is rendered here, in both languages."""
    return Lesson(
        code=page.code,
        minutes=page.minutes,
        drawing=page.drawing,
        title=Words(page.title, page.title_fr),
        summary=Words(page.search_description, page.search_description_fr),
        objective=Words(page.objective_en or "", page.objective_fr or ""),
        content_note=rich_text(page.content_note_en, page.content_note_fr),
        take_home=Words(page.take_home_en or "", page.take_home_fr or ""),
        steps=tuple(_step(block) for block in page.steps),
    )


def rich_text(en: str | None, fr: str | None) -> Words:
    """Return a rich text as HTML in both languages; links lead to pages of that language."""
    from wagtail.rich_text import expand_db_html

    html = {}
    for language, source in (("en", en), ("fr", fr)):
        with translation.override(language):
            html[language] = expand_db_html(source or "")
    return Words(**html)


def question_of(key: str, value: Any) -> Question:
    """Return a question block's value as a plain question."""
    return Question(
        key=key,
        kind=Kind(value["kind"] or Kind.SINGLE),
        prompt=_words(value, "prompt"),
        hint=_words(value, "hint"),
        choices=tuple(_choice(item.id, item.value) for item in value["choices"].bound_blocks),
        groups=tuple(_group(item.value) for item in value["groups"].bound_blocks),
        help=value["help"] or "",
        is_sensitive=bool(value["sensitive"]),
        is_retrieval=bool(value["retrieval"]),
        revision=value["revision"] or 1,
    )


def questions_of(page: "LessonPage | None") -> Iterator[tuple[Question, Any]]:
    """Yield each question of a page with the value of its block; nothing but pictures is rendered."""
    for step in page.steps if page is not None else ():
        for block in step.value["content"]:
            if block.block_type == "question":
                yield question_of(block.id, block.value), block.value


def _step(block: Any) -> Step:
    value = block.value
    items = tuple(_item(child) for child in value["content"])
    has_service = any(child.block_type == "service" and child.value for child in value["content"])
    return Step(block.id, _words(value, "title"), items, has_service)


def _item(block: Any) -> Words | Question:
    if block.block_type == "question":
        return question_of(block.id, block.value)
    html = {}
    for language in LANGUAGES:
        with translation.override(language):
            is_service = block.block_type == "service"
            html[language] = (
                service_html(block.value, language) if is_service else block.value.render(language)
            )
    return Words(**html)


def _choice(key: str, value: Any) -> Choice:
    return Choice(
        key=key,
        text=_words(value, "text"),
        feedback=_words(value, "feedback"),
        is_correct=bool(value["correct"]),
        group=value["group"] or "",
        leads_to=value["leads_to"] or "",
        picture=_picture(value),
        alt=_words(value, "alt"),
        service=value["service"] or "",
    )


def _group(value: Any) -> Group:
    return Group(
        key=value["name"] or "",
        label=_words(value, "label"),
        text=_words(value, "text"),
        picture=_picture(value),
        alt=_words(value, "alt"),
        service=value["service"] or "",
    )


def _picture(value: Any) -> Words:
    drawing, image = value["drawing"], value["image"]
    html = {one: picture_html(drawing, image, value[f"alt_{one}"] or "") for one in LANGUAGES}
    return Words(**html)


def _words(value: Any, stem: str) -> Words:
    return Words(value[f"{stem}_en"] or "", value[f"{stem}_fr"] or "")
