"""What is learnt: modules, which group the lessons of an audience, and the lessons."""

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from education.bilingual.models import BilingualPage
from education.bilingual.parity import Pair
from education.blocks import PROSE
from education.models import BodyPage, PublicPage
from lessons import playing
from lessons.blocks import StepBlock


class ModulePage(BodyPage):
    """The lessons of an audience that belong together."""

    page_kind = "module"
    parent_page_types: ClassVar[list[str]] = ["education.AudiencePage"]
    subpage_types: ClassVar[list[str]] = ["lessons.LessonPage"]

    class Meta:
        verbose_name = _("module page")
        verbose_name_plural = _("module pages")

    @cached_property
    def tier(self) -> str:
        """Return the letter of the audience it stands under, or an empty string."""
        return playing.tier_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"lessons": context["children"], "tier": self.tier}


class LessonPage(PublicPage):
    """One lesson: its questions live once, its texts in both languages."""

    page_kind = "lesson"
    is_discreet = True
    parent_page_types: ClassVar[list[str]] = ["lessons.ModulePage"]
    subpage_types: ClassVar[list[str]] = []

    code = models.CharField(_("code"), max_length=4, help_text=_("The curriculum's, such as B5."))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=20, validators=[MinValueValidator(3), MaxValueValidator(90)]
    )
    content_note = RichTextField(_("content note"), blank=True, features=PROSE)
    take_home = models.TextField(_("line for parents"), blank=True)
    steps = StreamField([("step", StepBlock())], blank=True, verbose_name=_("steps"))

    content_panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("minutes"), FieldPanel("drawing")]),
        *PublicPage.heading_panels,
        MultiFieldPanel(
            [
                FieldPanel("content_note_en", heading=_("Content note (English)")),
                FieldPanel("content_note_fr", heading=_("Content note (French)")),
                FieldPanel("take_home_en", heading=_("Line for parents (English)")),
                FieldPanel("take_home_fr", heading=_("Line for parents (French)")),
            ],
            heading=_("Around the steps"),
            classname="side-by-side",
        ),
        FieldPanel("steps"),
    ]

    class Meta:
        verbose_name = _("lesson page")
        verbose_name_plural = _("lesson pages")

    @classmethod
    def pairs(cls) -> list[Pair]:
        return [
            *super().pairs(),
            Pair("content_note_en", "content_note_fr", _("content note"), required=True),
            Pair("take_home_en", "take_home_fr", _("line for parents")),
        ]

    @classmethod
    def shared_streams(cls) -> list[str]:
        return ["steps"]

    @cached_property
    def tier(self) -> str:
        """Return the letter of the audience it stands under, or an empty string."""
        return playing.tier_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | playing.intro_context(self)

    def serve_rest(self, request: HttpRequest, rest: str) -> HttpResponse:
        """Serve `step/2/`, and mark an answer posted to it. Raise Http404 for anything else."""
        return playing.serve_step(self, request, rest)


class PackEntry(models.Model):
    """What was last imported from a content file, so that an editor's change is recognised and kept."""

    path = models.CharField(_("path"), max_length=400, unique=True)
    page = models.OneToOneField(
        BilingualPage, verbose_name=_("page"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    fingerprint = models.CharField(_("fingerprint of the content"), max_length=64, blank=True)
    order = models.PositiveSmallIntegerField(_("order among its siblings"), default=0)

    class Meta:
        verbose_name = _("imported page")
        verbose_name_plural = _("imported pages")

    def __str__(self) -> str:
        return self.path or "home"
