"""What the browser keeps after the exit: entries behind Back, lines in the history, words that were typed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from tests.bench.exit.browsers import Visitor
from tests.bench.exit.journeys import arrive, leave, read, read_on, settle
from tests.bench.exit.site import Site
from tests.bench.exit.world import World
from tests.bench.table import Line, zero

WORDS = "words of mine"
TYPED = f"[...document.querySelectorAll('input, textarea')].some((field) => field.value.includes('{WORDS}'))"
NOT_ELSEWHERE = ("data:", "blob:", "chrome")
Fresh = Callable[[], AbstractContextManager[Visitor]]


@dataclass(frozen=True)
class Traces:
    """What one journey left behind."""

    pages: int
    entries: int
    back_shows: str
    listed: int
    referrer: str
    asked_elsewhere: int


def lines(fresh: Fresh, world: World, browser: str) -> Iterator[Line]:
    """Go both ways through both sites, each time at a browser that has seen nothing."""
    found = {}
    for kind in ("discreet", "ordinary"):
        found[kind] = [_left_by(fresh, world, site, getattr(site, kind)) for site in world.sites]
        yield from _of_a_journey(*found[kind], kind=kind, browser=browser)
    ours, theirs = zip(*found.values(), strict=True)
    referrers = [" and ".join(sorted({each.referrer for each in side})) for side in (ours, theirs)]
    yield Line(f"referrer sent to the other site, {browser}", *referrers, "none", referrers[0] == "none")
    asked = [sum(each.asked_elsewhere for each in side) for side in (ours, theirs)]
    yield zero(f"requests and connections elsewhere before the exit, {browser}", *asked)
    typed = [_keeps_words(fresh, world, site) for site in world.sites]
    words = ["restored" if kept else "gone" for kept in typed]
    yield Line(f"typed words after Back, {browser}", *words, "gone", not typed[0])


def _of_a_journey(ours: Traces, theirs: Traces, *, kind: str, browser: str) -> Iterator[Line]:
    where = f"{kind} journey, {browser}"
    entries = f"entries left behind Back and Forward, {where}"
    if kind == "discreet":
        yield zero(entries, ours.entries, theirs.entries)
    else:
        yield Line(entries, str(ours.entries), str(theirs.entries))
    is_kept = ours.back_shows == "its page"
    yield Line(f"Back shows, {where}", ours.back_shows, theirs.back_shows, "not the page", not is_kept)
    listed = f"pages that the browser's history lists, {where}"
    counts = [f"{each.listed} of {each.pages}" for each in (ours, theirs)]
    if kind == "discreet" and browser == "Chromium":
        yield Line(listed, *counts, f"0 of {ours.pages}", ours.listed == 0)
    else:
        note = " (a site cannot prevent it)" if browser == "Firefox" else ""
        yield Line(listed + note, *counts)


def _left_by(fresh: Fresh, world: World, site: Site, paths: tuple[str, ...]) -> Traces:
    outside = world.outside
    with fresh() as visitor:
        search = arrive(visitor, world, site, paths[0])
        visitor.wait(0.3)  # for what the page of results still asks for
        connections, asked = outside.connections, len(visitor.asked)
        read_on(visitor, site, paths[1:])
        elsewhere = [url for url in visitor.asked[asked:] if not site.owns(url)]
        elsewhere = [url for url in elsewhere if not url.startswith(NOT_ELSEWHERE)]
        connected = outside.connections - connections
        outside.asked.clear()
        leave(visitor, world, site)
        sent = [headers.get("Referer") for path, headers in outside.asked if path == "/weather"]
        entries = sum(map(site.owns, visitor.entries()))
        listed = len(set(filter(site.owns, visitor.listed())))
        visitor.back()
        back_shows = _name(settle(visitor), world, site, search)
    referrer = " and ".join({_part(each, site) for each in sent})
    return Traces(len(paths), entries, back_shows, listed, referrer, len(elsewhere) + connected)


def _name(address: str, world: World, site: Site, search: str) -> str:
    if site.owns(address):
        return "its page"
    return {search: "the search page", world.outside.weather: "where the exit led"}.get(address, address)


def _part(referrer: str | None, site: Site) -> str:
    if referrer is None:
        return "none"
    return "its origin" if referrer == f"{site.url}/" else "its address"


def _keeps_words(fresh: Fresh, world: World, site: Site) -> bool:
    """Say whether words that were typed stand in a field of any page that Back shows."""
    with fresh() as visitor:
        read(visitor, world, site, site.writing)
        visitor.write(site.field, WORDS)
        leave(visitor, world, site)
        for _page in site.writing:
            visitor.back()
            if site.owns(settle(visitor)) and visitor.evaluate(TYPED):
                return True
    return False
