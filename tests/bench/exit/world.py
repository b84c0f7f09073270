"""Both sites side by side, and the place outside where both exits lead."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.exit.govuk import elements, govuk
from tests.bench.exit.site import Site
from tests.bench.seeding import QUIET
from tests.browser.conftest import RunningSite, serving
from tests.browser.leaving.elsewhere import Elsewhere, Handler
from tests.browser.leaving.visitors import STRIP

DISCREET = ("/en/support/", "/en/support/tonight/", "/en/help/")
ORDINARY = ("/en/", "/en/about/", "/en/parents/")
WRITING = ("/en/", "/en/about/", "/en/search/")


class Outside(Elsewhere):
    """The rest of the web: it can hold back its answers, and it counts whoever as much as connects."""

    def __init__(self) -> None:
        super().__init__()
        self.RequestHandlerClass = _Later
        self.connections = 0
        self.may_answer = threading.Event()
        self.may_answer.set()

    @contextmanager
    def holding_back(self) -> Iterator[None]:
        """Answer nobody meanwhile, so that whoever leaves still makes a frame."""
        self.may_answer.clear()
        yield
        self.may_answer.set()

    def process_request(self, request: socket.socket, client_address: tuple) -> None:
        self.connections += 1
        super().process_request(request, client_address)

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Stay silent: whoever asked has gone."""


class _Later(Handler):
    def do_GET(self) -> None:
        self.server.may_answer.wait()
        super().do_GET()


@dataclass(frozen=True)
class World:
    """The two sites, and the rest of the web."""

    outside: Outside
    ours: Site
    theirs: Site
    running: RunningSite
    complaints: list[str] = field(default_factory=list)  # where a browser told of a broken policy

    @property
    def sites(self) -> tuple[Site, Site]:
        return self.ours, self.theirs


@contextmanager
def world(folder: Path, package: Path) -> Iterator[World]:
    """Serve both sites, ours from a seeded folder, each with an exit to the same place."""
    with _outside() as outside:
        target = {"EXIT_URL_EN": outside.weather, "EXIT_URL_FR": outside.weather}
        with serving(folder, **QUIET, **target) as running:
            sizes = [elements(running.get(path)[2]) for path in DISCREET]
            with govuk(package, outside.weather, sizes) as theirs:
                yield World(outside, _ours(running.url), theirs, running)


def _ours(url: str) -> Site:
    return Site(
        name="Balise",
        url=url,
        exit="[data-safety-exit]",
        discreet=DISCREET,
        ordinary=ORDINARY,
        writing=WRITING,
        field="input[name=q]",
        colours=STRIP,
        key="Escape",
        presses=2,
    )


@contextmanager
def _outside() -> Iterator[Outside]:
    server = Outside()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.over.set()
        server.may_answer.set()
        server.shutdown()
        server.server_close()
