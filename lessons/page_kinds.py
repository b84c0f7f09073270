"""The kinds of pages that content files hold, and where each value of a file stands on its page."""

from functools import cache
from typing import Any

from education.drawings import DRAWINGS
from education.models import AudiencePage, GuidancePage, HomePage, StrategyPage, SupportPage, Tier
from lessons.models import LessonPage, ModulePage
from lessons.shapes import Flag, Number, Pair, Plain, Prose, Record, Shape, Word, shape_of

MODELS: dict[str, Any] = {
    model.page_kind: model
    for model in (HomePage, AudiencePage, ModulePage, LessonPage, GuidancePage, SupportPage, StrategyPage)
}
# Where the name in the file is not the name of the page's field.
COLUMNS = {
    "title_en": "title",
    "tab_title_en": "seo_title",
    "tab_title_fr": "seo_title_fr",
    "summary_en": "search_description",
    "summary_fr": "search_description_fr",
    "discreet": "is_discreet",
}
_TIER = Word(lambda: frozenset(Tier.values))


@cache
def shape_of_page(kind: str) -> Record:
    """Return the whole shape of a content file of this kind, keys in the order of the file."""
    fields: dict[str, Shape] = {"page": Word(lambda: frozenset(MODELS)), "path": Plain(required=False)}
    if kind != HomePage.page_kind:
        fields["slug_fr"] = Plain(255)
    fields["order"] = Number(0, 9999)
    if kind == LessonPage.page_kind:
        return Record(fields | _lesson_fields())
    fields |= _heading()
    if kind in (AudiencePage.page_kind, ModulePage.page_kind):
        fields["tier"] = _TIER
    if kind == GuidancePage.page_kind:
        fields["discreet"] = Flag()
    fields["drawing"] = _drawing()
    if kind == ModulePage.page_kind:
        fields |= {name: _prose(ModulePage, name) for name in ("ground_rules", "if_told")}
    body = MODELS[kind]._meta.get_field("body_en").stream_block
    return Record(fields | {"body": Pair(shape_of(body))})


def _heading() -> dict[str, Shape]:
    calmer = Pair(Plain(255), required=False)  # for the tab and the browser's history
    return {"title": Pair(Plain(255)), "tab_title": calmer, "summary": Pair(Plain())}


def _drawing(*, required: bool = False) -> Word:
    return Word(lambda: DRAWINGS, required)


def _prose(model: Any, name: str) -> Pair:
    return Pair(Prose(frozenset(model._meta.get_field(name).features)))


def _lesson_fields() -> dict[str, Shape]:
    fields = LessonPage._meta.get_field
    return {
        "code": Plain(fields("code").max_length),
        **_heading(),
        "minutes": Number(3, 90),
        "drawing": _drawing(required=True),
        "objective": Pair(Plain(255)),
        "content_note": _prose(LessonPage, "content_note"),
        "take_home": Pair(Plain()),
        "about_sexuality": Flag(),
        **{name: _prose(LessonPage, name) for name in ("materials", "leading", "letter_home")},
        "steps": shape_of(fields("steps").stream_block),
    }
