"""Read rich text as the editor sees it: a row of blocks, whose words have a style."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

Target = Callable[[Mapping[str, str]], str]

BREAK = "\n"
LISTS = frozenset({"ul", "ol"})
HEADINGS = {"h2": "## ", "h3": "### "}
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
# No-break spaces are letters of French: only what a browser would fold is folded.
_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")


@dataclass(frozen=True)
class Run:
    """Some words in one style; a line break is a run of its own."""

    words: str
    link: str = ""
    bold: bool = False
    italic: bool = False


@dataclass
class Block:
    """A paragraph, a heading or an item of a list."""

    kind: str
    depth: int = 0
    runs: list[Run] = field(default_factory=list)


def read_blocks(html: str, target: Target) -> list[Block]:
    """Return the blocks of a rich text; `target` names where a link leads, or nowhere."""
    reader = _Reader(target)
    reader.feed(html)
    reader.close()
    return reader.blocks


class _Reader(HTMLParser):
    """Notes what is open while the tags go by."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._target = target
        self._lists: list[str] = []
        self._styles: list[str] = []
        self._links: list[str] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self._lists.append(tag)
        elif tag == "li":
            self._start(Block(self._lists[-1] if self._lists else "ul", max(0, len(self._lists) - 1)))
        elif tag in HEADINGS or (tag == "p" and not self._lists):
            self._start(Block(tag))
        elif tag in _STYLES:
            self._styles.append(_STYLES[tag])
        elif tag == "a":
            self._links.append(self._target({name: value or "" for name, value in attrs}))
        elif tag == "br" and self._is_open:
            self.blocks[-1].runs.append(Run(BREAK))

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS and self._lists:
            self._lists.pop()
        if tag in _STYLES and _STYLES[tag] in self._styles:
            self._styles.remove(_STYLES[tag])
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag in HEADINGS or tag in LISTS or tag in ("p", "li"):
            self._is_open = self._is_open and tag == "p" and bool(self._lists)

    def handle_data(self, data: str) -> None:
        if not self._is_open:
            if not data.strip():
                return
            self._start(Block("p"))
        link = self._links[-1] if self._links else ""
        run = Run(_SPACE.sub(" ", data), link, "bold" in self._styles, "italic" in self._styles)
        self.blocks[-1].runs.append(run)

    def _start(self, block: Block) -> None:
        self.blocks.append(block)
        self._is_open = True
