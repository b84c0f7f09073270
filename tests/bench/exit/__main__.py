"""Leave Balise and GOV.UK's pages in the same way, in turn, and print what was measured."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tests.bench.exit import clicks, frames, keys, shape, traces, trouble
from tests.bench.exit.browsers import Chromium, Firefox, chromium, firefox
from tests.bench.exit.world import World, world
from tests.bench.run import run, say
from tests.bench.seeding import seed
from tests.bench.table import Line, zero


def _measure(scratch: Path, package: Path) -> list[Line]:
    say("seeding a site")
    seed(scratch)
    with ExitStack() as stack:
        # Whoever works at the same time has both sites and the outside for itself.
        worlds = [stack.enter_context(world(scratch, package)) for _worker in range(3)]
        at_firefox = stack.enter_context(firefox(scratch, worlds[-1].complaints))
        say("pressing the exits in Chromium")
        with sync_playwright() as playwright:
            lines = clicks.in_chromium(playwright, worlds[0])
        say("pressing the exits in Firefox")
        lines += clicks.in_firefox(at_firefox, worlds[-1])
        say("leaving, looking back, waiting: all that needs no quiet, at once")
        with ThreadPoolExecutor() as pool:
            work = [
                pool.submit(_looking_back, worlds[0], package),
                pool.submit(_waiting, worlds[1]),
                pool.submit(_in_firefox, at_firefox, worlds[2]),
            ]
        lines += chain.from_iterable(each.result() for each in work)
    theirs = sum(each.theirs.owns(page) for each in worlds for page in each.complaints)
    ours = sum(len(each.complaints) for each in worlds) - theirs
    return [*lines, zero("broken content security policy, all of the above", ours, theirs)]


def _looking_back(here: World, package: Path) -> list[Line]:
    with sync_playwright() as playwright, _two_of_chromium(playwright, here) as pair:
        lines = list(traces.lines(lambda: chromium(playwright, here.complaints), here, "Chromium"))
        return [*lines, *frames.lines(pair, here, "Chromium"), *shape.lines(playwright, here, package)]


def _waiting(here: World) -> list[Line]:
    with sync_playwright() as playwright, _two_of_chromium(playwright, here) as pair:
        lines = [*trouble.lines(pair, here, "Chromium"), *keys.leaving(pair, here, "Chromium")]
        return [*lines, *keys.false_alarms(pair, here)]


@contextmanager
def _two_of_chromium(playwright: Playwright, here: World) -> Iterator[tuple[Chromium, Chromium]]:
    with chromium(playwright, here.complaints) as one, chromium(playwright, here.complaints) as other:
        yield one, other


def _in_firefox(at_firefox: Firefox, here: World) -> list[Line]:
    pair = (at_firefox, at_firefox)

    @contextmanager
    def fresh() -> Iterator[Firefox]:
        at_firefox.start_anew()
        yield at_firefox

    lines = [*traces.lines(fresh, here, "Firefox"), *frames.lines(pair, here, "Firefox")]
    lines += [*trouble.lines(pair, here, "Firefox"), *keys.leaving(pair, here, "Firefox")]
    at_firefox.start_anew()  # tells of what was broken last
    return lines


if __name__ == "__main__":
    sys.exit(run(_measure))
