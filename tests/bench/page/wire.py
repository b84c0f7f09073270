"""What comes over the wire for one page, as the browser itself counts it."""

import gzip
import re
from dataclasses import dataclass, field

from playwright.sync_api import CDPSession

_INLINE = re.compile(r"<script\b(?![^>]*\b(?:src=|type=\"application/))[^>]*>(.*?)</script>", re.DOTALL)


@dataclass
class _Answer:
    kind: str  # Document, Stylesheet, Script, Font …
    is_picture: bool
    head: int
    received: int = 0

    @property
    def content(self) -> int:
        return self.received - self.head


@dataclass
class Wire:
    """Counts what is received for the page at an address, pictures apart."""

    devtools: CDPSession
    address: str
    asked: set[str] = field(default_factory=set)
    answers: dict[str, _Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.devtools.on("Network.requestWillBeSent", self._ask)
        self.devtools.on("Network.responseReceived", self._answer)
        self.devtools.on("Network.loadingFinished", self._finish)
        self.devtools.on("Network.loadingFailed", self._fail)
        self.devtools.send("Network.enable")

    @property
    def received(self) -> int:
        """What came in all, with the heads of the answers."""
        return sum(each.received for each in self._counted())

    @property
    def requests(self) -> int:
        return len(self._counted())

    def content(self, kind: str = "") -> int:
        """What came as content, compressed as the server sent it: all of it, or of one kind."""
        return sum(each.content for each in self._counted() if kind in ("", each.kind))

    def scripts(self, page: str) -> int:
        """What of the content is scripts; what stands in the page counts as if compressed alone."""
        inline = (len(gzip.compress(each.encode(), mtime=0)) for each in _INLINE.findall(page))
        return self.content("Script") + sum(inline)

    def _counted(self) -> list[_Answer]:
        return [each for each in self.answers.values() if not each.is_picture]

    def _ask(self, event: dict) -> None:
        if event["documentURL"] == self.address:  # what the page before asked for comes late
            self.asked.add(event["requestId"])

    def _answer(self, event: dict) -> None:
        if event["requestId"] in self.asked:
            answer = event["response"]
            is_picture = answer["mimeType"].startswith("image/")
            self.answers[event["requestId"]] = _Answer(event["type"], is_picture, answer["encodedDataLength"])

    def _finish(self, event: dict) -> None:
        if event["requestId"] in self.answers:
            self.answers[event["requestId"]].received = event["encodedDataLength"]

    def _fail(self, event: dict) -> None:
        assert event["requestId"] not in self.asked, event["errorText"]
