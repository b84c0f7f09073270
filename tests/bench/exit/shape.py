"""The way out on a small screen and without scripts, and what it weighs."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from tests.bench.exit.site import Site
from tests.bench.exit.world import World
from tests.bench.table import Line, kilobytes
from tests.browser import install
from tests.browser.conftest import CHROMIUM_FLAGS

SMALLEST = {"width": 320, "height": 640}
FINGER = 44  # CSS pixels
MOST = 1500  # bytes
SCRIPT = re.compile(r"<script data-to=[^>]*>(.*?)</script>", re.DOTALL)
# Each of these alone makes the component work.
THEIR_SCRIPTS = (
    "components/exit-this-page/exit-this-page.bundle.mjs",
    "components/exit-this-page/exit-this-page.bundle.js",
    "govuk-frontend.min.js",
    "all.bundle.mjs",
)


def lines(playwright: Playwright, world: World, package: Path) -> Iterator[Line]:
    """Look at one page of each site."""
    browser = playwright.chromium.launch(executable_path=install.chromium(), args=CHROMIUM_FLAGS)
    heights = [_height(browser, site) for site in world.sites]
    tall = heights[0] >= FINGER
    yield Line(
        "height of the exit at 320 px", *(f"{each:.0f} px" for each in heights), f">= {FINGER} px", tall
    )
    works = [_works_without_scripts(browser, world, site) for site in world.sites]
    yield Line("without scripts", *("leaves" if each else "stays" for each in works), "leaves", works[0])
    browser.close()
    page = world.running.get(world.ours.discreet[0])[2]
    mine = len(gzip.compress(SCRIPT.search(page)[1].encode(), mtime=0))
    sizes = {
        name: len(gzip.compress((package / "dist/govuk" / name).read_bytes(), mtime=0))
        for name in THEIR_SCRIPTS
    }
    smallest = min(sizes, key=sizes.get)
    what = f"script, gzip (theirs: {smallest.rpartition('/')[2]})"
    yield Line(what, kilobytes(mine), kilobytes(sizes[smallest]), f"<= {kilobytes(MOST)}", mine <= MOST)


def _height(browser: Browser, site: Site) -> float:
    page = browser.new_page(viewport=SMALLEST)
    page.goto(site.url + site.discreet[0])
    box = page.locator(site.exit).first.bounding_box()
    page.close()
    return box["height"]


def _works_without_scripts(browser: Browser, world: World, site: Site) -> bool:
    page = browser.new_page(java_script_enabled=False)
    page.goto(site.url + site.discreet[0])
    page.locator(site.exit).first.click()
    page.wait_for_timeout(500)
    there = page.url
    page.close()
    return there == world.outside.weather
