"""Show an author how hard a lesson is to read, beside the gate of its readers."""

from typing import Any

from wagtail.admin.panels import Panel


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
