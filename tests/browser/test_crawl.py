"""Every page of the sitemap, in both languages, keeps the promises of the site."""

import re
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ENGLISH = re.compile(r"\b(the|and|you|with|this|that|your|for)\b", re.IGNORECASE)
BELOW = r"(?:step/\d+|plan|handout|feuille|answers|corrige|review/\w+/\d+|revision/\w+/\d+)/"
WORDS = {
    "handout": "feuille",
    "answers": "corrige",
    "review/week": "revision/semaine",
    "review/month": "revision/mois",
}
FRENCH = re.compile(r"\b(le|la|les|des|vous|tu|une|pour|avec|est)\b", re.IGNORECASE)


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def all(self, tag, **wanted):
        wanted = {name.replace("_", "-"): value for name, value in wanted.items()}
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]


@cache
def parsed(html):
    """Return what a page is made of, read once for all promises."""
    return Page(html)


@pytest.fixture(scope="session")
def pairs(site):
    """Every (path, path of the other language) of the sitemap."""
    _status, _headers, xml = site.get("/sitemap.xml")
    found = []
    for entry in ElementTree.fromstring(xml).iter(f"{SITEMAP}url"):
        alternates = {link.get("hreflang")[:2]: link.get("href") for link in entry.iter(f"{XHTML}link")}
        path = urlsplit(entry.find(f"{SITEMAP}loc").text).path
        other = alternates["fr" if path.startswith("/en/") else "en"]
        found.append((path, urlsplit(other).path))
    return found


@pytest.fixture(scope="session")
def pages(site, pairs):
    """Every page of the sitemap and what stands below it: {path: (status, headers, html)}."""
    fetched = {}
    waiting = [path for path, _other in pairs]
    while waiting:
        path = waiting.pop()
        fetched[path] = site.get(path)
        found = re.findall(rf'href="(/(?:en|fr)/[^"]+/{BELOW})"', fetched[path][2])
        waiting += [one for one in dict.fromkeys(found) if one not in fetched and one not in waiting]
    return fetched


def broken(pages, promise):
    """Return the paths of pages that break a promise."""
    return [
        path for path, (status, headers, html) in pages.items() if not promise(path, status, headers, html)
    ]


def test_the_sitemap_lists_pages_of_both_languages(pairs):
    assert len(pairs) >= 2 * 24
    assert len({path for path, _other in pairs if path.startswith("/fr/")}) * 2 == len(pairs)


def test_every_page_answers(pages):
    assert broken(pages, lambda path, status, headers, html: status == 200) == []


def test_every_page_is_in_the_language_of_its_path(pages):
    assert broken(pages, lambda path, s, h, html: f'<html lang="{path[1:3]}-CA"' in html) == []


def test_the_words_are_really_in_that_language(pages):
    def in_language(path, status, headers, html):
        main = html[html.index("<main") : html.index("</main>")]
        text = re.sub(r"<[^>]*>", " ", main)
        english, french = len(ENGLISH.findall(text)), len(FRENCH.findall(text))
        return english >= 3 * french if path.startswith("/en/") else french >= 3 * english

    assert broken(pages, in_language) == []


def test_the_toggle_leads_to_the_very_same_page(pages, pairs):
    other = dict(pairs)

    def leads_there(path, status, headers, html):
        toggle = re.search(r'id="wb-lng".*?</nav>', html, re.DOTALL)[0]
        target = re.search(r'<a[^>]*href="([^"]+)"', toggle)[1]
        stem, below = re.fullmatch(rf"(.*?/)({BELOW})?", path).groups()
        return "hreflang" in toggle and target == other[stem] + _translated(below or "", path[1:3])

    assert broken(pages, leads_there) == []


def test_every_page_has_one_exit_one_heading_and_a_kind(pages):
    def whole(path, status, headers, html):
        page = parsed(html)
        exits = [a for a in page.all("a") if "data-safety-exit" in a]
        main = page.all("main")
        return len(exits) == 1 and len(page.all("h1")) == 1 and len(main) == 1 and main[0].get("data-page")

    assert broken(pages, whole) == []


def test_every_page_links_to_the_exit_before_anything_but_the_skip_link(pages):
    def first(path, status, headers, html):
        links = parsed(html).all("a")
        return links[0]["href"].startswith("#") and "data-safety-exit" in links[1]

    assert broken(pages, first) == []


def test_no_page_sets_a_cookie_or_varies_by_one(pages):
    def quiet(path, status, headers, html):
        return "Set-Cookie" not in headers and "cookie" not in (headers.get("Vary") or "").lower()

    assert broken(pages, quiet) == []


def test_the_policy_is_strict_everywhere(pages):
    def strict(path, status, headers, html):
        policy = headers["Content-Security-Policy"]
        return (
            "unsafe" not in policy
            and "default-src 'none'" in policy
            and headers["Referrer-Policy"] == "no-referrer"
        )

    assert broken(pages, strict) == []


