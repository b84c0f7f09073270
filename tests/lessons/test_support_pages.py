"""The support pages as shipped: all are there, the same in both languages, and safety comes first."""

import re

import pytest
from balise.chrome import navigation
from balise.content import content_texts

from education.record_fields import LANGUAGES
from lessons import content_files

PAGES = {}
for name, text in content_texts().items():
    if name.startswith("pages/"):
        data = content_files.read(text, name).data
        PAGES[data["path"]] = data
SUPPORT = {path: data for path, data in PAGES.items() if path.startswith("support/")}
# What the curriculum asks for; the other two are "About leaving quickly" and the Strategy page.
WANTED = {
    *("tonight", "someone-at-home", "is-it-happening-to-me", "someone-has-my-picture"),
    *("somebody-is-threatening-me", "it-was-someone-i-know", "i-did-something-i-regret"),
    *("worried-about-a-friend", "my-child-told-me", "my-child-did-this", "a-pupil-told-me"),
    *("what-happens-when-i-report", "what-happens-to-the-image", "it-is-not-your-fault", "for-boys"),
    "thoughts-that-worry-you",
}
FOR_WHO_WAS_HARMED = sorted(
    WANTED - {"i-did-something-i-regret", "my-child-did-this", "thoughts-that-worry-you", "a-pupil-told-me"}
)
NOT_YOUR_FAULT = {"en": "not (your|their)( \\w+'s)? fault", "fr": "(pas|ni) (ta|sa|leur|la) faute"}
WHO_MUST_TELL = {"en": "who will you have to tell", "fr": "à qui devr"}

each_page = pytest.mark.parametrize("path", SUPPORT)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def kinds(blocks):
    """The blocks of a body, with what a service or a list of provinces names."""
    plain = [next(iter(block.items())) for block in blocks]
    return [(kind, value if kind in ("service", "provinces") else "") for kind, value in plain]


def words(data, language):
    """Everything that a page says in one language, as one text."""
    return " ".join(re.sub(r"[*\s]+", " ", str(block)) for block in data["body"][language])


def test_every_page_that_the_curriculum_asks_for_is_there():
    assert {path.removeprefix("support/") for path in SUPPORT} == WANTED
    assert {"leaving-quickly", "strategy"} <= set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_both_languages_have_the_same_blocks_and_services(path):
    body = PAGES[path]["body"]
    assert kinds(body["en"]) == kinds(body["fr"])


@each_page
@each_language
def test_danger_comes_first_with_its_cards(path, language):
    blocks = kinds(SUPPORT[path]["body"][language])
    assert blocks[0][0] == "notice"
    assert {service for kind, service in blocks[1:4] if kind == "service"} >= {"988", "emergency"}


@pytest.mark.parametrize("path", FOR_WHO_WAS_HARMED)
@each_language
def test_it_is_not_your_fault_comes_before_what_to_do(path, language):
    data = SUPPORT[f"support/{path}"]
    said = data["summary"][language] + words(data, language)
    found = re.search(NOT_YOUR_FAULT[language], said)
    assert found
    assert found.start() < 700


@each_page
@each_language
def test_before_somebody_tells_they_read_that_some_adults_must_tell(path, language):
    assert re.search(WHO_MUST_TELL[language], words(SUPPORT[path], language), re.IGNORECASE) or path in (
        "support/my-child-did-this",
        "support/my-child-told-me",
        "support/a-pupil-told-me",
    )


@each_page
@each_language
def test_the_tab_has_a_calm_title(path, language):
    data = SUPPORT[path]
    title = data.get("tab_title", data["title"])[language]
    assert not re.search(r"sex|abus|menac|threat|victim|suicid|nude|nu(e|s)?\b", title, re.IGNORECASE)


@each_language
def test_the_page_above_leads_to_each(language):
    above = words(PAGES["support"], language)
    assert {path for path in SUPPORT if f"page:{path})" not in above} == set()


@each_language
def test_the_finder_leads_to_pages_that_are_there_by_their_titles(language):
    addresses = {}
    for path, data in SUPPORT.items():
        parts = {"en": path, "fr": f"{PAGES['support']['slug_fr']}/{data['slug_fr']}"}
        addresses[parts[language] + "/"] = data["title"][language]
    for page in navigation()["reading"].values():
        assert addresses[page[language]["path"]] == page[language]["label"]
