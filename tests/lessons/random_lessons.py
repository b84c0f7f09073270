"""Random lessons: sound questions of every kind, as they are stored and as plain values."""

from hypothesis import strategies as st

from education.drawings import DRAWINGS
from education.help.records import SERVICES
from lessons.conversion import one_line
from lessons.quiz import CHOSEN, Kind
from tests.lessons.lesson_blocks import as_question
from tests.lessons.pack_texts import rich_text

# Words that a browser, a template or a file could misread; the sign at each end is one that readers see.
WORDS = st.text("aé «»\u00a0<>&\"'\\{}%*_#:-1😀", max_size=9).map(lambda text: one_line(f"x{text}y"))
KEYS = st.integers(1, 99).map(lambda number: f"k-{number}")
NAMES = st.builds("{} {}".format, st.sampled_from("abé"), st.integers(1, 99))
PICTURES = st.sampled_from(sorted(DRAWINGS))
HELP = st.sampled_from(sorted(SERVICES))
ONE_RIGHT = frozenset({Kind.SINGLE, Kind.TRUE_FALSE})


def pair(draw, stem):
    """Return a text in both languages, under the names that blocks store it with."""
    return {f"{stem}_en": draw(WORDS), f"{stem}_fr": draw(WORDS)}


@st.composite
def blocks(draw, kind=None):
    """A sound question as a stream stores it, of any kind unless one is given."""
    kind = kind or draw(st.sampled_from(Kind))
    groups, choices = _PARTS.get(kind, _chosen)(draw, kind)
    keys = draw(_distinct(KEYS, len(choices)))
    may_be_sensitive = kind in CHOSEN and draw(st.booleans())
    value = {
        "kind": str(kind),
        **pair(draw, "prompt"),
        "groups": [_item(f"group-{number}", group) for number, group in enumerate(groups)],
        "choices": [_item(key, choice) for key, choice in zip(keys, choices, strict=True)],
        "sensitive": may_be_sensitive,
        "retrieval": not may_be_sensitive and kind not in (Kind.BRANCH, Kind.SAY) and draw(st.booleans()),
    }
    value |= pair(draw, "hint") if draw(st.booleans()) else {}
    value |= {"help": draw(HELP)} if draw(st.booleans()) else {}
    return {"id": draw(KEYS), "type": "question", "value": value}


def questions(kind=None):
    """A sound question as plain values."""
    return blocks(kind).map(as_question)


@st.composite
def steps(draw):
    """The steps of a lesson as a stream stores them, at least one question among their content."""
    keys = draw(_distinct(KEYS, draw(st.integers(1, 3))))
    contents = [draw(st.lists(_content(), max_size=2)) for _key in keys]
    asked = draw(st.lists(blocks(), min_size=1, max_size=3, unique_by=lambda block: block["id"]))
    for block in asked:
        draw(st.sampled_from(contents)).append(block)
    return [_step(draw, key, content) for key, content in zip(keys, contents, strict=True)]


def _step(draw, key, content):
    content = [block | {"id": block.get("id", f"{key}-{number}")} for number, block in enumerate(content)]
    filled = content or [{"type": "service", "value": draw(HELP), "id": f"{key}-only"}]
    return {"id": key, "type": "step", "value": {**pair(draw, "title"), "content": filled}}


@st.composite
def _content(draw):
    """A text, a notice, a picture or a service card."""
    features = ("bold", "italic", "link", "ol", "ul")
    kind = draw(st.sampled_from(["text", "notice", "picture", "service"]))
    if kind == "service":
        return {"type": kind, "value": draw(HELP)}
    if kind == "picture":
        return {"type": kind, "value": {"drawing": draw(PICTURES), **pair(draw, "alt")}}
    value = {f"text_{language}": draw(rich_text(features)) for language in ("en", "fr")}
    tone = {"tone": draw(st.sampled_from(["note", "important", "safety"]))} if kind == "notice" else {}
    return {"type": kind, "value": value | tone}


# --- the parts of a question: its groups, and its choices


def _chosen(draw, kind):
    count = 2 if kind is Kind.TRUE_FALSE else draw(st.integers(2, 5))
    some = st.sets(st.integers(0, count - 1), min_size=1, max_size=1 if kind in ONE_RIGHT else count)
    right = draw(some)
    choices = [_choice(draw, correct=number in right) for number in range(count)]
    for choice in choices:
        choice |= _picture(draw) if kind is Kind.TAP or draw(st.booleans()) else {}
        choice |= {"service": draw(HELP)} if kind is Kind.ROUTE else {}
    return [], choices


def _sorted(draw, kind):
    groups = _groups(draw, 2, 4)
    others = draw(st.lists(st.sampled_from([group["name"] for group in groups]), max_size=3))
    return groups, _belonging(draw, [*(group["name"] for group in groups), *others])


def _matched(draw, kind):
    groups = _groups(draw, 3, 5)
    return groups, _belonging(draw, [group["name"] for group in groups])


def _ordered(draw, kind):
    return [], [_choice(draw) | _maybe_picture(draw) for _number in range(draw(st.integers(3, 6)))]


def _said(draw, kind):
    groups = _groups(draw, 2, 4)
    return groups, _belonging(
        draw, [group["name"] for group in groups for _n in range(draw(st.integers(2, 4)))]
    )


def _told(draw, kind):
    """A story: some earlier scene leads to each one; where nothing leads on, it ends and offers help."""
    scenes = [scene | pair(draw, "text") for scene in _groups(draw, 2, 7)]
    names = [scene["name"] for scene in scenes]
    way = [(draw(st.integers(0, number - 1)), number) for number in range(1, len(names))]
    choices = [_choice(draw, group=names[at], leads_to=names[to]) for at, to in way]
    going_on = sorted({at for at, _to in way})
    for at in draw(st.lists(st.sampled_from(going_on), min_size=1, max_size=6)):
        to = draw(st.sampled_from(["", *names[at + 1 :]]))
        choices.append(_choice(draw, group=names[at], leads_to=to))
    for number, scene in enumerate(scenes):
        if number not in going_on or draw(st.booleans()):
            scene["service"] = draw(HELP)
    return scenes, draw(st.permutations(choices))


_PARTS = {
    Kind.SORT: _sorted,
    Kind.MATCH: _matched,
    Kind.ORDER: _ordered,
    Kind.SAY: _said,
    Kind.BRANCH: _told,
}


def _groups(draw, least, most):
    names = draw(_distinct(NAMES, draw(st.integers(least, most))))
    return [{"name": name, **pair(draw, "label"), **_maybe_picture(draw)} for name in names]


def _belonging(draw, names):
    """Return a choice for each name, in any order; the name is that of its group."""
    return [_choice(draw, group=name) | _maybe_picture(draw) for name in draw(st.permutations(names))]


def _choice(draw, **more):
    """Return a choice; its feedback begins as nothing else does."""
    feedback = {f"feedback_{language}": f"Because {draw(WORDS)}" for language in ("en", "fr")}
    return {**pair(draw, "text"), "correct": False, **feedback, **more}


def _maybe_picture(draw):
    return _picture(draw) if draw(st.integers(0, 3)) == 0 else {}


def _picture(draw):
    return {"drawing": draw(PICTURES), **pair(draw, "alt")}


def _item(key, value):
    return {"id": key, "type": "item", "value": value}


def _distinct(strategy, count):
    return st.lists(strategy, min_size=count, max_size=count, unique=True)
