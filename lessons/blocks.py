"""The blocks of a lesson: steps hold content, questions hold choices, texts stand in both languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
    TextBlock,
)
from wagtail.images.blocks import ImageChooserBlock

from education.blocks import PROSE, TONES, ServiceBlock, notice_html, picture_html
from education.drawings import drawing_choices
from lessons.quiz import Kind

KINDS = [(Kind.SINGLE, _("One answer")), (Kind.MULTIPLE, _("Several answers"))]


def needed(block_class: Any, label: Any, **options: Any) -> Any:
    """Return a text block that may be empty in a draft but not in a live page."""
    block = block_class(required=False, label=label, **options)
    block.meta.needed = True
    return block


class BilingualValue(StructValue):
    """A value whose texts stand in both languages."""

    def words(self, stem: str, language: str) -> Any:
        """Return one text in one language."""
        return self[f"{stem}_{language}"]


class LessonTextValue(BilingualValue):
    """Prose."""

    def render(self, language: str) -> SafeString:
        return mark_safe(f'<div class="prose">{self.words("text", language)}</div>')  # noqa: S308


class LessonTextBlock(StructBlock):
    """Prose in both languages, side by side."""

    text_en = needed(RichTextBlock, _("English"), features=["h3", *PROSE])
    text_fr = needed(RichTextBlock, _("French"), features=["h3", *PROSE])

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        form_classname = "struct-block side-by-side"
        value_class = LessonTextValue


class LessonNoticeValue(BilingualValue):
    """Something that stands out."""

    def render(self, language: str) -> SafeString:
        return notice_html(self["tone"], self.words("text", language))


class LessonNoticeBlock(StructBlock):
    """A short text that stands out, in both languages."""

    tone = ChoiceBlock(choices=TONES, default="note", label=_("tone"))
    text_en = needed(RichTextBlock, _("English"), features=PROSE)
    text_fr = needed(RichTextBlock, _("French"), features=PROSE)

    class Meta:
        icon = "warning"
        label = _("Notice")
        form_classname = "struct-block side-by-side"
        value_class = LessonNoticeValue


class LessonPictureValue(BilingualValue):
    """A drawing of the site's own, or an uploaded picture."""

    def render(self, language: str) -> SafeString:
        return picture_html(self["drawing"], self["image"], self.words("alt", language))


class LessonPictureBlock(StructBlock):
    """A picture with its alternative text in both languages."""

    drawing = ChoiceBlock(choices=drawing_choices, required=False, label=_("drawing"))
    image = ImageChooserBlock(required=False, label=_("uploaded picture, instead of a drawing"))
    alt_en = needed(CharBlock, _("alternative text (English)"), max_length=255)
    alt_fr = needed(CharBlock, _("alternative text (French)"), max_length=255)

    class Meta:
        icon = "image"
        label = _("Picture")
        form_classname = "struct-block side-by-side"
        value_class = LessonPictureValue


class ChoiceOfQuestionBlock(StructBlock):
    """One choice of a question; every choice explains itself."""

    text_en = needed(CharBlock, _("choice (English)"), max_length=255)
    text_fr = needed(CharBlock, _("choice (French)"), max_length=255)
    correct = BooleanBlock(required=False, label=_("right"))
    feedback_en = needed(TextBlock, _("feedback (English)"), rows=2)
    feedback_fr = needed(TextBlock, _("feedback (French)"), rows=2)

    class Meta:
        icon = "tick"
        label = _("Choice")
        form_classname = "struct-block side-by-side"
        value_class = BilingualValue


class QuestionBlock(StructBlock):
    """A question: its structure once, its texts in both languages."""

    kind = ChoiceBlock(choices=KINDS, default=Kind.SINGLE, label=_("kind"))
    prompt_en = needed(CharBlock, _("question (English)"), max_length=300)
    prompt_fr = needed(CharBlock, _("question (French)"), max_length=300)
    hint_en = CharBlock(required=False, max_length=300, label=_("hint (English)"))
    hint_fr = CharBlock(required=False, max_length=300, label=_("hint (French)"))
    choices = ListBlock(ChoiceOfQuestionBlock(), min_num=2, max_num=8, label=_("choices"))

    class Meta:
        icon = "help"
        label = _("Question")
        form_classname = "struct-block side-by-side"
        value_class = BilingualValue

    def clean(self, value: Any) -> Any:
        """Refuse a question that nobody could answer (ValidationError)."""
        cleaned = super().clean(value)
        right = sum(bool(choice["correct"]) for choice in cleaned["choices"])
        if right == 0 or (cleaned["kind"] == Kind.SINGLE and right > 1):
            message = _now(
                "A question with one answer has exactly one right choice; with several, at least one."
            )
            raise ValidationError(message)
        return cleaned


class StepContentBlock(StreamBlock):
    """What stands on one step."""

    text = LessonTextBlock()
    notice = LessonNoticeBlock()
    picture = LessonPictureBlock()
    service = ServiceBlock()
    question = QuestionBlock()


class StepBlock(StructBlock):
    """One step of a lesson: one idea, one screen."""

    title_en = needed(CharBlock, _("title (English)"), max_length=160)
    title_fr = needed(CharBlock, _("title (French)"), max_length=160)
    content = StepContentBlock(label=_("content"))

    class Meta:
        icon = "list-ol"
        label = _("Step")
        form_classname = "struct-block side-by-side"
        value_class = BilingualValue
