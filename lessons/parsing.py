"""Turn a lesson page into plain immutable values, once per published version."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import translation

from education.bilingual.languages import LANGUAGES
from education.blocks import service_html
from lessons.quiz import Choice, Kind, Question, Words

if TYPE_CHECKING:
    from lessons.models import LessonPage


@dataclass(frozen=True)
class Step:
    """One step: its title and its items, rendered prose or questions, in order."""

    key: str
    title: Words
    items: tuple[Words | Question, ...]

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
    content_note: Words
    take_home: Words
    steps: tuple[Step, ...]


def parse(page: "LessonPage") -> Lesson:
    """Return the page as plain values; prose is rendered here, in both languages."""
    return Lesson(
        code=page.code,
        minutes=page.minutes,
        drawing=page.drawing,
        title=Words(page.title, page.title_fr),
        summary=Words(page.search_description, page.search_description_fr),
        content_note=_rich(page.content_note_en, page.content_note_fr),
        take_home=Words(page.take_home_en or "", page.take_home_fr or ""),
        steps=tuple(_step(block) for block in page.steps),
    )


def _step(block: Any) -> Step:
    value = block.value
    items = tuple(_item(child) for child in value["content"])
    return Step(block.id, Words(value["title_en"], value["title_fr"]), items)


def _item(block: Any) -> Words | Question:
    if block.block_type == "question":
        return _question(block)
    html = {}
    for language in LANGUAGES:
        with translation.override(language):
            is_service = block.block_type == "service"
            html[language] = (
                service_html(block.value, language) if is_service else block.value.render(language)
            )
    return Words(**html)


def _question(block: Any) -> Question:
    value = block.value
    choices = tuple(_choice(item) for item in value["choices"].bound_blocks)
    return Question(
        block.id, Kind(value["kind"] or Kind.SINGLE), _words(value, "prompt"), _words(value, "hint"), choices
    )


def _choice(item: Any) -> Choice:
    value = item.value
    return Choice(item.id, _words(value, "text"), bool(value["correct"]), _words(value, "feedback"))


def _words(value: Any, stem: str) -> Words:
    return Words(value[f"{stem}_en"] or "", value[f"{stem}_fr"] or "")


def _rich(en: str | None, fr: str | None) -> Words:
    from wagtail.rich_text import expand_db_html

    html = {}
    for language, source in (("en", en), ("fr", fr)):
        with translation.override(language):
            html[language] = expand_db_html(source or "")
    return Words(**html)
