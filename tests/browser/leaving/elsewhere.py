"""Two places outside the site, on this machine: a search page that leads to it, and where the exit leads."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

PAGE = '<!DOCTYPE html><html lang="en"><title>{title}</title><h1>{title}</h1>{body}'


class Elsewhere(ThreadingHTTPServer):
    """A server of another site than the one under test; it keeps the headers of what was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.weather_is = "fine"  # or "hung", or "dead"
        self.over = threading.Event()
        self.url = f"http://localhost:{self.server_port}"
        self.weather = f"{self.url}/weather"

    def search(self, *links):
        """Return the address of a page of search results that leads to the links."""
        return f"{self.url}/search?" + "&".join(f"to={link}" for link in links)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        self.server.asked.append((address.path, dict(self.headers)))
        if address.path == "/weather" and self.server.weather_is != "fine":
            self.close_connection = True
            return self.server.over.wait(60) if self.server.weather_is == "hung" else None
        links = "".join(f'<p><a href="{to}">{to}</a>' for to in parse_qs(address.query).get("to", []))
        return self._send(PAGE.format(title=address.path.strip("/").title(), body=links))

    def _send(self, page):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page.encode())))
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_words):
        """Stay silent."""


@contextmanager
def elsewhere():
    """Serve the outside for as long as it is needed."""
    server = Elsewhere()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
