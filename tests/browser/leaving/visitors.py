"""Two people at two browsers: they follow links, leave, press Back, and look at what the browser kept."""

import base64
import io
import time
from contextlib import contextmanager

from marionette_driver.by import By
from marionette_driver.errors import MarionetteException
from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette
from PIL import Image
from playwright.sync_api import Error

# What a person sees of a page: nothing where it is hidden.
SEEN = """(() => {
  const root = document.documentElement, style = root && getComputedStyle(root);
  return style && style.display !== "none" && style.opacity !== "0" && document.body
    ? document.body.innerText : "";
})()"""
STRIP = frozenset(
    {(11, 53, 66), (6, 38, 47)}
)  # the deep strip along the top of each of our pages, by light and by dark


def until(claim, within=8):
    """Wait until a claim holds; say whether it did."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        if claim():
            return True
        time.sleep(0.03)
    return False


class ChromiumVisitor:
    """A person at a Chromium that keeps its history, with its back/forward cache."""

    name = "chromium"

    def __init__(self, context):
        self.context = context
        self.look_at(context.pages[0])

    def look_at(self, page):
        self.page = page
        self.devtools = self.context.new_cdp_session(page)

    def go(self, url):
        self.page.goto(url)

    def open_tab(self, url):
        page = self.context.new_page()
        page.goto(url)
        return page

    def ask(self, command, **asked):
        """Ask the browser; between two pages it does not answer for a moment."""
        answers = []

        def answered():
            try:
                answers.append(self.devtools.send(command, asked))
            except Error:
                return False
            return True

        assert until(answered), command
        return answers[0]

    def evaluate(self, expression):
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def follow(self, selector):
        self.page.locator(selector).first.click()

    def leave_by(self, selector):
        """Press a link without waiting for what follows."""
        box = self.page.locator(selector).first.bounding_box()
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def write(self, selector, text):
        self.page.locator(selector).first.press_sequentially(text)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def back(self):
        self._turn(-1)

    def forward(self):
        self._turn(1)

    def _turn(self, by):
        kept = self.ask("Page.getNavigationHistory")
        wanted = kept["currentIndex"] + by
        if 0 <= wanted < len(kept["entries"]):
            self.ask("Page.navigateToHistoryEntry", entryId=kept["entries"][wanted]["id"])

    def href(self):
        kept = self.ask("Page.getNavigationHistory")
        return kept["entries"][kept["currentIndex"]]["url"]

    def title(self):
        """Return what the tab is called."""
        return self.ask("Target.getTargetInfo")["targetInfo"]["title"]

    def entries(self):
        """Return the addresses behind Back and Forward, this one too."""
        return [entry["url"] for entry in self.ask("Page.getNavigationHistory")["entries"]]

    def seen(self):
        return self.evaluate(SEEN) or ""

    def listed(self):
        """Return what the browser's own history page lists."""
        page = self.context.new_page()
        page.goto("chrome://history/")
        items = page.locator("history-item")
        until(lambda: items.count() > 0)
        found = items.evaluate_all("all => all.map(each => each.item.url)")
        page.close()
        return found

    @contextmanager
    def watching(self):
        """Collect every frame that the browser shows meanwhile, as pictures; pass the time with `wait`."""
        frames = []

        def keep(event):
            self.devtools.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})
            frames.append(base64.b64decode(event["data"]))

        self.devtools.on("Page.screencastFrame", keep)
        self.ask("Page.startScreencast", format="png", everyNthFrame=1)
        yield frames
        self.ask("Page.stopScreencast")
        self.devtools.remove_listener("Page.screencastFrame", keep)

    def wait(self, seconds):
        """Let time pass; a plain sleep would take no frame in, and the browser would send no more of them."""
        self.page.wait_for_timeout(seconds * 1000)

    def sees_the_site(self):
        """Say whether a page of ours is on the screen: while it leaves, it answers no questions."""
        with self.watching() as frames:
            self.wait(0.3)
        assert frames, "the watch sees nothing at all"
        return any(map(shows_the_site, frames))

    def close(self):
        self.context.close()


