"""Whether Back, Back again and Forward let a page of the site be seen, be it for one frame."""

from collections.abc import Iterator

from tests.bench.exit.browsers import Visitor, shows
from tests.bench.exit.journeys import leave, read, settle
from tests.bench.exit.site import Site
from tests.bench.exit.world import World
from tests.bench.table import Line, zero

TIMES = 10
FLASHES = 20
FLASH = """((colour) => {
  const sheet = document.body.appendChild(document.createElement("div"));
  sheet.style.cssText = `position: fixed; inset: 0; display: none; background: rgb(${colour})`;
  const show = (display, next) => requestAnimationFrame(() => { sheet.style.display = display; next?.(); });
  for (let n = 1; n <= %d; n++) setTimeout(() => show("block", () => show("none")), n * 100);
})"""


def lines(visitors: tuple[Visitor, Visitor], world: World, browser: str) -> Iterator[Line]:
    """Walk back into both sites in turn, and count the frames that show them."""
    found = [0, 0]
    for n in range(TIMES):
        for side, (visitor, site) in enumerate(zip(visitors, world.sites, strict=True)):
            found[side] += _seen_again(visitor, world, site, is_first=n == 0)
    yield zero(f"frames of the page on Back, Back, Forward, {TIMES} ordinary journeys, {browser}", *found)
    noticed = [
        f"{_noticed(visitor, world, site)} of {FLASHES}"
        for visitor, site in zip(visitors, world.sites, strict=True)
    ]
    yield Line(f"(flashes of a single frame that this watch notices, {browser})", *noticed)


def _noticed(visitor: Visitor, world: World, site: Site) -> int:
    """Let an empty page flash in a colour of the site; return how many times it was seen."""
    visitor.start_anew()
    visitor.go(world.outside.weather)
    colour = ", ".join(map(str, min(site.colours)))
    with visitor.watching() as frames:
        visitor.evaluate(f"{FLASH % FLASHES}('{colour}')")
        visitor.wait(FLASHES / 10 + 0.5)
    seen = [shows(site, frame) for frame in frames]
    return sum(now and not before for before, now in zip([False, *seen], seen, strict=False))


def _seen_again(visitor: Visitor, world: World, site: Site, *, is_first: bool) -> int:
    visitor.start_anew()
    if is_first:
        with visitor.watching() as frames:
            read(visitor, world, site, site.ordinary)
            visitor.wait(0.2)
        assert any(shows(site, frame) for frame in frames), f"the watch does not see {site.name}"
    else:
        read(visitor, world, site, site.ordinary)
    leave(visitor, world, site)
    visitor.wait(0.1)
    with visitor.watching() as frames:
        for turn in (visitor.back, visitor.back, visitor.forward):
            turn()
            settle(visitor, calm=0.3)
    return sum(shows(site, frame) for frame in frames)
