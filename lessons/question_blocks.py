"""The block of a question: its kind, its groups and choices once, its texts in both languages."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BlockGroup,
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    TextBlock,
)
from wagtail.images.blocks import ImageChooserBlock

from education.blocks import ServiceBlock
from education.drawings import drawing_choices
from lessons.bilingual_blocks import BilingualValue, needed
from lessons.quiz import Kind

KINDS = [
    (Kind.SINGLE, _("One answer")),
    (Kind.MULTIPLE, _("Several answers")),
    (Kind.TRUE_FALSE, _("True or false")),
    (Kind.TAP, _("Choose a picture")),
    (Kind.SORT, _("Sort into groups")),
    (Kind.ORDER, _("Put in order")),
    (Kind.MATCH, _("Match")),
    (Kind.BRANCH, _("Story with choices")),
    (Kind.ROUTE, _("Choose a service")),
    (Kind.SAY, _("Build a sentence")),
]


class PicturedBlock(StructBlock):
    """What may have a picture: a drawing of the site's own, or an upload."""

    drawing = ChoiceBlock(choices=drawing_choices, required=False, label=_("drawing"))
    image = ImageChooserBlock(required=False, label=_("uploaded picture, instead of a drawing"))
    alt_en = CharBlock(required=False, max_length=255, label=_("alternative text (English)"))
    alt_fr = CharBlock(required=False, max_length=255, label=_("alternative text (French)"))


class ChoiceOfQuestionBlock(PicturedBlock):
    """One choice of a question; every choice explains itself."""

    text_en = needed(CharBlock, _("choice (English)"), max_length=255)
    text_fr = needed(CharBlock, _("choice (French)"), max_length=255)
    correct = BooleanBlock(required=False, label=_("right"))
    feedback_en = needed(TextBlock, _("feedback (English)"), rows=2)
    feedback_fr = needed(TextBlock, _("feedback (French)"), rows=2)
    group = CharBlock(
        required=False,
        max_length=40,
        label=_("belongs to the group"),
        help_text=_("To sort, match, tell a story or build a sentence: the name of one of the groups above."),
    )
    leads_to = CharBlock(
        required=False,
        max_length=40,
        label=_("leads to the scene"),
        help_text=_("In a story: a scene further down. Without one, the story stays where it is."),
    )
    service = ServiceBlock(required=False, label=_("service that is chosen"))

    class Meta:
        icon = "tick"
        label = _("Choice")
        form_classname = "struct-block side-by-side"
        value_class = BilingualValue
        form_layout = BlockGroup(
            children=["text_en", "text_fr", "correct", "feedback_en", "feedback_fr", "group", "leads_to"],
            settings=["drawing", "image", "alt_en", "alt_fr", "service"],
        )


class GroupOfQuestionBlock(PicturedBlock):
    """What choices belong to: a box, a partner, a scene of a story, a part of a sentence."""

    name = CharBlock(
        max_length=40,
        label=_("name"),
        help_text=_("A short word of your own; the choices below refer to it. Learners never see it."),
    )
    label_en = needed(CharBlock, _("label (English)"), max_length=160)
    label_fr = needed(CharBlock, _("label (French)"), max_length=160)
    text_en = TextBlock(required=False, rows=3, label=_("what happens in the scene (English)"))
    text_fr = TextBlock(required=False, rows=3, label=_("what happens in the scene (French)"))
    service = ServiceBlock(required=False, label=_("service offered where a story ends"))

    class Meta:
        icon = "folder"
        label = _("Group")
        form_classname = "struct-block side-by-side"
        value_class = BilingualValue
        form_layout = BlockGroup(
            children=["name", "label_en", "label_fr", "text_en", "text_fr"],
            settings=["drawing", "image", "alt_en", "alt_fr", "service"],
        )


class QuestionBlock(StructBlock):
    """A question: its structure once, its texts in both languages."""

    kind = ChoiceBlock(choices=KINDS, default=Kind.SINGLE, label=_("kind"))
    prompt_en = needed(CharBlock, _("question (English)"), max_length=300)
    prompt_fr = needed(CharBlock, _("question (French)"), max_length=300)
    hint_en = CharBlock(required=False, max_length=300, label=_("hint (English)"))
    hint_fr = CharBlock(required=False, max_length=300, label=_("hint (French)"))
    groups = ListBlock(
        GroupOfQuestionBlock(),
        default=[],
        max_num=8,
        label=_("groups"),
        help_text=_("The boxes to sort into, partners to match, scenes of a story, or parts of a sentence."),
    )
    choices = ListBlock(
        ChoiceOfQuestionBlock(),
        min_num=2,
        max_num=20,
        label=_("choices"),
        help_text=_("To put in order: write them in the right order; learners see them mixed."),
    )
    retrieval = BooleanBlock(
        required=False, label=_("comes back in the module's review, after a week or a month")
    )
    sensitive = BooleanBlock(required=False, label=_("sensitive: the answer is never sent to us"))
    help = ServiceBlock(required=False, label=_("service card inside the question"))
    same_meaning = BooleanBlock(
        required=False,
        label=_("I only mended a typing error"),
        help_text=_("Otherwise a changed text begins a new revision."),
    )
    revision = IntegerBlock(
        default=1,
        min_value=1,
        label=_("revision"),
        help_text=_("Counted by the site. It rises when the question is published with another meaning."),
    )

    class Meta:
        icon = "help"
        label = _("Question")
        form_classname = "struct-block side-by-side"
        value_class = BilingualValue
        form_layout = BlockGroup(
            children=["kind", "prompt_en", "prompt_fr", "hint_en", "hint_fr", "groups", "choices"],
            settings=["retrieval", "sensitive", "help", "same_meaning", "revision"],
        )
