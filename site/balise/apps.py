"""The app that ties the site together: its commands, its deploy checks, its editors."""

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class BaliseConfig(AppConfig):
    name = "balise"
    verbose_name = _("Balise")

    def ready(self) -> None:
        from balise import checks  # noqa: F401

        # The signal comes once per app with models, in their order: Wagtail's pages are among the last.
        post_migrate.connect(_ensure_groups, sender=apps.get_app_config("wagtailcore"))


def _ensure_groups(**kwargs: Any) -> None:
    """Permissions are there only after the migrations of all apps: no migration could do this."""
    from balise.editor_groups import ensure_groups

    ensure_groups()
