"""Whatever comes in, only what an editor could have written comes out."""

import html5lib
import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from education.sanitize import TAGS, clean_html, is_allowed

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//evil.example/">x</a>',
    '<a href="/\\evil.example/">x</a>',
    '<a href="http://plain.example/">x</a>',
    '<a href="mailto:a@b.example">x</a>',
    '<a href="tel:911">x</a>',
    '<p style="background:url(javascript:alert(1))" onclick="alert(1)" class="x" id="y">x</p>',
    "<iframe src='https://evil.example/'></iframe><form action='https://evil.example/'><input></form>",
    '<a linktype="document" id="3">x</a>',
    '<a linktype="page" id="3 onclick=alert(1)">x</a>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
]
FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "<ul>",
        "<li>",
        "</ul>",
        "<br/>",
        "<h2>",
        "</h2>",
        "<script>",
        "</script>",
    ]
    + [
        '<a href="https://a.example/?b=1&c=2">',
        "</a>",
        "<a linktype='page' id='4'>",
        "<a href='javascript:x'>",
    ]
    + [
        "<!--",
        "-->",
        "<![CDATA[",
        "<svg>",
        "<style>",
        "</style>",
        "<table>",
        "<td>",
        "&lt;",
        "&amp;nbsp;",
        "&nbsp;",
    ]
    + [
        "<p class=x>",
        "<",
        ">",
        "&",
        '"',
        "'",
        "«\u00a0mot\u00a0»",
        "text ",
        "<template>",
        "<math>",
        "<textarea>",
    ]
)


def oracle(text: str) -> str:
    return nh3.clean(
        text,
        tags=set(TAGS),
        attributes={"a": {"href", "linktype", "id"}},
        attribute_filter=lambda tag, name, value: value if is_allowed(tag, name, value) else None,
        url_schemes={"https"},
        link_rel=None,
    )


def normal(text: str) -> str:
    """The same HTML as a browser reads it, in one spelling."""
    return html5lib.serialize(
        html5lib.parseFragment(text), quote_attr_values="always", alphabetical_attributes=True
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_that_could_run_or_lead_elsewhere_remains(attack):
    cleaned = clean_html(attack)
    assert normal(oracle(cleaned)) == normal(cleaned)
    for forbidden in (
        "<script",
        "<img",
        "<svg",
        "<iframe",
        "<form",
        "<style",
        " on",
        "style=",
        "class=",
        "href=",
    ):
        assert forbidden not in cleaned


@given(st.lists(FRAGMENTS | st.text(max_size=5), max_size=25).map("".join))
def test_a_second_independent_cleaner_finds_nothing_left_to_remove(text):
    cleaned = clean_html(text)
    assert normal(oracle(cleaned)) == normal(cleaned)


@given(st.lists(FRAGMENTS | st.text(max_size=5), max_size=25).map("".join))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean_html(clean_html(text)) == clean_html(text)


def test_what_an_editor_writes_passes_untouched():
    written = (
        "<h2>A</h2><h3>B</h3><p>c <b>d</b> <i>e</i><br>f</p>"
        "<ul><li>g<ul><li>h</li></ul></li></ul><ol><li>i</li></ol>"
        '<p><a href="https://canada.ca/">j</a> <a linktype="page" id="7">k</a> <a href="/en/help/">l</a></p>'
    )
    assert clean_html(written) == written
