"""Whether Back, Back again and Forward let a page of the site be seen, be it for one frame."""

from tests.bench.exit.browsers import Visitor, shows
from tests.bench.exit.journeys import leave, read, settle
from tests.bench.exit.site import Site
from tests.bench.exit.table import Line, zero
from tests.bench.exit.world import World

TIMES = 10


def line(visitors: tuple[Visitor, Visitor], world: World, browser: str) -> Line:
    """Walk back into both sites in turn, and count the frames that show them."""
    found = [0, 0]
    for n in range(TIMES):
        for side, (visitor, site) in enumerate(zip(visitors, world.sites, strict=True)):
            found[side] += _seen_again(visitor, world, site, is_first=n == 0)
    return zero(f"frames of the page on Back, Back, Forward, {TIMES} ordinary journeys, {browser}", *found)


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