def shows_the_site(frame):
    """Say whether a frame shows a page of ours."""
    picture = Image.open(io.BytesIO(frame)).convert("RGB")
    return picture.getpixel((picture.width // 50, 4)) in STRIP


class FirefoxVisitor:
    """A person at a Firefox that keeps its history."""

    name = "firefox"
    _ENTRIES = """
      const kept = gBrowser.selectedBrowser.browsingContext.sessionHistory;
      return Array.from({length: kept.count}, (_, n) => kept.getEntryAtIndex(n).URI.spec);"""
    _LISTED = """
      const root = PlacesUtils.history.executeQuery(
        PlacesUtils.history.getNewQuery(), PlacesUtils.history.getNewQueryOptions()).root;
      root.containerOpen = true;
      const found = Array.from({length: root.childCount}, (_, n) => root.getChild(n).uri);
      root.containerOpen = false;
      return found;"""

    def __init__(self, binary, log):
        keeps_history = {"places.history.enabled": True}
        self.firefox = Marionette(bin=binary, port=0, headless=True, gecko_log=str(log), prefs=keeps_history)
        self.firefox.start_session({"pageLoadStrategy": "none"})  # a click waits for no page
        self.firefox.set_window_rect(width=1280, height=900)

    def start_anew(self):
        """Forget all earlier visits, in a tab that has seen nothing."""
        former = self.firefox.window_handles
        fresh = self.firefox.open(type="tab", focus=True)["handle"]
        for tab in former:
            self.firefox.switch_to_window(tab)
            self.firefox.close()
        self.firefox.switch_to_window(fresh)
        self._in_browser("Services.cookies.removeAll()")
        self._in_browser("return PlacesUtils.history.clear()")

    def look_at(self, tab):
        self.firefox.switch_to_window(tab)

    def go(self, url):
        self.firefox.navigate(url)
        assert until(lambda: self.href() == url and self.seen() != "")

    def open_tab(self, url):
        here = self.firefox.current_window_handle
        tab = self.firefox.open(type="tab", focus=False)["handle"]
        self.firefox.switch_to_window(tab, focus=False)
        self.go(url)
        self.firefox.switch_to_window(here)
        return tab

    def evaluate(self, expression):
        try:
            return self.firefox.execute_script(f"return {expression}", sandbox=None)
        except MarionetteException:  # between two pages
            return None

    def follow(self, selector):
        """Move the pointer there and press: after Marionette's own click Firefox keeps no page for Back."""
        assert until(lambda: self._press(selector)), selector

    leave_by = follow

    def _press(self, selector):
        try:
            link = self.firefox.find_element(By.CSS_SELECTOR, selector)
            self.firefox.execute_script(
                "arguments[0].scrollIntoView({block: 'center'})", [link], sandbox=None
            )
            pointer = self.firefox.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})
            pointer.pointer_move(0, 0, origin=link).pointer_down().pointer_up().perform()
        except MarionetteException:  # not there yet
            return False
        return True

    def write(self, selector, text):
        self.firefox.find_element(By.CSS_SELECTOR, selector).send_keys(text)

    def press(self, *keys):
        chain = self.firefox.actions.sequence("key", "keyboard")
        for key in keys:
            chain.key_down(getattr(Keys, key.upper())).key_up(getattr(Keys, key.upper()))
        chain.perform()

    def reload(self):
        self._in_browser("gBrowser.reload()")

    def back(self):
        self._in_browser("gBrowser.goBack()")

    def forward(self):
        self._in_browser("gBrowser.goForward()")

    def href(self):
        return self.firefox.get_url()

    def title(self):
        return self.firefox.title

    def entries(self):
        return self._in_browser(self._ENTRIES)

    def seen(self):
        return self.evaluate(SEEN) or ""

    def sees_the_site(self):
        return "Balise" in self.seen()

    def listed(self):
        return self._in_browser(self._LISTED)

    def _in_browser(self, script):
        with self.firefox.using_context("chrome"):
            return self.firefox.execute_script(script)

    def close(self):
        self.firefox.quit()
        self.firefox.cleanup()
