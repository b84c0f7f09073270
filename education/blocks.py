"""The blocks of a page's body; each value says how it is shown, the components say how it looks."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StreamBlock, StructBlock, StructValue
from wagtail.images.blocks import ImageChooserBlock

from education.bilingual.languages import active
from education.drawings import drawing_choices
from education.help.cards import card
from education.help.records import SERVICES
from education.provinces.facts import places

PROSE = ["bold", "italic", "link", "ol", "ul"]
TONES = [("note", _("Note")), ("important", _("Important")), ("safety", _("Safety"))]


def subject_choices() -> list[tuple[str, Any]]:
    """Return what a list of provinces can tell; a callable, so that another needs no migration."""
    return [
        ("protection", _("Emergency, child protection and the law on reporting")),
        ("classroom", _("What a province asks before a lesson")),
    ]


def service_choices() -> list[tuple[str, str]]:
    """Return the services an editor can pick: an id, never a number to type."""
    return [(record.id, record.words[active()].name) for record in SERVICES.values()]


def notice_html(tone: str, html: Any) -> SafeString:
    return render_to_string("notice/notice.html", {"tone": tone, "html": html})


def service_html(service_id: str, language: str) -> SafeString:
    """Show the card of a service; nothing where a draft names none."""
    if service_id not in SERVICES:
        return SafeString("")
    shown = card(SERVICES[service_id], language)
    return render_to_string("service-card/service-card.html", {"service": shown})


def provinces_html(subject: str, language: str) -> SafeString:
    """Show what holds in each province and territory; nothing where a draft names no subject."""
    if not subject:
        return SafeString("")
    shown = {"subject": subject, "places": places(subject, language)}
    return render_to_string("province-list/province-list.html", shown)


def picture_html(drawing: str, image: Any, alt: str) -> SafeString:
    """Show one of the site's drawings, or an uploaded picture at a sensible size."""
    if image:
        rendition = image.get_rendition("max-1200x900|format-webp")
        size = {"width": rendition.width, "height": rendition.height}
        return render_to_string("picture/picture.html", {"src": rendition.url, "alt": alt} | size)
    if not drawing:
        return SafeString("")
    return render_to_string("picture/picture.html", {"drawing": drawing, "alt": alt})


class NoticeValue(StructValue):
    """Something that stands out."""

    def render(self, language: str) -> SafeString:
        return notice_html(self["tone"], self["text"])


class NoticeBlock(StructBlock):
    """A short text that stands out."""

    tone = ChoiceBlock(choices=TONES, default="note", label=_("tone"))
    text = RichTextBlock(features=PROSE, label=_("text"))

    class Meta:
        icon = "warning"
        label = _("Notice")
        value_class = NoticeValue


class PictureValue(StructValue):
    """A drawing of the site's own, or an uploaded picture."""

    def render(self, language: str) -> SafeString:
        return picture_html(self["drawing"], self["image"], self["alt"])


class PictureBlock(StructBlock):
    """A picture with its alternative text."""

    needed_in_files = ("drawing",)  # no file holds an upload

    drawing = ChoiceBlock(choices=drawing_choices, required=False, label=_("drawing"))
    image = ImageChooserBlock(required=False, label=_("uploaded picture, instead of a drawing"))
    alt = CharBlock(max_length=255, label=_("alternative text"))

    class Meta:
        icon = "image"
        label = _("Picture")
        value_class = PictureValue


class DetailsValue(StructValue):
    """Something that opens."""

    def render(self, language: str) -> SafeString:
        return render_to_string("details/details.html", {"summary": self["summary"], "html": self["text"]})


class DetailsBlock(StructBlock):
    """A summary that opens to a longer text."""

    summary = CharBlock(max_length=160, label=_("summary"))
    text = RichTextBlock(features=["h3", *PROSE], label=_("text"))

    class Meta:
        icon = "arrow-down-big"
        label = _("Details that open")
        value_class = DetailsValue


class ServiceBlock(ChoiceBlock):
    """A service card, picked by id: the only way a number gets onto a page."""

    def __init__(self, **options: Any) -> None:
        # A callable: a new service needs no migration.
        super().__init__(**{"choices": service_choices} | options)

    class Meta:
        icon = "help"
        label = _("Service card")


class ProvincesBlock(ChoiceBlock):
    """What holds in each province and territory, by subject; the facts stand in provinces.toml."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"choices": subject_choices} | options)

    class Meta:
        icon = "globe"
        label = _("Provinces and territories")


class BodyBlock(StreamBlock):
    """The body of a page in one language."""

    text = RichTextBlock(features=["h2", "h3", *PROSE], label=_("Text"), icon="pilcrow")
    notice = NoticeBlock()
    picture = PictureBlock()
    service = ServiceBlock()
    details = DetailsBlock()
    provinces = ProvincesBlock()
