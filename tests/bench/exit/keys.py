"""Which key presses leave, and which must not."""

from collections.abc import Iterator

from tests.bench.exit.browsers import Chromium, Visitor
from tests.bench.exit.journeys import has_left, is_ready
from tests.bench.exit.site import Site
from tests.bench.exit.world import World
from tests.bench.table import Line
from tests.browser.leaving.visitors import until

SOON, SLOWLY = 0.8, 0.25  # seconds: until a page has left, and between two keys of a slow typist
CAPITALS = "ABC"
HELD = 20  # repeats of a key that is held down


def leaving(visitors: tuple[Visitor, Visitor], world: World, browser: str) -> Iterator[Line]:
    """Press the keys that leave, in and out of a field."""
    for where in ("out of a field", "in a field"):
        words = []
        for visitor, site in zip(visitors, world.sites, strict=True):
            _open(visitor, site, in_field=where == "in a field")
            visitor.press(*[site.key] * site.presses)
            words.append(
                f"{'leaves' if has_left(visitor, world, within=3) else 'stays'} ({site.key} x{site.presses})"
            )
        yield Line(f"the keys leave, {where}, {browser}", *words, "leaves", words[0].startswith("leaves"))


def false_alarms(visitors: tuple[Chromium, Chromium], world: World) -> Iterator[Line]:
    """Press what somebody presses who does not want to leave."""
    for what, presses in ALARMS.items():
        left = []
        for visitor, site in zip(visitors, world.sites, strict=True):
            _open(visitor, site, in_field=True)
            presses(visitor, site)
            left.append(has_left(visitor, world, within=SOON))
        yield Line(
            f"does not leave: {what}", *("LEAVES" if each else "stays" for each in left), "stays", not left[0]
        )


def _open(visitor: Visitor, site: Site, *, in_field: bool) -> None:
    visitor.start_anew()
    visitor.go(site.url + site.writing[-1])
    assert until(lambda: is_ready(visitor, site))
    if in_field:
        visitor.write(site.field, "some words")


def _one_press(visitor: Chromium, site: Site) -> None:
    visitor.press(site.key)


def _held(visitor: Chromium, site: Site) -> None:
    keyboard = visitor.page.keyboard
    for _repeat in range(HELD):
        keyboard.down(site.key)
        visitor.wait(0.03)
    keyboard.up(site.key)


def _capitals(visitor: Chromium, _site: Site) -> None:
    """Type capitals one by one; each letter comes up before Shift does."""
    keyboard = visitor.page.keyboard
    for letter in CAPITALS:
        keyboard.down("Shift")
        keyboard.press(letter)
        keyboard.up("Shift")
        visitor.wait(SLOWLY)


def _hasty_capitals(visitor: Chromium, _site: Site) -> None:
    """Type capitals one by one; Shift comes up before the letter does."""
    keyboard = visitor.page.keyboard
    for letter in CAPITALS:
        keyboard.down("Shift")
        keyboard.down(letter)
        keyboard.up("Shift")
        keyboard.up(letter)
        visitor.wait(SLOWLY)


def _selecting(visitor: Chromium, site: Site) -> None:
    """Select words with Shift and the pointer, then more of them, and more."""
    keyboard = visitor.page.keyboard
    box = visitor.page.locator(site.field).first.bounding_box()
    for n in range(1, 4):
        keyboard.down("Shift")
        visitor.page.mouse.click(box["x"] + 20 * n, box["y"] + box["height"] / 2)
        keyboard.up("Shift")
        visitor.wait(SLOWLY)


ALARMS = {
    "the key pressed once": _one_press,
    "the key held down": _held,
    f"{CAPITALS} typed slowly, each with Shift": _capitals,
    f"{CAPITALS} typed slowly, Shift let go first": _hasty_capitals,
    "words selected by Shift and three clicks": _selecting,
}
