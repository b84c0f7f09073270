"""Which fields stand once per language (the body; titles and addresses are the base page's)."""

from modeltranslation.translator import TranslationOptions, register

from education.models import AudiencePage, GuidancePage, HomePage, StrategyPage, SupportPage


@register([HomePage, AudiencePage, GuidancePage, SupportPage, StrategyPage])
class BodyTranslation(TranslationOptions):
    """The body in English and in French; never one in place of the other."""

    fields = ("body",)
