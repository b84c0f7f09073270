"""Let the editor's widgets start from a static script: its policy allows none inside a page."""

import json
import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

_CALL = re.compile(r"(?:new )?(?P<name>\w+)\((?P<arguments>.*)\);?", re.DOTALL)


def start_choosers_from_data() -> None:
    """Replace the inline script of every chooser by data that static/admin/start-widgets.js reads."""
    BaseChooser.render = _render


def starter(call: str) -> SafeString:
    """Return the data for a call such as `new PageChooser("id", {});`."""
    match = _CALL.fullmatch(call.strip())
    if match is None:
        raise ValueError(f"No simple call: {call}")
    arguments = [*json.loads(f"[{match['arguments']}]"), {}]
    return format_html(
        '<template data-starts="{}" data-for="{}" data-options="{}"></template>',
        match["name"],
        arguments[0],
        json.dumps(arguments[1]),
    )


def _render(self: BaseChooser, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
    value_data = self.get_value_data(value)
    chooser: SafeString = self.render_html(name, value_data, attrs)
    return chooser + starter(self.render_js_init(attrs["id"], name, value_data))
