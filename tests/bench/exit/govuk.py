"""Three pages with GOV.UK's "Exit this page", in the markup of its own package."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template

from tests.bench.exit.site import Site
from tests.bench.govuk import markup, serving_govuk

PAGES = ("/p0", "/p1", "/p2")
TEMPLATE = Template(Path(__file__).with_name("govuk.html").read_text(encoding="utf-8"))
BLUE = (29, 112, 184)  # the band along the top of each of its pages
SECTION = (
    '<h2 class="govuk-heading-m">Who you can talk to</h2>'
    '<p class="govuk-body">You can talk to somebody by phone, by text or in a chat, day and night.</p>'
    '<ul class="govuk-list govuk-list--bullet">'
    "<li>It is free.</li><li>You need not say who you are.</li><li>You may stop when you like.</li></ul>"
)


@contextmanager
def govuk(package: Path, target: str, sizes: Sequence[int]) -> Iterator[Site]:
    """Serve the pages, each filled to as many elements as is said."""
    pages = {path: _page(package, path, target, size) for path, size in zip(PAGES, sizes, strict=True)}
    with serving_govuk(package, pages) as url:
        yield Site(
            name="GOV.UK",
            url=url,
            exit=".govuk-exit-this-page__button",
            discreet=PAGES,
            ordinary=PAGES,
            writing=PAGES,
            field="input[name=test-name]",
            colours=frozenset({BLUE}),
            key="Shift",
            presses=3,
        )


def _page(package: Path, path: str, target: str, size: int) -> str:
    number = PAGES.index(path)
    links = " ".join(
        f'<a class="govuk-link" href="{to}">Read on</a>' for to in PAGES[number + 1 : number + 2]
    )
    parts = {part: markup(package, part) for part in ("header", "footer")}
    leave = re.sub(r'href="[^"]*"', f'href="{target}"', markup(package, "exit-this-page"), count=1)
    words = {**parts, "title": f"Page {number}", "exit": leave, "field": markup(package, "input")}
    page = TEMPLATE.substitute(words, target=target, links=links, sections="$sections")
    lacking = size - elements(page)
    return page.replace("$sections", SECTION * max(0, round(lacking / elements(SECTION))))


def elements(page: str) -> int:
    """Count the elements of a page."""
    return len(re.findall(r"<[a-z]", page))
