"""Open the steps of lessons and a page of GOV.UK Frontend, in turn, and print what each takes."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from lessons.quiz import Kind
from tests.bench.page.govuk import govuk
from tests.bench.page.steps import LANGUAGES, Steps, heaviest
from tests.bench.page.visits import SLOWER, Visit, visit
from tests.bench.run import run, say
from tests.bench.seeding import QUIET, seed
from tests.bench.table import Line, columns, kilobytes
from tests.browser import install
from tests.browser.conftest import CHROMIUM_FLAGS, serving

VISITS = 5
MOST = 20_000  # bytes of a first view, pictures apart
MOST_SCRIPTS = 4_000
START = "/live"
HEAD = ("first view", "content", "scripts", "in all", "requests", "TBT", "whole", "longest", "theirs")
NOTES = f"""\
Medians of {VISITS} visits with nothing kept from before, pictures apart, a processor {SLOWER} times slower.
content: as sent, by gzip: ours as its server does it, theirs at level 9. in all: with the answers' heads.
scripts: a part of the content; those that stand in the page count as if compressed alone, at level 9.
TBT: total blocking time, what tasks take over 50 ms after the first paint. whole: before it too.
Tasks count by their time on the processor, for the machine may have other work too.
theirs: GOV.UK's content, without its fonts, by ours.
"""


def _measure(scratch: Path, package: Path) -> list[Line]:
    say("seeding a site")
    seed(scratch)
    with serving(scratch, **QUIET) as running, govuk(package, start=START) as theirs:
        say("looking for a step of each kind of question")
        steps = heaviest(running)
        ours = {path: running.url + path for path in steps.values()}
        visits = _visit({**ours, theirs: theirs})
    print(_table(steps, visits, visits[theirs]))
    return list(_lines([visits[path] for path in ours], visits[theirs]))


def _visit(addresses: Mapping[str, str]) -> dict[str, Visit]:
    """Visit each page as often as all others, in turn: a busy moment of the machine is then everybody's."""
    visits: dict[str, list[Visit]] = {name: [] for name in addresses}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=install.chromium(), args=CHROMIUM_FLAGS)
        for number in range(VISITS):
            say(f"visiting {len(addresses)} pages, {number + 1} of {VISITS}")
            for name, address in addresses.items():
                visits[name].append(visit(browser, address, start=START))
        browser.close()
    return {name: Visit.typical(each) for name, each in visits.items()}


def _table(steps: Steps, visits: Mapping[str, Visit], theirs: Visit) -> str:
    plain = theirs.content - theirs.fonts
    rows = [
        _row(f"{kind} {language}", visits[path], f"{plain / visits[path].content:.1f} ×")
        for (kind, language), path in steps.items()
    ]
    lacking = [f"{kind} {code}" for kind in Kind for code in LANGUAGES if (kind, code) not in steps]
    without = f"\nNo lesson asks: {', '.join(lacking)}." if lacking else ""
    rows.append(_row(f"GOV.UK, of it {kilobytes(theirs.fonts)} fonts", theirs, ""))
    return f"{columns(HEAD, rows)}{without}\n\n{NOTES}"


def _row(name: str, visit: Visit, ratio: str) -> list[str]:
    sizes = [kilobytes(size) for size in (visit.content, visit.scripts, visit.received)]
    times = [f"{time:.0f} ms" for time in (visit.blocked, visit.whole, visit.longest)]
    return [name, *sizes, f"{visit.requests:.0f}", *times, ratio]


def _lines(ours: list[Visit], theirs: Visit) -> Iterator[Line]:
    """Yield each promise, for the step that comes nearest to breaking it."""
    content, scripts, blocked = (
        max(getattr(each, figure) for each in ours) for figure in ("content", "scripts", "blocked")
    )
    yield _sizes("a first view, pictures apart", content, theirs.content, MOST)
    yield _sizes("the same without fonts", content, theirs.content - theirs.fonts, MOST)
    yield _sizes("its scripts", scripts, theirs.scripts, MOST_SCRIPTS)
    yield Line(
        f"total blocking time, processor {SLOWER} times slower",
        f"{blocked:.0f} ms",
        f"{theirs.blocked:.0f} ms",
        "0 ms",
        round(blocked) == 0,
    )


def _sizes(what: str, ours: float, theirs: float, most: int) -> Line:
    ratio = f"{kilobytes(theirs)}, {theirs / ours:.1f} times ours"
    return Line(what, kilobytes(ours), ratio, f"<= {kilobytes(most)}", ours <= most)


if __name__ == "__main__":
    sys.exit(run(_measure))
