"""A site whose exit leads to a place on this machine, and visitors who leave it."""

import pytest

from tests.browser.install import chromium as chromium_path
from tests.browser.install import firefox as firefox_path
from tests.browser.leaving.elsewhere import elsewhere
from tests.browser.leaving.visitors import ChromiumVisitor, FirefoxVisitor


@pytest.fixture(scope="session")
def rest_of_the_web():
    with elsewhere() as server:
        yield server


@pytest.fixture
def outside(rest_of_the_web):
    """The rest of the web: a search page, and where the exit leads."""
    yield rest_of_the_web
    rest_of_the_web.weather_is = "fine"
    rest_of_the_web.asked.clear()


@pytest.fixture(scope="session")
def leaving(site, served, rest_of_the_web):
    """The seeded site, with an exit to the outside on this machine."""
    weather = rest_of_the_web.weather
    with served(site.folder, EXIT_URL_EN=weather, EXIT_URL_FR=weather) as running:
        yield running


@pytest.fixture
def at_chromium(playwright_driver, chromium_flags, tmp_path):
    """A visitor at a Chromium of their own."""
    context = playwright_driver.chromium.launch_persistent_context(
        tmp_path / "chromium",
        executable_path=chromium_path(),
        args=chromium_flags,
        ignore_default_args=["--disable-back-forward-cache"],
        viewport={"width": 1280, "height": 900},
    )
    visitor = ChromiumVisitor(context)
    yield visitor
    visitor.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory):
    visitor = FirefoxVisitor(firefox_path(), tmp_path_factory.mktemp("firefox") / "log.txt")
    yield visitor
    visitor.close()


@pytest.fixture
def at_firefox(firefox):
    """A visitor at a Firefox that remembers nothing yet."""
    firefox.start_anew()
    return firefox


@pytest.fixture(params=["chromium", "firefox"])
def visitor(request):
    """A visitor at each browser in turn."""
    return request.getfixturevalue(f"at_{request.param}")
