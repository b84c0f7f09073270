"""The blocks of a lesson: steps hold content, texts stand in both languages."""

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock

from education.blocks import PROSE, TONES, ServiceBlock, notice_html, picture_html
from education.drawings import drawing_choices
from lessons.bilingual_blocks import BilingualValue, needed
from lessons.question_blocks import QuestionBlock


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

    needed_in_files = ("drawing",)  # no file holds an upload

    drawing = ChoiceBlock(choices=drawing_choices, required=False, label=_("drawing"))
    image = ImageChooserBlock(required=False, label=_("uploaded picture, instead of a drawing"))
    alt_en = needed(CharBlock, _("alternative text (English)"), max_length=255)
    alt_fr = needed(CharBlock, _("alternative text (French)"), max_length=255)

    class Meta:
        icon = "image"
        label = _("Picture")
        form_classname = "struct-block side-by-side"
        value_class = LessonPictureValue


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
