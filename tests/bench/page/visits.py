"""A first visit to a page, with nothing kept from before, on a processor that is four times slower."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from statistics import median
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page

from tests.bench.page.tasks import CATEGORIES, tasks
from tests.bench.page.wire import Wire

PHONE = {"width": 390, "height": 844}
SLOWER = 4  # times
REST = 1000  # milliseconds after the page has loaded in which it may go on to work
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass(frozen=True)
class Visit:
    """What one visit took: bytes, pictures apart, and milliseconds."""

    content: float
    scripts: float
    fonts: float
    received: float
    requests: float
    blocked: float  # after the first paint: total blocking time
    whole: float  # the same over the whole visit, before there is anything to tap too
    longest: float

    @classmethod
    def typical(cls, visits: Iterable["Visit"]) -> "Visit":
        """Return the median of each figure."""
        visits = list(visits)
        return cls(*(median(getattr(each, figure.name) for each in visits) for figure in fields(cls)))


def visit(browser: Browser, address: str, *, start: str) -> Visit:
    """Visit a page, coming from another of its site, so that a process for it is there."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(urljoin(address, start))
    devtools = context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    wire = Wire(devtools, address)
    browser.start_tracing(categories=CATEGORIES)
    html = _read(page, address)
    trace = browser.stop_tracing()
    painted = page.evaluate(PAINTED)
    context.close()
    every = tasks(trace, address)
    return Visit(
        content=wire.content(),
        scripts=wire.scripts(html),
        fonts=wire.content("Font"),
        received=wire.received,
        requests=wire.requests,
        blocked=sum(task.blocks(painted) for task in every),
        whole=sum(task.blocks(0) for task in every),
        longest=max(task.length for task in every),
    )


def _read(page: Page, address: str) -> str:
    answer = page.goto(address)
    page.wait_for_timeout(REST)
    assert answer.ok, f"{address} answers {answer.status}"
    return answer.text()
