"""Which fields of modules and lessons stand once per language; questions never do."""

from modeltranslation.translator import TranslationOptions, register

from lessons.models import LessonPage, ModulePage


@register(ModulePage)
class ModuleTranslation(TranslationOptions):
    """The body and what the educator reads, in English and in French."""

    fields = ("body", "ground_rules", "if_told")


@register(LessonPage)
class LessonTranslation(TranslationOptions):
    """The texts around the steps; the steps hold both languages themselves."""

    fields = ("objective", "content_note", "take_home", "materials", "leading", "letter_home")
