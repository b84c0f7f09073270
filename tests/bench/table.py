"""The table that a benchmark prints: a line for each figure, and whether its goal is reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = ("", "Balise", "GOV.UK Frontend {version}", "goal", "")


@dataclass(frozen=True)
class Line:
    """One figure of both sites; `reached` is None where there is no goal."""

    what: str
    ours: str
    theirs: str
    goal: str = "–"
    reached: bool | None = None

    @property
    def verdict(self) -> str:
        return {True: "reached", False: "NOT REACHED", None: ""}[self.reached]


def table(lines: Iterable[Line], *, version: str) -> str:
    """Return the lines in columns."""
    head = [cell.format(version=version) for cell in HEAD]
    return columns(head, [(line.what, line.ours, line.theirs, line.goal, line.verdict) for line in lines])


def columns(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the rows below their head, each column as wide as its widest cell."""
    rows = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def kilobytes(size: float) -> str:
    return f"{size / 1000:.2f} kB"


def zero(what: str, ours: int, theirs: int) -> Line:
    """Return the line of something that must not be there at all."""
    return Line(what, str(ours), str(theirs), "0", ours == 0)
