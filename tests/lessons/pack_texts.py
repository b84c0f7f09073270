"""Texts and content files for the tests: anything that an editor could write."""

from html import escape

from hypothesis import strategies as st

from lessons.conversion import one_line
from lessons.links import Links
from lessons.markdown import to_markdown
from lessons.page_kinds import shape_of_page
from lessons.shapes import Flag, Items, Number, Pair, Prose, Record, Stream, Word

ROUTES = {
    "help": {"en": "/en/help/", "fr": "/fr/aide/"},
    "report": {"en": "/en/report/", "fr": "/fr/signaler/"},
    "search": {"en": "/en/search/", "fr": "/fr/recherche/"},
}
LINKS = Links({"": 1, "support": 2, "support/tonight": 3}, ROUTES)

_SIGNS = "ab é«»\u00a0*_[]()<>&#\\`!-+.~:;'\"=|1😀\u2019$"
WORDS = st.text(_SIGNS, min_size=1, max_size=12)
TEXTS = WORDS.map(one_line).filter(bool)
TARGETS = st.sampled_from(
    ['linktype="page" id="3"', 'href="/en/help/"', 'href="https://www.canada.ca/x?y=(1)&amp;z"']
)


@st.composite
def inline(draw):
    """Some words as the editor marks them up, in any nesting and with blanks at any edge."""
    parts = []
    for _number in range(draw(st.integers(1, 5))):
        html = escape(draw(WORDS))
        for tag in draw(st.permutations(["b", "i"]))[: draw(st.integers(0, 2))]:
            html = f"<{tag}>{html}</{tag}>"
        if draw(st.integers(0, 4)) == 0:
            html = f"<a {draw(TARGETS)}>{html}</a>"
        parts += [html, "<br/>" if draw(st.integers(0, 6)) == 0 else ""]
    return "".join(parts)


@st.composite
def rich_text(draw, features=("h2", "h3", "bold", "italic", "link", "ol", "ul")):
    """A rich text of paragraphs, headings and nested lists."""
    html = "<p>a</p>"
    for _number in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["p", *(one for one in ("h2", "h3", "ul", "ol") if one in features)]))
        if kind in ("ul", "ol"):
            items = [f"<li>{draw(inline())}</li>" for _item in range(draw(st.integers(1, 3)))]
            inner = f"<{kind}><li>{draw(inline())}</li></{kind}>" if draw(st.booleans()) else ""
            html += f"<{kind}>{''.join(items)}<li>x{inner}</li></{kind}>"
        else:
            html += f'<{kind} data-block-key="k1">{draw(inline())}</{kind}>'
    return html


def data_of_page(kind, path):
    """Data of a content file, any the shape allows."""
    fixed = {"page": st.just(kind), "path": st.just(path), "slug_fr": st.just("la-page")}
    shape = shape_of_page(kind)
    return _record(Record({key: of for key, of in shape.fields.items() if key not in fixed}), fixed)


def _record(shape, fixed=None):
    fields = {key: _value(of) for key, of in shape.fields.items()}
    needed = {key: value for key, value in fields.items() if shape.fields[key].required}
    optional = {key: value for key, value in fields.items() if key not in needed}
    return st.fixed_dictionaries({**(fixed or {}), **needed}, optional=optional)


def _value(shape):
    match shape:
        case Pair():
            of = _value(shape.of)
            return st.fixed_dictionaries({"en": of, "fr": of})
        case Record(bare=True):
            return _value(next(iter(shape.fields.values())))
        case Record():
            return _record(shape)
        case Items() | Stream():
            return _list(shape)
        case Prose():
            return rich_text(tuple(shape.features)).map(lambda html: to_markdown(html, LINKS.target))
    return _leaf(shape)


def _leaf(shape):
    match shape:
        case Word():
            return st.sampled_from(sorted(shape.known()))
        case Number():
            return st.integers(shape.least, shape.most)
        case Flag():
            return st.just(True)
    return TEXTS


def _list(shape):
    if isinstance(shape, Items) and shape.of.named:
        return st.lists(_record(shape.of), min_size=2, max_size=3).map(_with_ids)
    if isinstance(shape, Items):
        return st.lists(_record(shape.of), min_size=1, max_size=3, unique_by=_name)
    if shape.only:
        return st.lists(_value(shape.kinds[shape.only]), min_size=1, max_size=2).map(_with_ids)
    blocks = [_block(key, of) for key, of in shape.kinds.items()]
    return st.lists(st.one_of(blocks), min_size=1, max_size=3).map(_with_question_ids)


def _name(item):
    return item["name"]


def _block(key, shape):
    return _value(shape).map(lambda value: {key: value})


def _with_ids(items):
    return [{"id": f"id-{number}", **item} for number, item in enumerate(items)]


def _with_question_ids(blocks):
    return [
        {"question": {"id": f"q-{number}", **block["question"]}} if "question" in block else block
        for number, block in enumerate(blocks)
    ]


_LESSON_HEAD = """\
page: lesson
path: PATH
slug_fr: regarde
order: 10
code: B5
title: {en: Look, fr: Regarde}
summary: {en: One line., fr: Une ligne.}
minutes: 20
drawing: look-twice
objective: {en: look twice, fr: regarder deux fois}
content_note: {en: A note., fr: Un avis.}
take_home: {en: Talk., fr: Parlez.}
materials: {en: Paper., fr: Du papier.}
leading: {en: Read it., fr: Lis-la.}
letter_home: {en: Dear parents., fr: Chers parents.}
steps:
  - id: first
    title: {en: One, fr: Un}
    content:
"""


MODULE_EXTRA = """\
ground_rules: {en: Be kind., fr: Sois gentil.}
if_told: {en: Listen., fr: Écoutez.}
"""


def lesson_head(path):
    """Return a lesson's file up to the content of its first step."""
    return _LESSON_HEAD.replace("PATH", path)
