"""What every block has whose texts stand side by side in both languages."""

from typing import Any

from wagtail.blocks import StructValue


def needed(block_class: Any, label: Any, **options: Any) -> Any:
    """Return a text block that may be empty in a draft but not in a live page."""
    block = block_class(required=False, label=label, **options)
    block.meta.needed = True
    return block


class BilingualValue(StructValue):
    """A value whose texts stand in both languages."""

    def words(self, stem: str, language: str) -> Any:
        """Return one text in one language."""
        return self[f"{stem}_{language}"]
