"""Which fields of modules and lessons stand once per language; questions never do."""

from modeltranslation.translator import TranslationOptions, register

from lessons.models import LessonPage, ModulePage


@register(ModulePage)
class ModuleTranslation(TranslationOptions):
    """The body in English and in French."""

    fields = ("body",)


@register(LessonPage)
class LessonTranslation(TranslationOptions):
    """The texts around the steps; the steps hold both languages themselves."""

    fields = ("content_note", "take_home")
