"""Make the style sheet and the scripts that pages load."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from balise import scripts, styles


class Command(BaseCommand):
    help = "Join and minify the style sheets and scripts into var/built."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        destination = settings.BUILT / "built"
        destination.mkdir(parents=True, exist_ok=True)
        styles.build(destination)
        scripts.build(destination)
