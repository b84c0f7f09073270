"""The app of the base page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BilingualConfig(AppConfig):
    name = "education.bilingual"
    label = "bilingual"
    verbose_name = _("Bilingual pages")

    def ready(self) -> None:
        from education.bilingual import receivers  # noqa: F401
