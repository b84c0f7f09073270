"""Three pages with GOV.UK's "Exit this page", in the markup of its own package, served on this machine."""

import base64
import hashlib
import json
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template

from tests.bench.exit.site import Site

PAGES = ("/p0", "/p1", "/p2")
TEMPLATE = Template(Path(__file__).with_name("govuk.html").read_text(encoding="utf-8"))
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
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
    server = _Server(package / "dist" / "govuk", target, sizes)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(
            name="GOV.UK",
            url=f"http://127.0.0.1:{server.server_port}",
            exit=".govuk-exit-this-page__button",
            discreet=PAGES,
            ordinary=PAGES,
            writing=PAGES,
            field="input[name=test-name]",
            colours=frozenset({BLUE}),
            key="Shift",
            presses=3,
        )
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, files: Path, target: str, sizes: Sequence[int]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files = files
        self.pages = {path: _page(files, path, target, size) for path, size in zip(PAGES, sizes, strict=True)}
        inline = re.findall(r"<script[^>]*>(.+?)</script>", self.pages[PAGES[0]])
        hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline)
        self.policy = (
            f"default-src 'self'; script-src 'self' {' '.join(f"'sha256-{each}'" for each in hashes)}"
        )


def _page(files: Path, path: str, target: str, size: int) -> str:
    number = PAGES.index(path)
    links = " ".join(
        f'<a class="govuk-link" href="{to}">Read on</a>' for to in PAGES[number + 1 : number + 2]
    )
    parts = {part: _markup(files, part) for part in ("header", "footer")}
    leave = re.sub(r'href="[^"]*"', f'href="{target}"', _markup(files, "exit-this-page"), count=1)
    words = {**parts, "title": f"Page {number}", "exit": leave, "field": _markup(files, "input")}
    page = TEMPLATE.substitute(words, target=target, links=links, sections="$sections")
    lacking = size - elements(page)
    return page.replace("$sections", SECTION * max(0, round(lacking / elements(SECTION))))


def elements(page: str) -> int:
    """Count the elements of a page."""
    return len(re.findall(r"<[a-z]", page))


def _markup(files: Path, component: str) -> str:
    """Return the first example that the package gives of a component."""
    fixtures = json.loads((files / "components" / component / "fixtures.json").read_text(encoding="utf-8"))
    return str(fixtures["fixtures"][0]["html"])


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in self.server.pages:
            return self._send(200, "text/html; charset=utf-8", self.server.pages[path].encode())
        file = (self.server.files / path.lstrip("/")).resolve()
        if file.is_relative_to(self.server.files.resolve()) and file.is_file():
            return self._send(200, TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes())
        return self._send(404, "text/plain", b"")

    def _send(self, status: int, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("Cache-Control", "public, max-age=60")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Stay silent."""
