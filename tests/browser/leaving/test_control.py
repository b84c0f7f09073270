"""The exit itself: reached first, large enough, in nobody's way, and of use without scripts."""

import pytest
from playwright.sync_api import expect

PAGES = ["/en/support/tonight/", "/fr/soutien/ce-soir/", "/", "/en/nope/", "/fr/account/login/"]
COVERED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const bar = document.querySelector(".safety-exit").getBoundingClientRect();
  const isPart = element === document.body || element.closest(".safety-exit") !== null;
  const isCovered = !isPart && box.bottom > bar.top + 1 && box.top < bar.bottom - 1;
  return [element.outerHTML.slice(0, 200), isCovered];
}"""


@pytest.fixture(params=PAGES)
def path(request):
    return request.param


def test_at_400_percent_the_exit_never_covers_what_has_the_focus(visit, path):
    page = visit(path, width=320, height=256)
    seen = []
    for _press in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(COVERED))
    assert len({name for name, _is_covered in seen}) > 5
    assert [name for name, is_covered in seen if is_covered] == []


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_large_enough_and_inside_the_screen(visit, path, width):
    page = visit(path, width=width, height=256)
    box = page.locator("[data-safety-exit]").bounding_box()
    assert box["height"] >= 44
    assert box["width"] >= 44
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.evaluate("scrollTo(0, 10000)")
    expect(page.locator("[data-safety-exit]")).to_be_in_viewport(ratio=1)


def test_paper_does_not_carry_it(visit, path):
    page = visit(path)
    page.emulate_media(media="print")
    expect(page.locator("[data-safety-exit]")).to_be_hidden()


def test_it_is_outlined_where_the_person_chose_the_colours(visit, path):
    page = visit(path, forced_colors="active")
    border = page.locator("[data-safety-exit]").evaluate(
        "element => getComputedStyle(element).borderTopWidth"
    )
    assert border != "0px"


def test_pressing_it_hides_the_page_without_scripts_too(visit, path):
    page = visit(path, scripts=False)
    page.context.route("https://**", lambda route: route.fulfill(body="weather"))
    box = page.locator("[data-safety-exit]").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.down()
    expect(page.locator("body")).to_have_css("opacity", "0")
    page.mouse.up()
    page.wait_for_url("https://**")


@pytest.mark.parametrize(("language", "keys"), [("en", "Esc twice"), ("fr", "Échap deux fois")])
def test_the_words_about_escape_stand_where_they_are_true(visit, language, keys):
    path = {"en": "/en/", "fr": "/fr/"}[language]
    said = "#safety-exit-hint"
    expect(visit(path).locator(said)).to_contain_text(keys)
    assert keys not in visit(path, scripts=False).locator(said).inner_text()
    assert keys not in visit(path, width=320, has_touch=True, is_mobile=True).locator(said).inner_text()


def test_its_hint_is_read_with_it(visit, path):
    exit_link = visit(path).locator("[data-safety-exit]")
    hint = exit_link.get_attribute("aria-describedby")
    expect(exit_link.page.locator(f"#{hint} a").first).to_be_visible()
