"""How a visitor comes, reads on by the site's own links, leaves, and what becomes of the tab."""

import time

from tests.bench.exit.browsers import SEEN, Visitor
from tests.bench.exit.site import Site
from tests.bench.exit.world import World
from tests.browser.leaving.visitors import until

# Before its first frame a browser ignores the pointer, and fonts that come late move what it points at.
READY = """document.readyState === "complete" && document.fonts.status === "loaded" &&
  performance.getEntriesByName("first-contentful-paint").length > 0"""


def arrive(visitor: Visitor, world: World, site: Site, path: str) -> str:
    """Come from a page of search results; return its address."""
    search = world.outside.search(site.url + path)
    visitor.go(search)
    visitor.follow("a")
    assert until(lambda: visitor.href() == site.url + path), path
    return search


def read_on(visitor: Visitor, site: Site, paths: tuple[str, ...]) -> None:
    """Follow the site's own links."""
    for path in paths:
        assert until(lambda: is_ready(visitor, site)), path
        visitor.follow(f'a[href="{path}"]')
        assert until(lambda there=site.url + path: visitor.href() == there), path
    assert until(lambda: is_ready(visitor, site))


def read(visitor: Visitor, world: World, site: Site, paths: tuple[str, ...]) -> str:
    """Come from a page of search results and read on; return the address of the results."""
    search = arrive(visitor, world, site, paths[0])
    read_on(visitor, site, paths[1:])
    return search


def leave(visitor: Visitor, world: World, site: Site) -> None:
    """Press the way out and wait until the tab is elsewhere."""
    visitor.leave_by(site.exit)
    assert has_left(visitor, world), site.name


def has_left(visitor: Visitor, world: World, within: float = 8) -> bool:
    """Say whether the tab comes to where the exits lead."""
    return until(lambda: visitor.href() == world.outside.weather, within)


def is_ready(visitor: Visitor, site: Site) -> bool:
    """Say whether a page of the site can be used."""
    return site.owns(visitor.href()) and visitor.evaluate(SEEN) is True and visitor.evaluate(READY) is True


def settle(visitor: Visitor, calm: float = 0.5, within: float = 6) -> str:
    """Wait until the tab has stayed at one address for a while; return it."""
    end = time.monotonic() + within
    here, since = visitor.href(), time.monotonic()
    while time.monotonic() < min(end, since + calm):
        visitor.wait(0.02)
        if visitor.href() != here:
            here, since = visitor.href(), time.monotonic()
    return here
