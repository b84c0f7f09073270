"""Visitors whose screens are recorded, and who note what their browser asks for and complains of."""

import base64
import io
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from marionette_driver.marionette import Marionette
from PIL import Image, ImageOps
from playwright.sync_api import BrowserContext, ConsoleMessage, Playwright

from tests.bench.exit.site import Colour, Site
from tests.browser import install
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.leaving.visitors import ChromiumVisitor, FirefoxVisitor

POLICY = "content security policy"  # as in what browsers write about one that was broken
SMALL = {"maxWidth": 320, "maxHeight": 225}  # a small picture is made fast, so that no frame is left out
SEEN = "document.querySelector('main')?.checkVisibility({opacityProperty: true}) === true"
WINDOW = {"width": 1280, "height": 900}
Frame = frozenset[Colour]  # what may stand in the upper left corner of the page


class Chromium(ChromiumVisitor):
    """A person at a Chromium."""

    def __init__(self, context: BrowserContext, complaints: list[str]) -> None:
        super().__init__(context)
        self.asked: list[str] = []
        self.complaints = complaints
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("console", self._hear)

    def start_anew(self) -> None:
        """Go on in a tab that has seen nothing."""
        former = self.context.pages
        self.look_at(self.context.new_page())
        for page in former:
            page.close()
        self.context.clear_cookies()

    def wait(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)

    @contextmanager
    def watching(self) -> Iterator[list[Frame]]:
        """Collect what the browser shows meanwhile, frame by frame."""
        frames: list[Frame] = []

        def keep(event: dict) -> None:
            self.devtools.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})
            frames.append(frozenset({_corner(Image.open(io.BytesIO(base64.b64decode(event["data"]))))}))

        self.devtools.on("Page.screencastFrame", keep)
        self.ask("Page.startScreencast", format="png", everyNthFrame=1, **SMALL)
        yield frames
        self.ask("Page.stopScreencast")
        self.devtools.remove_listener("Page.screencastFrame", keep)

    def sees(self, site: Site) -> bool:
        """Say whether a page of the site is on the screen: while it leaves, it answers no questions."""
        with self.watching() as frames:
            self.wait(0.3)
        assert frames, "the watch sees nothing at all"
        return any(shows(site, frame) for frame in frames)

    def _hear(self, message: ConsoleMessage) -> None:
        if POLICY in message.text.lower():
            self.complaints.append(message.page.url if message.page else message.location["url"])


class Firefox(FirefoxVisitor):
    """A person at a Firefox that draws the whole window in each frame, so that each can be looked at."""

    asked: tuple[str, ...] = ()  # not known; the other end counts who connects
    _PREFS: ClassVar = {"places.history.enabled": True, "gfx.webrender.max-partial-present-rects": 0}
    _CORNER = """
      const {x, y} = gBrowser.selectedBrowser.getBoundingClientRect();
      return [x, y];"""
    _STOP = """
      const done = arguments[arguments.length - 1];
      windowUtils.stopCompositionRecording(false)
        .then(({frames}) => done(frames.map((frame) => frame.dataUri)));"""
    _WRITTEN = """
      const written = Services.console.getMessageArray().filter((each) => each instanceof Ci.nsIScriptError);
      Services.console.reset();
      return written.map((each) => [each.sourceName, each.errorMessage]);"""

    def __init__(self, log: Path, complaints: list[str]) -> None:
        self.complaints = complaints
        self.firefox = Marionette(
            bin=install.firefox(), port=0, headless=True, gecko_log=str(log), prefs=self._PREFS
        )
        self.firefox.start_session({"pageLoadStrategy": "none"})
        self.firefox.set_window_rect(**WINDOW)

    def start_anew(self) -> None:
        """Forget all earlier visits, and note what the browser wrote about broken policies."""
        super().start_anew()
        for source, words in self._in_browser(self._WRITTEN):
            if POLICY in words.lower().replace("-", " "):
                self.complaints.append(source)

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)

    @contextmanager
    def watching(self) -> Iterator[list[Frame]]:
        """Collect what the browser puts on the screen meanwhile, frame by frame."""
        frames: list[Frame] = []
        left, top = self._in_browser(self._CORNER)
        self._in_browser("windowUtils.startCompositionRecording()")
        yield frames
        with self.firefox.using_context("chrome"):
            recorded = self.firefox.execute_async_script(self._STOP, script_timeout=60_000)
        for picture in recorded:
            window = Image.open(io.BytesIO(base64.b64decode(picture.partition(",")[2])))
            ways_up = window, ImageOps.flip(window)  # it may be recorded upside down
            frames.append(frozenset(_corner(each, int(left), int(top)) for each in ways_up))

    def sees(self, site: Site) -> bool:
        """Say whether a page of the site is on the screen."""
        return site.owns(self.href()) and self.evaluate(SEEN) is True


Visitor = Chromium | Firefox


def shows(site: Site, frame: Frame) -> bool:
    """Say whether a frame shows a page of the site."""
    return bool(frame & site.colours)


@contextmanager
def chromium(playwright: Playwright, complaints: list[str]) -> Iterator[Chromium]:
    """Open a Chromium that has seen nothing, with its history and its pages kept for Back."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=install.chromium(),
            args=CHROMIUM_FLAGS,
            ignore_default_args=["--disable-back-forward-cache"],
            viewport=WINDOW,
        )
        try:
            yield Chromium(context, complaints)
        finally:
            context.close()


@contextmanager
def firefox(folder: Path, complaints: list[str]) -> Iterator[Firefox]:
    """Open a Firefox; what it writes goes to the folder."""
    logging.getLogger("mozversion").setLevel(logging.WARNING)  # it would tell ten lines about the version
    visitor = Firefox(folder / "firefox.txt", complaints)
    try:
        yield visitor
    finally:
        visitor.close()


def _corner(picture: Image.Image, left: int = 0, top: int = 0) -> Colour:
    red, green, blue = picture.convert("RGB").getpixel((left + picture.width // 50, top + 4))
    return red, green, blue
