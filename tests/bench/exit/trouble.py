"""What the tab shows where the other site hangs, is dead, or cannot be reached."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.bench.exit.browsers import Chromium, Visitor
from tests.bench.exit.journeys import read
from tests.bench.exit.site import Site
from tests.bench.exit.world import World
from tests.bench.table import Line
from tests.browser.leaving.visitors import until

PATIENCE = 6  # seconds until a hung site is taken to keep the tab for ever
MOST = 3000  # milliseconds
Trouble = Callable[[World, Visitor], object]


def lines(visitors: tuple[Visitor, Visitor], world: World, browser: str) -> Iterator[Line]:
    """Leave both sites towards one that does not answer."""
    hung = [_hung(visitor, world, site) for visitor, site in zip(visitors, world.sites, strict=True)]
    words = [f"{after:.0f} ms" if after else f"stays, > {PATIENCE} s" for after, _shown, _title in hung]
    reached = hung[0][0] is not None and hung[0][0] <= MOST
    yield Line(
        f"hung target: the tab is no longer at the page after, {browser}", *words, f"<= {MOST} ms", reached
    )
    yield _content(
        f"hung target: content on the screen, {browser}", [shown for _after, shown, _title in hung]
    )
    names = ["the page's" if is_page else "another" for _after, _shown, is_page in hung]
    yield Line(f"hung target: name of the tab meanwhile, {browser}", *names, "another", not hung[0][2])
    troubles: dict[str, Trouble] = {"dead target": _dead}
    if browser == "Chromium":
        troubles["no network"] = _offline
    for name, trouble in troubles.items():
        shown = [
            _shown(trouble, visitor, world, site) for visitor, site in zip(visitors, world.sites, strict=True)
        ]
        yield _content(f"{name}: content on the screen, {browser}", shown)


def _content(what: str, shown: list[bool]) -> Line:
    return Line(what, *("stays" if each else "none" for each in shown), "none", not shown[0])


def _hung(visitor: Visitor, world: World, site: Site) -> tuple[float | None, bool, bool]:
    """Return after how long the tab was elsewhere, whether content stayed, and whether its name did."""
    visitor.start_anew()
    read(visitor, world, site, site.discreet)
    name = visitor.title()
    with _weather(world, "hung"):
        begun = time.monotonic()
        visitor.leave_by(site.exit)
        visitor.wait(0.5)
        shown, keeps_name = visitor.sees(site), visitor.title() == name
        has_gone = until(lambda: not site.owns(visitor.href()), within=PATIENCE)
        after = (time.monotonic() - begun) * 1000
    return after if has_gone else None, shown or visitor.sees(site), keeps_name


def _shown(trouble: Trouble, visitor: Visitor, world: World, site: Site) -> bool:
    visitor.start_anew()
    read(visitor, world, site, site.discreet)
    with trouble(world, visitor):
        visitor.leave_by(site.exit)
        visitor.wait(1.5)
        return visitor.sees(site)


def _dead(world: World, _visitor: Visitor):
    return _weather(world, "dead")


@contextmanager
def _offline(_world: World, visitor: Chromium) -> Iterator[None]:
    visitor.context.set_offline(True)
    yield
    visitor.context.set_offline(False)


@contextmanager
def _weather(world: World, state: str) -> Iterator[None]:
    world.outside.weather_is = state
    yield
    world.outside.weather_is = "fine"
