"""Serve pages in the markup of GOV.UK Frontend, with its package's styles and scripts, on this machine."""

import base64
import gzip
import hashlib
import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
COMPRESSED = ("text/", "image/svg+xml")  # what Balise compresses too


@contextmanager
def serving_govuk(package: Path, pages: Mapping[str, str]) -> Iterator[str]:
    """Serve the pages, by their paths, and the package's files; give the address."""
    server = _Server(package / "dist" / "govuk", pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def markup(package: Path, component: str) -> str:
    """Return the first example that the package gives of a component."""
    file = package / "dist" / "govuk" / "components" / component / "fixtures.json"
    return str(json.loads(file.read_text(encoding="utf-8"))["fixtures"][0]["html"])


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, files: Path, pages: Mapping[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files, self.pages = files, pages
        inline = {
            each for page in pages.values() for each in re.findall(r"<script[^>]*>(.+?)</script>", page)
        }
        hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline)
        self.policy = (
            f"default-src 'self'; script-src 'self' {' '.join(f"'sha256-{each}'" for each in hashes)}"
        )


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
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = _compressed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", self.server.policy)
        self.send_header("Cache-Control", "public, max-age=60")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        """Stay silent."""


@cache
def _compressed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)
