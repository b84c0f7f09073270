"""What the public reads: home, audience, guidance, support and strategy pages, and pictures."""

from collections.abc import Iterable
from pathlib import PurePath
from secrets import token_hex
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from education import rendering
from education.bilingual import serving
from education.bilingual.forms import BilingualPageForm
from education.bilingual.gate import Obstacle
from education.bilingual.languages import active
from education.bilingual.models import BilingualPage
from education.bilingual.parity import Pair
from education.blocks import BodyBlock
from education.drawings import drawing_choices
from education.unsafe_texts import refuse_unsafe, unsafe_texts


class Tier(models.TextChoices):
    """Whom a page is for; the letters are the curriculum's."""

    A = "A", _("Ages 5 to 7")
    B = "B", _("Ages 8 to 11")
    C = "C", _("Ages 12 and 13")
    D = "D", _("Ages 14 to 17")
    P = "P", _("Parents")
    E = "E", _("Educators")
    H = "H", _("Health professionals")


class PublicPage(BilingualPage):
    """What every page type of the site shares: the form, the panels and the drawing."""

    base_form_class = BilingualPageForm

    drawing = models.CharField(_("drawing"), max_length=40, blank=True, choices=drawing_choices)

    heading_panels = [
        MultiFieldPanel(
            [
                TitleFieldPanel("title", heading=_("Title (English)"), placeholder=False, classname=""),
                FieldPanel("title_fr"),
            ],
            heading=_("Title"),
            classname="side-by-side",
        ),
        MultiFieldPanel(
            [FieldPanel("search_description"), FieldPanel("search_description_fr")],
            heading=_("Summary"),
            help_text=_("One or two plain sentences: on cards, in search and for search engines."),
            classname="side-by-side",
        ),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug", heading=_("Slug (English)")), FieldPanel("slug_fr")],
            heading=_("Address"),
            classname="side-by-side",
        ),
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("seo_title_fr")],
            heading=_("Title in search engines, where it differs"),
            classname="side-by-side",
        ),
    ]
    settings_panels = [PublishingPanel()]

    class Meta:
        abstract = True

    def own_obstacles(self, *, by_hand: bool) -> Iterable[Obstacle]:
        return unsafe_texts(self)


class BodyPage(PublicPage):
    """A page with a body of blocks, written once in each language."""

    body = StreamField(BodyBlock(), blank=True, verbose_name=_("body"))

    content_panels = [
        *PublicPage.heading_panels,
        FieldPanel("drawing"),
        FieldPanel("body_en", heading=_("Body (English)")),
        FieldPanel("body_fr", heading=_("Body (French)")),
    ]

    class Meta:
        abstract = True

    @classmethod
    def pairs(cls) -> list[Pair]:
        return [*super().pairs(), Pair("body_en", "body_fr", _("body"))]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        rendered = rendering.render(self.in_language("body"))
        below = rendering.pages_below(self)
        cards = rendering.cards(below)
        body = {"body": rendered.html, "on_this_page": rendered.headings}
        return context | body | serving.neighbours(self) | {"below": below, "children": cards}


class HomePage(BodyPage):
    """The front page of each language."""

    page_kind = "home"
    parent_page_types: ClassVar[list[str]] = ["bilingual.BilingualPage"]
    max_count = 1

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        audiences = [card for card in context["children"] if card["kind"] == "audience"]
        return context | {"audiences": audiences, "support_cards": rendering.support_cards(context["below"])}


class AudiencePage(BodyPage):
    """The page of one audience: what is there for it, and its modules."""

    page_kind = "audience"
    parent_page_types: ClassVar[list[str]] = ["education.HomePage"]

    tier = models.CharField(_("audience"), max_length=1, choices=Tier.choices)

    content_panels = [FieldPanel("tier"), *BodyPage.content_panels]

    class Meta:
        verbose_name = _("audience page")
        verbose_name_plural = _("audience pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"modules": rendering.module_cards(context["below"]), "tier": self.tier}


class GuidancePage(BodyPage):
    """A page of guidance or about the site."""

    page_kind = "guidance"
    parent_page_types: ClassVar[list[str]] = [
        "education.HomePage",
        "education.AudiencePage",
        "education.GuidancePage",
    ]

    is_discreet = models.BooleanField(
        _("discreet"),
        default=False,
        help_text=_(
            "Links on this page take its place in the browser's history. Back leads out of the visit."
        ),
    )

    settings_panels = [*BodyPage.settings_panels, FieldPanel("is_discreet")]

    class Meta:
        verbose_name = _("guidance page")
        verbose_name_plural = _("guidance pages")


class SupportPage(BodyPage):
    """A page for somebody who needs help, with a calm title."""

    page_kind = "support"
    is_discreet = True
    parent_page_types: ClassVar[list[str]] = ["education.HomePage", "education.SupportPage"]

    class Meta:
        verbose_name = _("support page")
        verbose_name_plural = _("support pages")


class StrategyPage(BodyPage):
    """What Canada's National Strategy does and pays for."""

    page_kind = "strategy"
    parent_page_types: ClassVar[list[str]] = ["education.HomePage"]

    class Meta:
        verbose_name = _("strategy page")
        verbose_name_plural = _("strategy pages")


class Picture(AbstractImage):
    """An uploaded picture, re-encoded on arrival, with its alternative text in both languages."""

    alt_en = models.CharField(
        _("alternative text (English)"), max_length=255, blank=True, validators=[refuse_unsafe]
    )
    alt_fr = models.CharField(
        _("alternative text (French)"), max_length=255, blank=True, validators=[refuse_unsafe]
    )

    # Without "description": the two alternative texts take its place.
    admin_form_fields = ("title", "file", "alt_en", "alt_fr", *Image.admin_form_fields[3:])

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_picture", "Can choose picture")]

    def get_upload_to(self, filename: str) -> str:
        """Return a name that says nothing and never comes twice, so that what it names never changes."""
        return f"original_images/{token_hex(12)}{PurePath(filename).suffix.lower()}"

    @property
    def default_alt_text(self) -> str:
        return self.alt_fr if active() == "fr" else self.alt_en


class PictureRendition(AbstractRendition):
    """A size of a picture."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_size"
            ),
        ]
