"""The app of what is learnt."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LessonsConfig(AppConfig):
    name = "lessons"
    label = "lessons"
    verbose_name = _("Lessons")

    def ready(self) -> None:
        from lessons import receivers  # noqa: F401
