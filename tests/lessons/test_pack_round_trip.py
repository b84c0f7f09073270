"""What is exported and imported again is the same, for our files and for whatever an editor could write."""

import pytest
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from education.sanitize import clean_html
from lessons import content_files
from lessons.content_files import FOLDER
from lessons.content_writing import rewrite, write
from lessons.links import Links
from lessons.markdown import to_markdown
from lessons.page_content import content_of, fill
from lessons.page_kinds import MODELS, shape_of_page
from lessons.prose import problems, to_html
from lessons.shapes import Record
from tests.lessons.pack_texts import LINKS, data_of_page, rich_text

KINDS = {kind: "" if kind == "home" else "a/b/c" for kind in MODELS}
EVERYTHING = frozenset({"h2", "h3", "bold", "italic", "link", "ol", "ul"})
slow = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def content(data, links=LINKS):
    page = MODELS[data["page"]]()
    fill(page, data, links)
    return content_of(page, links)


@settings(max_examples=300, deadline=None)
@given(rich_text())
def test_rich_text_becomes_markdown_that_means_the_same(html):
    markdown = to_markdown(html, LINKS.target)
    assert to_markdown(to_html(markdown, LINKS, "en"), LINKS.target) == markdown
    assert list(problems(markdown, EVERYTHING, LINKS)) == []


@settings(max_examples=200, deadline=None)
@given(rich_text())
def test_the_words_of_a_rich_text_survive(html):
    again = to_html(to_markdown(html, LINKS.target), LINKS, "en")
    assert _words(again) == _words(clean_html(html))


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
@slow
@given(drawn=st.data())
def test_a_page_holds_what_its_file_says(kind, drawn):
    data = drawn.draw(data_of_page(kind, KINDS[kind]))
    found = content(data)
    assert found == {key: value for key, value in data.items() if key in found}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
@slow
@given(drawn=st.data())
def test_a_written_file_reads_as_the_same_page(kind, drawn):
    data = drawn.draw(data_of_page(kind, KINDS[kind]))
    assert content(content_files.read(write(shape_of_page(kind), data), "x").data) == content(data)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["lesson", "support"])
@slow
@given(drawn=st.data())
def test_a_rewritten_file_says_what_the_page_says_now(kind, drawn):
    before, after = (drawn.draw(data_of_page(kind, KINDS[kind])) for _time in range(2))
    shape: Record = shape_of_page(kind)
    text = rewrite(write(shape, before), shape, before, after, lambda markdown: markdown.strip())
    assert content(content_files.read(text, "x").data) == content(after)


@pytest.mark.django_db
@pytest.mark.parametrize("name", content_files.names())
def test_every_file_of_ours_survives_the_round_trip(name):
    file = content_files.read((FOLDER / name).read_text(encoding="utf-8"), name)
    links = Links({"": 1, file.path: 2}, LINKS.routes)
    found = content(file.data, links)
    again = content(file.data | found, links)
    assert again == found
    written = write(shape_of_page(file.data["page"]), file.data | found)
    assert content(content_files.read(written, name).data, links) == found


def test_a_changed_paragraph_is_the_only_thing_a_diff_shows():
    text = (
        "page: guidance\npath: a\nslug_fr: a\norder: 10\n# A remark.\n"
        "summary:\n  en: 'One.'\n  fr: Un.\n"
        "body:\n  en:\n    - text: |\n        Some *long*\n        paragraph.\n\n        Old words.\n"
        '    - service: "988"\n  fr: []\n'
    )
    shape = shape_of_page("guidance")
    before = content_files.read(text, "x").data
    before["body"] = {"en": [{"text": "Some _long_ paragraph.\n\nOld words."}, {"service": "988"}], "fr": []}
    after = before | {
        "body": {"en": [{"text": "Some _long_ paragraph.\n\nNew words."}, {"service": "988"}], "fr": []}
    }
    spell = lambda markdown: to_markdown(to_html(markdown, LINKS, "en"), LINKS.target)  # noqa: E731
    assert rewrite(text, shape, before, after, spell) == text.replace("Old words.", "New words.")


def _words(html):
    spaced = html.replace("<", " <").replace("\u00a0", " ").replace("&nbsp;", " ")
    return "".join(strip_tags(spaced).split())
