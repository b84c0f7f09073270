"""A page with one question of GOV.UK Frontend: its radios, error summary, header and button, as released."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template

from tests.bench.govuk import markup, serving_govuk

TEMPLATE = Template(Path(__file__).with_name("govuk.html").read_text(encoding="utf-8"))
PARTS = {"header": "header", "summary": "error-summary", "radios": "radios", "button": "button"}


@contextmanager
def govuk(package: Path, *, start: str) -> Iterator[str]:
    """Serve the page, and an empty one to start from; give the address of the page."""
    page = TEMPLATE.substitute({name: markup(package, part) for name, part in PARTS.items()})
    with serving_govuk(package, {"/": page, start: "<!DOCTYPE html>"}) as url:
        yield url + "/"
