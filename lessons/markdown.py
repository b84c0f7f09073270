"""Rich text of the editor back to Markdown, in one fixed spelling, so that equal texts are written alike."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import groupby

Target = Callable[[Mapping[str, str]], str]

BREAK = "\n"
_LISTS = {"ul", "ol"}
_HEADINGS = {"h2": "## ", "h3": "### "}
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SPECIAL = re.compile(r"[\\`*_\[\]]|<(?=[A-Za-z])|&(?=#?\w+;)")
_NUMBERED = re.compile(r"\d{1,9}[.)]")


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


@dataclass(frozen=True)
class Mark:
    """A sign of Markdown between words."""

    sign: str
    opens: bool


def to_markdown(html: str, target: Target) -> str:
    """Return the Markdown of a rich text; `target` names where a link leads, or nowhere."""
    reader = _Reader(target)
    reader.feed(html)
    reader.close()
    written = [(block, text) for block in reader.blocks if (text := _inline(block))]
    return "".join(_with_markers(written)).strip()


class _Reader(HTMLParser):
    """Reads rich text as the editor sees it: a row of blocks, whose words have a style."""

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._target = target
        self._lists: list[str] = []
        self._styles: list[str] = []
        self._links: list[str] = []
        self._is_open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LISTS:
            self._lists.append(tag)
        elif tag == "li":
            self._start(Block(self._lists[-1] if self._lists else "ul", max(0, len(self._lists) - 1)))
        elif tag in _HEADINGS or (tag == "p" and not self._lists):
            self._start(Block(tag))
        elif tag in _STYLES:
            self._styles.append(_STYLES[tag])
        elif tag == "a":
            self._links.append(self._target({name: value or "" for name, value in attrs}))
        elif tag == "br" and self._is_open:
            self.blocks[-1].runs.append(Run(BREAK))

    def handle_endtag(self, tag: str) -> None:
        if tag in _LISTS and self._lists:
            self._lists.pop()
        if tag in _STYLES and _STYLES[tag] in self._styles:
            self._styles.remove(_STYLES[tag])
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag in _HEADINGS or tag in _LISTS or tag in ("p", "li"):
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


# --- the words of one block


def _inline(block: Block) -> str:
    is_heading = block.kind in _HEADINGS
    runs = [Run(" ") if is_heading and run.words == BREAK else run for run in block.runs]
    pieces = list(_pieces(_trimmed(runs), ("link", "bold", "italic")))
    text = _written(pieces)
    return re.sub(r"#$", r"\\#", text) if is_heading else text


def _trimmed(runs: Iterable[Run]) -> list[Run]:
    """Return the runs without blanks at either end of a line, and without doubled ones between them."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.words == BREAK:
            lines.append([])
            continue
        line = lines[-1]
        words = run.words if line else run.words.lstrip()
        if line and line[-1].words.endswith(" "):
            words = words.removeprefix(" ")
        if words:
            line.append(replace(run, words=words))
    joined: list[Run] = []
    for line in lines:
        joined += [*_without_end(line), Run(BREAK)]
    while joined and joined[0].words == BREAK:
        joined.pop(0)
    while joined and joined[-1].words == BREAK:
        joined.pop()
    return joined


def _without_end(line: list[Run]) -> list[Run]:
    line = list(line)
    while line and not line[-1].words.strip():
        line.pop()
    return [*line[:-1], replace(line[-1], words=line[-1].words.rstrip())] if line else []


def _pieces(runs: list[Run], layers: tuple[str, ...]) -> Iterator[str | Mark]:
    """Yield words and signs, layer within layer: links, then bold, then italics; edges hold no blanks."""
    if not layers:
        yield "".join(run.words for run in runs)
        return
    layer, *rest = layers
    for value, group in groupby(runs, key=lambda run: getattr(run, layer)):
        if not value:
            yield from _pieces(list(group), tuple(rest))
            continue
        before, inside, after = _split_edges(list(group))
        yield before
        if inside:
            opening, closing = _signs(layer, value)
            yield Mark(opening, opens=True)
            yield from _pieces(inside, tuple(rest))
            yield Mark(closing, opens=False)
        yield after


