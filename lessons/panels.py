"""The panels of a lesson's form: texts side by side, and how hard they are to read."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel


def both_languages(name: str, label: Any) -> list[FieldPanel]:
    """Return the panels of a text in English and in French."""
    languages = {"en": _("English"), "fr": _("French")}
    return [
        FieldPanel(f"{name}_{code}", heading=format_lazy("{} ({})", label, language))
        for code, language in languages.items()
    ]


class ReadingLevelPanel(Panel):
    """A table of reading levels, as of the last save."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "lessons/reading_level_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            from lessons import readiness  # it knows the shape of every page, and so the pages with panels

            context = super().get_context_data(parent_context)
            levels = readiness.reading_levels(self.instance) if self.instance.pk else []
            rows = [{"held": held, "part": readiness.part_name(held)} for held in levels]
            return context | {"rows": rows}
