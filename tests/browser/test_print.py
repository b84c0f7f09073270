"""On paper everything can be read, the numbers to call are there, and what is only for a screen is not."""

import pytest

LESSONS = [
    "/en/ages-8-11/safe-with-others/real-or-made-by-ai/",
    "/fr/8-a-11-ans/en-securite-avec-les-autres/vrai-ou-fait-par-l-ia/",
]
WITH_NUMBERS = ["/en/help/", "/fr/aide/", "/en/report/", "/en/support/tonight/", "/fr/soutien/ce-soir/"]
PAGES = ["/", "/en/", "/fr/", "/en/ages-5-7/", "/fr/personnel-scolaire/", "/en/nope/", "/fr/nope/"]
PAGES += ["/en/ages-5-7/safe-and-sure/my-body-belongs-to-me/answers/"]
PAGES += ["/fr/8-a-11-ans/en-securite-avec-les-autres/vrai-ou-fait-par-l-ia/plan/"]
PAGES += WITH_NUMBERS + LESSONS + [f"{lesson}step/3/" for lesson in LESSONS]

# The background is not printed, so every colour is measured against white paper.
PALE = """() => {
  const channels = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const light = (colour) => {
    channels.clearRect(0, 0, 1, 1);
    channels.fillStyle = "white";
    channels.fillRect(0, 0, 1, 1);
    channels.fillStyle = colour;
    channels.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...channels.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = [], pale = [];
  while (texts.nextNode()) {
    const words = texts.currentNode.textContent.trim();
    const element = texts.currentNode.parentElement;
    if (!words || !element.checkVisibility() || element.getBoundingClientRect().width < 2) continue;
    seen.push(words);
    const ratio = 1.05 / (light(getComputedStyle(element).color) + 0.05);
    if (ratio < 4.5) pale.push(`${ratio.toFixed(1)} ${element.className || element.tagName}: ${words}`);
  }
  return {seen, pale};
}"""
ONLY_ON_SCREEN = "[data-safety-exit], header nav, footer nav, .breadcrumbs, .skip-link, main button"


def printed(visit, path, scheme="light"):
    """Open a page as it goes to a printer."""
    page = visit(path, scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_printed_word_is_too_pale_for_white_paper(visit, path, scheme):
    words = printed(visit, path, scheme).evaluate(PALE)
    assert words["seen"]
    assert words["pale"] == []


@pytest.mark.parametrize("path", PAGES)
def test_what_is_only_for_a_screen_is_not_printed(visit, path):
    parts = printed(visit, path).locator(ONLY_ON_SCREEN)
    assert parts.count()
    assert [part.get_attribute("class") for part in parts.all() if part.is_visible()] == []


@pytest.mark.parametrize("path", WITH_NUMBERS)
def test_the_numbers_of_services_are_printed(visit, path):
    page = printed(visit, path)
    printed_cards = [card for card in page.locator("main .service-card").all() if card.is_visible()]
    numbers = [number for card in printed_cards for number in card.locator('a[href^="tel:"]').all()]
    assert numbers
    assert all(number.is_visible() and any(map(str.isdigit, number.inner_text())) for number in numbers)