def _signs(layer: str, value: str | bool) -> tuple[str, str]:
    if layer == "link":
        address = str(value).replace("(", "%28").replace(")", "%29").replace(" ", "%20")
        return "[", f"]({address})"
    return ("**", "**") if layer == "bold" else ("_", "_")


def _split_edges(runs: list[Run]) -> tuple[str, list[Run], str]:
    text = "".join(run.words for run in runs)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    inside, position = [], 0
    for run in runs:
        words = run.words[max(0, start - position) : max(0, end - position)]
        position += len(run.words)
        if words:
            inside.append(replace(run, words=words))
    return (text[:start], inside, text[end:]) if inside else (text, [], "")


def _written(pieces: list[str | Mark]) -> str:
    kept = [piece for piece in pieces if piece]
    parts = []
    for number, piece in enumerate(kept):
        before = kept[number - 1] if number else ""
        after = kept[number + 1] if number + 1 < len(kept) else ""
        if isinstance(piece, Mark):
            parts.append(piece.sign)
        else:
            starts_line = number == 0
            first = isinstance(before, Mark) and not before.opens and _clashes(before, kept[number - 2], piece[0])
            beyond = kept[number + 2] if number + 2 < len(kept) else ""
            last = isinstance(after, Mark) and after.opens and _clashes(after, beyond, piece[-1])
            parts.append(_escaped(piece, starts_line=starts_line, first=first, last=last))
    return "".join(parts)


def _clashes(mark: Mark, inside: str | Mark, outside: str) -> bool:
    """Say whether a sign would not be seen as one, between what it marks and the character beside it."""
    if mark.sign == "[":
        return outside == "!"
    if outside.isspace() or _is_punctuation(outside, symbols=False):
        return False
    if mark.sign == "_":
        return True
    edge = "*" if isinstance(inside, Mark) else inside[0 if mark.opens else -1]
    return mark.sign == "**" and _is_punctuation(edge, symbols=True)


def _is_punctuation(character: str, *, symbols: bool) -> bool:
    category = unicodedata.category(character)[0]
    return category == "P" or (category == "S" and (symbols or character.isascii()))


def _escaped(words: str, *, starts_line: bool, first: bool, last: bool) -> str:
    """Escape what Markdown would read as a sign; `first` and `last` characters become their number."""
    head, words = (f"&#{ord(words[0])};", words[1:]) if first else ("", words)
    words, tail = (words[:-1], f"&#{ord(words[-1])};") if last and words else (words, "")
    lines = [_SPECIAL.sub(r"\\\g<0>", line) for line in words.split(BREAK)]
    lines = [
        _escape_start(line) if number or (starts_line and not head) else line for number, line in enumerate(lines)
    ]
    return head + f"\\{BREAK}".join(lines) + tail


def _escape_start(line: str) -> str:
    if line[:1] in ("#", ">", "+", "=", "~", "-"):
        return f"\\{line}"
    number = _NUMBERED.match(line)
    return f"{line[: number.end() - 1]}\\{line[number.end() - 1 :]}" if number else line


# --- the blocks of one text


def _with_markers(written: list[tuple[Block, str]]) -> Iterator[str]:
    """Yield every block with its marker and the right distance to the one before."""
    counts: list[tuple[str, int]] = []
    for block, text in written:
        if block.kind not in _LISTS:
            counts = []
            yield f"\n\n{_HEADINGS.get(block.kind, '')}{text}"
            continue
        depth = min(block.depth, len(counts))
        is_same = depth < len(counts) and counts[depth][0] == block.kind
        number = counts[depth][1] + 1 if is_same else 1
        starts_list = not counts or (depth == 0 and not is_same)
        counts = [*counts[:depth], (block.kind, number)]
        indent = " " * sum(len(_marker(*one)) for one in counts[:depth])
        marker = _marker(block.kind, number)
        body = text.replace("\n", f"\n{indent}{' ' * len(marker)}")
        yield f"{BREAK * (2 if starts_list else 1)}{indent}{marker}{body}"


def _marker(kind: str, number: int) -> str:
    return f"{number}. " if kind == "ol" else "- "