def test_there_is_no_inline_style_or_handler_and_no_script_but_the_exits(pages):
    def clean(path, status, headers, html):
        page = parsed(html)
        inline = [a for tag, a in page.elements if "style" in a or any(name.startswith("on") for name in a)]
        inline_scripts = [a for a in page.all("script") if "src" not in a]
        scripts = [list(a) for a in inline_scripts if a != {"type": "application/ld+json"}]
        return not inline and scripts == [["data-to"]] and not page.all("style")

    assert broken(pages, clean) == []


def test_nothing_is_loaded_from_another_host(pages):
    def own(path, status, headers, html):
        loaded = [
            a.get("src") or a.get("href") or ""
            for tag, a in parsed(html).elements
            if tag in ("img", "script", "iframe", "source", "link")
            and a.get("rel") not in ("alternate", "canonical")
        ]
        return all(not urlsplit(address).netloc for address in loaded)

    assert broken(pages, own) == []


def test_links_out_name_no_referrer(pages):
    def discreet(path, status, headers, html):
        out = [a for a in parsed(html).all("a") if a.get("href", "").startswith("http")]
        return all("noreferrer" in a.get("rel", "") for a in out)

    assert broken(pages, discreet) == []


def test_no_internal_link_is_dead(site, pages):
    targets = {}
    for path, (_status, _headers, html) in pages.items():
        for attributes in parsed(html).all("a"):
            address = urlsplit(urljoin(path, attributes.get("href", "")))
            if not address.netloc and not address.scheme:
                targets.setdefault(address.path, path)
    dead = [
        (t, source) for t, source in targets.items() if t not in pages and site.get(t)[0] not in (200, 302)
    ]
    assert dead == []


def test_every_fragment_leads_somewhere(pages):
    def landed(path, status, headers, html):
        page = parsed(html)
        ids = {a["id"] for _tag, a in page.elements if "id" in a}
        return all(a["href"][1:] in ids for a in page.all("a") if a.get("href", "").startswith("#"))

    assert broken(pages, landed) == []


def test_every_page_is_valid_html(pages):
    def valid(path, status, headers, html):
        html5lib.HTMLParser(strict=True).parse(html)
        return True

    assert broken(pages, valid) == []


def test_every_page_has_a_title_of_its_own(pages):
    titles = {}
    for path, (_status, _headers, html) in pages.items():
        titles.setdefault(re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1].strip(), []).append(path)
    assert [paths for paths in titles.values() if len(paths) > 1] == []


def _translated(below, language):
    """Return what stands below a page in the words of the other language."""
    for english, french in WORDS.items():
        here, there = (english, french) if language == "en" else (french, english)
        below = re.sub(f"^{here}/", f"{there}/", below)
    return below


@pytest.mark.parametrize(("path", "words"), [("/en/nope/", "not here"), ("/fr/nope/", "n'est pas ici")])
def test_a_missing_page_is_missing_in_the_language_of_its_path(site, path, words):
    status, headers, html = site.get(path, **{"Accept-Language": "fr" if path.startswith("/en") else "en"})
    assert status == 404
    assert f'lang="{path[1:3]}-CA"' in html
    assert words in html.replace("&#x27;", "'")
    assert "tel:" in html


AGES = {
    "en": ("/en/ages-5-7/", "/en/ages-8-11/", "/en/ages-12-13/", "/en/ages-14-17/"),
    "fr": ("/fr/5-a-7-ans/", "/fr/8-a-11-ans/", "/fr/12-a-13-ans/", "/fr/14-a-17-ans/"),
}


@pytest.mark.parametrize("language", AGES)
def test_younger_tiers_never_link_to_the_lessons_of_older_ones(pages, language):
    ages = AGES[language]
    for place, start in enumerate(ages):
        below = {path: page for path, page in pages.items() if path.startswith(start)}
        assert below
        older = ages[place + 1 :]

        def kept(path, status, headers, html, older=older):
            main = html[html.index("<main") : html.index("</main>")]
            return not any(f'href="{address}' in main for address in older)

        assert broken(below, kept) == []


def test_a_first_view_of_a_lesson_is_light(site, pages):
    import gzip

    css = re.search(r'href="(/static/balise[^"]*\.css)"', pages["/en/"][2])[1]
    style = len(gzip.compress(site.get(css)[2].encode()))
    heaviest = max(
        len(gzip.compress(html.encode())) for path, (_s, _h, html) in pages.items() if "/step/" in path
    )
    assert style <= 10_000
    assert style + heaviest <= 20_000


def test_there_is_one_style_sheet_request_but_for_those_of_the_splash_and_the_finder(pages):
    assert broken(pages, lambda p, s, h, html: len(parsed(html).all("link", rel="stylesheet")) == 1) == [
        path for path in pages if path in ("/", "/en/help/", "/fr/aide/")
    ]
