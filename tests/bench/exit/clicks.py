"""How long after the press of the exit the content is still on the screen, in milliseconds."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack

from playwright.sync_api import Playwright

from tests.bench.exit.browsers import Chromium, Firefox, chromium
from tests.bench.exit.journeys import has_left, is_ready
from tests.bench.exit.site import Site
from tests.bench.exit.spread import p50, p95, resampled_ratio
from tests.bench.exit.world import World
from tests.bench.table import Line
from tests.browser.leaving.visitors import until

CLICKS = 40
HELD = 0.08  # seconds that a finger rests on the button
HELD_PRESSES = 10
FRAME = 1000 / 60  # milliseconds
PATIENCE = 2  # seconds that a frame is waited for, while the other site holds back its answer
# From the event's own time to the end of the first frame in which the page is not seen. The frame's end is an
# urgent task, ordered while the frame is made: it runs when the frame is laid out and painted, and before all
# that the page put off until then. Beside it stands what the browser itself measured until the next frame was
# on the screen (Event Timing, in steps of 8 ms).
SHOWN = "click to the next frame on the screen"
OUT_OF_SIGHT = f"button down for {HELD * 1000:.0f} ms to out of sight, Chromium, CPU 6x slower: p50 / p95"
# What stands in for a time that was not told: no frame came, or the browser tells of nothing so short.
LACKING = {"hidden": PATIENCE * 1000.0, "shown": 16.0}
METER = """((kind) => {
  addEventListener(kind, ({timeStamp}) => {
    const look = () => requestAnimationFrame(() => scheduler.postTask(() => {
      if (document.querySelector("main").checkVisibility({opacityProperty: true})) return look();
      window.hiddenAfter = performance.now() - timeStamp;
      console.debug(`hidden ${window.hiddenAfter}`);
    }, {priority: "user-blocking"}));
    look();
  }, {capture: true, once: true});
  new PerformanceObserver((list) => list.getEntriesByName(kind).forEach(({duration}) => {
    console.debug(`shown ${duration}`);
  })).observe({type: "event", durationThreshold: 16});
})"""
Times = dict[str, list[float]]


class Pressing:
    """Presses the exit of one site in a Chromium, again and again."""

    def __init__(self, visitor: Chromium, world: World, site: Site) -> None:
        self.visitor, self.world, self.site = visitor, world, site
        self.turn = 0
        self.heard: dict[str, float] = {}
        visitor.context.on("console", lambda message: self._hear(message.text))

    def press(self, event: str, *, slower: int, held: float = 0) -> dict[str, float]:
        """Load a page of the site and press its exit; return the times after the event."""
        page = self.visitor.page
        page.goto(self.site.url + self.site.discreet[self.turn % len(self.site.discreet)])
        assert until(lambda: is_ready(self.visitor, self.site))
        self.turn += 1
        box = page.locator(self.site.exit).first.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.visitor.evaluate(f'{METER}("{event}")')
        self.visitor.ask("Emulation.setCPUThrottlingRate", rate=slower)
        self.visitor.wait(0.06)
        self.heard.clear()
        with self.world.outside.holding_back():
            page.mouse.down()
            self.visitor.wait(held)
            page.mouse.up()
            until(lambda: self._has_heard("hidden"), within=PATIENCE)
            until(lambda: self._has_heard("shown"), within=0.1)
        assert has_left(self.visitor, self.world), self.site.name
        self.visitor.ask("Emulation.setCPUThrottlingRate", rate=1)
        return LACKING | self.heard

    def _has_heard(self, what: str) -> bool:
        self.visitor.wait(0.01)
        return what in self.heard

    def _hear(self, words: str) -> None:
        what, _space, after = words.partition(" ")
        if what in ("hidden", "shown"):
            self.heard[what] = float(after)


def in_chromium(playwright: Playwright, world: World) -> list[Line]:
    """Measure both sites in turn."""
    with ExitStack() as stack:
        visitors = [stack.enter_context(chromium(playwright, world.complaints)) for _site in world.sites]
        pressing = [
            Pressing(visitor, world, site) for visitor, site in zip(visitors, world.sites, strict=True)
        ]
        lines = []
        for slower, most in ((1, 50), (6, 150)):
            ours, theirs = _in_turn(CLICKS, [_presses(each, "click", slower=slower) for each in pressing])
            where = f"Chromium, CPU {slower}x slower" if slower > 1 else "Chromium"
            lines += _lines(where, ours["hidden"], theirs["hidden"], most)
            lines.append(Line(f"{SHOWN}, {where}: p50 / p95", _both(ours["shown"]), _both(theirs["shown"])))
        held = [_presses(each, "mousedown", slower=6, held=HELD) for each in pressing]
        ours, theirs = _in_turn(HELD_PRESSES, held)
    return [*lines, Line(OUT_OF_SIGHT, _both(ours["hidden"]), _both(theirs["hidden"]))]


def in_firefox(visitor: Firefox, world: World) -> list[Line]:
    """Measure both sites in turn."""
    visitor.start_anew()
    turns = [lambda n, site=site: _press_in_firefox(visitor, world, site, n) for site in world.sites]
    ours, theirs = _in_turn(CLICKS, turns)
    return _lines("Firefox", ours["hidden"], theirs["hidden"], 50)


def _press_in_firefox(visitor: Firefox, world: World, site: Site, n: int) -> dict[str, float]:
    """Press, and once more where Firefox told nothing of it, as happens on a busy machine."""
    return LACKING | (_told_by_firefox(visitor, world, site, n) or _told_by_firefox(visitor, world, site, n))


def _told_by_firefox(visitor: Firefox, world: World, site: Site, n: int) -> dict[str, float]:
    visitor.go(site.url + site.discreet[n % len(site.discreet)])
    assert until(lambda: is_ready(visitor, site))
    visitor.evaluate(f'{METER}("click")')
    with world.outside.holding_back():
        visitor.leave_by(site.exit)
        until(lambda: visitor.evaluate("window.hiddenAfter > 0"), within=PATIENCE)
        hidden = visitor.evaluate("window.hiddenAfter")
    assert has_left(visitor, world), site.name
    return {"hidden": hidden} if hidden else {}


def _presses(each: Pressing, event: str, **how: float) -> Callable[[int], dict[str, float]]:
    return lambda _n: each.press(event, **how)


def _in_turn(times: int, turns: Sequence[Callable[[int], dict[str, float]]]) -> list[Times]:
    found: list[Times] = [{"hidden": [], "shown": []} for _turn in turns]
    for n in range(times):
        for turn, kept in zip(turns, found, strict=True):
            for what, after in turn(n).items():
                kept[what].append(after)
    return found


def _lines(where: str, ours: list[float], theirs: list[float], most: int) -> list[Line]:
    what = f"click to content hidden, {CLICKS} clicks, {where}"
    ratio = resampled_ratio(ours, theirs)
    is_no_slower = ratio.low <= 1 or p50(ours) - p50(theirs) <= FRAME
    return [
        Line(f"{what}: p50", f"{p50(ours):.0f} ms", f"{p50(theirs):.0f} ms"),
        Line(
            f"{what}: p95", f"{p95(ours):.0f} ms", f"{p95(theirs):.0f} ms", f"<= {most} ms", p95(ours) <= most
        ),
        Line(f"{what}: p50 to theirs", str(ratio), "1", "<= 1, but for noise or a frame", is_no_slower),
    ]


def _both(times: list[float]) -> str:
    return f"{p50(times):.0f} / {p95(times):.0f} ms"
