"""What is learnt: modules, which group the lessons of an audience, and the lessons."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Revision

from education.bilingual.gate import Obstacle
from education.bilingual.languages import active
from education.bilingual.models import BilingualPage
from education.bilingual.parity import Pair
from education.blocks import PROSE
from education.models import BodyPage, PublicPage
from lessons import addresses, planning, playing, previewing, reviewing, revisions, structured_data
from lessons.blocks import StepBlock
from lessons.panels import ReadingLevelPanel, both_languages


class ModulePage(BodyPage):
    """The lessons of an audience that belong together."""

    page_kind = "module"
    parent_page_types: ClassVar[list[str]] = ["education.AudiencePage"]
    subpage_types: ClassVar[list[str]] = ["lessons.LessonPage"]

    ground_rules = RichTextField(_("ground rules"), blank=True, features=PROSE)
    if_told = RichTextField(_("what to say if somebody tells"), blank=True, features=PROSE)

    content_panels = [
        *BodyPage.content_panels,
        MultiFieldPanel(
            [
                *both_languages("ground_rules", _("Ground rules")),
                *both_languages("if_told", _("If somebody tells you something")),
            ],
            heading=_("For the educator"),
            help_text=_("Shown on the plan of each lesson of this module."),
            classname="side-by-side",
        ),
    ]

    class Meta:
        verbose_name = _("module page")
        verbose_name_plural = _("module pages")

    @classmethod
    def pairs(cls) -> list[Pair]:
        return [
            *super().pairs(),
            Pair("ground_rules_en", "ground_rules_fr", _("ground rules"), required=True),
            Pair("if_told_en", "if_told_fr", _("what to say if somebody tells"), required=True),
        ]

    @cached_property
    def tier(self) -> str:
        """Return the letter of the audience it stands under, or an empty string."""
        return playing.tier_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        lessons = [
            card | {"objective": page.in_language("objective")} | planning.addresses(page)
            for card, page in zip(context["children"], context["below"], strict=True)
        ]
        return context | {"lessons": lessons, "tier": self.tier, "reviews": reviewing.reviews(self)}

    def alternates_below(self, rest: str) -> dict[str, str]:
        return addresses.alternates(self, rest)

    def serve_rest(self, request: HttpRequest, rest: str) -> HttpResponse:
        """Serve a step of a review, such as `review/week/2/`. Raise Http404 for anything else."""
        english = addresses.in_english(active(), rest) or ""
        for when in reviewing.WHEN:
            if english.startswith(f"review/{when}/"):
                return reviewing.serve(self, request, when, english.removeprefix(f"review/{when}/"))
        return super().serve_rest(request, rest)


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
    objective = models.CharField(
        _("objective"),
        max_length=255,
        blank=True,
        help_text=_("In the learner's words, from a verb on: “say which parts of the body are private”."),
    )
    content_note = RichTextField(_("content note"), blank=True, features=PROSE)
    take_home = models.TextField(_("line for parents"), blank=True)
    about_sexuality = models.BooleanField(
        _("mainly about sexuality"),
        default=False,
        help_text=_("Alberta asks for parents' consent and the minister's approval: the plan says so."),
    )
    materials = RichTextField(_("materials"), blank=True, features=PROSE)
    leading = RichTextField(_("how to lead it"), blank=True, features=["h3", *PROSE])
    letter_home = RichTextField(_("letter home"), blank=True, features=PROSE)
    steps = StreamField([("step", StepBlock())], blank=True, verbose_name=_("steps"))

    content_panels = [
        FieldRowPanel([FieldPanel("code"), FieldPanel("minutes"), FieldPanel("drawing")]),
        *PublicPage.heading_panels,
        MultiFieldPanel(
            [
                *both_languages("objective", _("Objective")),
                *both_languages("content_note", _("Content note")),
                *both_languages("take_home", _("Line for parents")),
            ],
            heading=_("Around the steps"),
            classname="side-by-side",
        ),
        FieldPanel("steps"),
        ReadingLevelPanel(heading=_("Reading level")),
        MultiFieldPanel(
            [
                *both_languages("materials", _("What you need")),
                *both_languages("leading", _("How to lead it")),
                *both_languages("letter_home", _("Letter home")),
                FieldPanel("about_sexuality"),
            ],
            heading=_("For the educator"),
            classname="side-by-side",
        ),
    ]

    class Meta:
        verbose_name = _("lesson page")
        verbose_name_plural = _("lesson pages")

    @classmethod
    def pairs(cls) -> list[Pair]:
        return [
            *super().pairs(),
            Pair("objective_en", "objective_fr", _("objective"), required=True),
            Pair("content_note_en", "content_note_fr", _("content note"), required=True),
            Pair("take_home_en", "take_home_fr", _("line for parents")),
            Pair("materials_en", "materials_fr", _("materials"), required=True),
            Pair("leading_en", "leading_fr", _("how to lead it"), required=True),
            Pair("letter_home_en", "letter_home_fr", _("letter home"), required=True),
        ]

    @classmethod
    def shared_streams(cls) -> list[str]:
        return ["steps"]

    @cached_property
    def tier(self) -> str:
        """Return the letter of the audience it stands under, or an empty string."""
        return playing.tier_of(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs) | playing.intro_context(self)
        lesson = playing.lesson_of(self)
        data = structured_data.learning_resource(self, lesson) if self.path else ""
        return context | planning.addresses(self) | {"learning_resource": data}

    def alternates_below(self, rest: str) -> dict[str, str]:
        return addresses.alternates(self, rest)

    def serve_rest(self, request: HttpRequest, rest: str) -> HttpResponse:
        """Serve `step/2/`, where answers are marked, or the papers for class. Raise Http404 for the rest."""
        english = addresses.in_english(active(), rest) or ""
        if english.startswith(addresses.STEP):
            return playing.serve_step(self, request, english.removeprefix(addresses.STEP))
        return planning.serve(self, request, english)

    def own_obstacles(self, *, by_hand: bool) -> Iterable[Obstacle]:
        from lessons import readiness  # it knows the shape of every page

        yield from super().own_obstacles(by_hand=by_hand)
        yield from readiness.broken_questions(self)
        if by_hand:
            yield from readiness.unfinished(self)

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a draft; each question gets the revision that it has once it is published."""
        revisions.settle(self, revisions.published(self))
        return super().save_revision(*args, **kwargs)

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:  # type: ignore[override]
        return previewing.modes(self)

    def serve_mode(self, request: HttpRequest, mode: str) -> HttpResponse:
        """Preview the whole lesson, one step, or the answer key, where every feedback is seen."""
        return previewing.serve(self, request, mode)


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
