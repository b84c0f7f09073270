"""A real, seeded site in its own process and folder, and a real Chromium to walk through it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import install

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
CHROMIUM_FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


def pytest_collection_modifyitems(items):
    """Keep the tests of this folder together: they share one site."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@dataclass(frozen=True)
class RunningSite:
    """A served site: its address, its folder, and its commands."""

    url: str
    folder: Path
    environment: dict

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def get(self, path, **headers):
        """Fetch a path without following redirects: (status, headers, body)."""
        return self._answer(urllib.request.Request(self.url + path, headers=headers))

    def post(self, path, fields):
        """Post the fields of a form, pairs of a name and a value: (status, headers, body)."""
        return self._answer(urllib.request.Request(self.url + path, data=urlencode(fields).encode()))

    def _answer(self, request):
        opener = urllib.request.build_opener(_Stay)
        try:
            with opener.open(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read().decode()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


@pytest.fixture(scope="session")
def served():
    """Serve a site in a folder: `with served(folder, EXIT_URL_EN=…) as running:`."""
    return serving


@contextmanager
def serving(folder, **environment):
    """Serve a site as `make serve` does, in its own process, on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "BALISE_ENV": "development",
        "BALISE_VAR": str(folder),
        "PORT": str(port),
        "PUBLIC_URL": url,
        "PYTHONPATH": f"{ROOT}/site:{ROOT}",
        **environment,
    }
    running = RunningSite(url, folder, environment)
    granian = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--port", str(port)]
    granian += ["--workers", "1", "--blocking-threads", "1", "--no-ws", "balise.wsgi:application"]
    server = subprocess.Popen(granian, cwd=ROOT, env=environment)
    try:
        _wait(running)
        yield running
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


@pytest.fixture(scope="session")
def site(served, tmp_path_factory):
    """A seeded site."""
    with served(tmp_path_factory.mktemp("site")) as running:
        running.manage("migrate", "--no-input", "-v", "0")
        running.manage("seed")
        yield running


@pytest.fixture(scope="session")
def site_without_data(served, tmp_path_factory):
    """A site whose database and cache are both out of reach: nothing listens on port 1."""
    folder = tmp_path_factory.mktemp("bare")
    database, cache = "postgres://nobody:x@127.0.0.1:1/nothing", "redis://127.0.0.1:1/0"
    with served(folder, DATABASE_URL=database, CACHE_URL=cache) as running:
        yield running


def _wait(running):
    for _try in range(100):
        try:
            if running.get("/live")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError("The site did not come up.")


@pytest.fixture(scope="session")
def playwright_driver():
    """What drives Chromium."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium_flags():
    """How a Chromium starts here."""
    return CHROMIUM_FLAGS


@pytest.fixture(scope="session")
def chromium(playwright_driver):
    """One Chromium for the session."""
    browser = playwright_driver.chromium.launch(executable_path=install.chromium(), args=CHROMIUM_FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def visit(chromium, site):
    """Open a page in a fresh context: `visit("/en/", scheme="dark", scripts=False, width=320)`."""
    contexts = []

    def open_page(path, *, scheme="light", scripts=True, width=1280, height=900, **options):
        context = chromium.new_context(
            base_url=site.url,
            color_scheme=scheme,
            java_script_enabled=scripts,
            viewport={"width": width, "height": height},
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def first_password(site):
    """The password of the first editor, as the seed wrote it."""
    return (site.folder / "first-password.txt").read_text(encoding="utf-8").split()[-1]
