"""Rich text of the editor back to Markdown, in one fixed spelling, so that equal texts are written alike."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lessons.rich_text import BREAK, HEADINGS, LISTS, Block, Run, Target, read_blocks

_SPECIAL = re.compile(r"[\\`*_\[\]]|<(?=[A-Za-z])|&(?=#?\w+;)")
_NUMBERED = re.compile(r"\d{1,9}[.)]")


@dataclass(frozen=True)
class Mark:
    """A sign of Markdown between words."""

    sign: str
    opens: bool


def to_markdown(html: str, target: Target) -> str:
    """Return the Markdown of a rich text; `target` names where a link leads, or nowhere."""
    written = [(block, text) for block in read_blocks(html, target) if (text := _inline(block))]
    return "".join(_with_markers(written)).strip()


# --- the words of one block


def _inline(block: Block) -> str:
    is_heading = block.kind in HEADINGS
    runs = [Run(" ") if is_heading and run.words == BREAK else run for run in block.runs]
    pieces = list(_pieces(_trimmed(runs), ("link", "bold", "italic")))
    text = _written(pieces, starts_line=not is_heading)
    return re.sub(r"(^|(?<= ))(#+)$", r"\\\2", text) if is_heading else text


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


def _written(pieces: list[str | Mark], *, starts_line: bool) -> str:
    nothing: list[str | Mark] = [""] * 4
    kept = [*nothing, *(piece for piece in pieces if piece), *nothing]
    parts = []
    for number in range(4, len(kept) - 4):
        piece = kept[number]
        if isinstance(piece, Mark):
            parts.append(piece.sign)
            continue
        first = _clashes(piece[0], kept[number - 1 : number - 4 : -1], opens=False)
        last = _clashes(piece[-1], kept[number + 1 : number + 4], opens=True)
        parts.append(_escaped(piece, starts_line=starts_line and number == 4, first=first, last=last))
    return "".join(parts)


def _clashes(outside: str, beside: list[str | Mark], *, opens: bool) -> bool:
    """Say whether a sign would not be seen as one for the character outside of it.

    `beside` is the sign, what it marks, and what follows that, going away from the character.
    """
    mark, inside, beyond = beside
    if not isinstance(mark, Mark) or mark.opens != opens:
        return False
    if mark.sign == "[":
        return outside == "!"
    if outside.isspace() or _is_punctuation(outside, symbols=False):
        return False
    if mark.sign != "**":
        return mark.sign == "_"
    if isinstance(inside, Mark):
        return True
    # A single character beside an italic sign is written as a number itself, and so ends in a sign.
    is_number = len(inside) == 1 and isinstance(beyond, Mark) and beyond.sign == "_"
    return is_number or _is_punctuation(inside[0 if opens else -1], symbols=True)


def _is_punctuation(character: str, *, symbols: bool) -> bool:
    category = unicodedata.category(character)[0]
    return category == "P" or (category == "S" and (symbols or character.isascii()))


def _escaped(words: str, *, starts_line: bool, first: bool, last: bool) -> str:
    """Escape what Markdown would read as a sign; `first` and `last` characters become their number."""
    head, words = (f"&#{ord(words[0])};", words[1:]) if first else ("", words)
    words, tail = (words[:-1], f"&#{ord(words[-1])};") if last and words else (words, "")
    lines = [_SPECIAL.sub(r"\\\g<0>", line) for line in words.split(BREAK)]
    unstarted = 0 if starts_line and not head else 1
    lines[unstarted:] = map(_escape_start, lines[unstarted:])
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
        if block.kind not in LISTS:
            counts = []
            yield f"\n\n{HEADINGS.get(block.kind, '')}{text}"
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
