"""Nobody can break a step: whatever is sent to it, it answers that it cannot be read, and marks nothing."""

import pytest

from lessons import playing
from lessons.answering import reply
from lessons.models import LessonPage
from lessons.quiz import Kind
from tests.lessons.lesson_blocks import ANSWERED, BLOCKS, step_block

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=limit"
PART = 'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
RIGHT = {
    **{kind: example.right for kind, example in ANSWERED.items()},
    Kind.BRANCH: {"choice": ["tell"]},
    Kind.SAY: {"choice": ["a"]},
}
POSTED = sorted(RIGHT.keys() - {Kind.SAY})


def form(key="which", **fields):
    """Return the body of a form that is sent for a question."""
    pairs = [("question", key), *((name, value) for name, values in fields.items() for value in values)]
    return "&".join(f"{name.replace('_', '-')}={value}" for name, value in pairs)


def multipart(*parts, question="which"):
    """Return a body of parts, each with its name and its value."""
    parts = [("question", question), *parts]
    lines = ["--limit\r\n" + PART.format(name=name, value=value) for name, value in parts]
    return "".join(lines) + "--limit--\r\n"


def nested(depth):
    """Return a part whose value is a multipart body, and so on."""
    body = "x"
    for level in range(depth):
        head = f"--b{level}\r\nContent-Type: multipart/mixed; boundary=b{level + 1}\r\n\r\n"
        body = f"{head}{body}\r\n--b{level}--"
    return body


# What is wrong with a body, the body, and what it says it is.
UNKNOWN = [
    ("an unknown choice", form(choice=["z"]), FORM),
    ("an empty choice", form(choice=[""]), FORM),
    ("a choice with a NUL byte", form(choice=["a%00"]), FORM),
    ("a NUL byte", form(choice=["%00"]), FORM),
    ("markup", form(choice=["%3Cscript%3E"]), FORM),
    ("a very long choice", form(choice=["a" * 60_000]), FORM),
    ("invalid UTF-8", form(choice=["%ff%fe"]), FORM),
    ("raw invalid UTF-8", b"question=which&choice=\xff\xfe\x00", FORM),
    ("a surrogate", form(choice=["%ed%a0%80"]), FORM),
    ("an unknown order", form(order=["z", "y", "x"]), FORM),
    ("an order twice over", form(order=["a", "b", "c", "a", "b", "c"]), FORM),
    ("an unknown place", form(place_z=["kind"]), FORM),
    ("a place elsewhere", form(place_a=["z"], place_b=["z"], place_c=["z"]), FORM),
    ("a path of 5,000", form(path=["tell"] * 5_000), FORM),
    ("a path of 5,000 unknown", form(path=["z"] * 5_000, choice=["z"]), FORM),
    ("an order of 5,000", form(order=["a"] * 5_000), FORM),
    ("4,000 places", form(**{f"place_{number}": [""] for number in range(4_000)}), FORM),
    ("a move without an order", form(move=["up-a"]), FORM),
    ("a move that is none", form(order=["a", "b", "c"], move=["x"]), FORM),
    ("nothing chosen", form(), FORM),
    ("a question that is a list", "question[]=which&choice[]=a", FORM),
    ("no question", "choice=a", FORM),
    ("another question", "question=other&choice=a", FORM),
    ("a question with a NUL byte", "question=which%00&choice=a", FORM),
    ("nothing", "", FORM),
    ("separators alone", "&&&=&=&" * 50, FORM),
    ("broken escapes", "question=%%%&choice=%u0061", FORM),
    ("10,001 values", form(choice=["a"] * 10_001), FORM),
    ("10,001 short values", "&".join(["x="] * 10_001), FORM),
    ("9,000 short values", "question=which&" + "&".join(["x=z"] * 9_000), FORM),
    ("a huge body", b"question=which&choice=" + b"a" * 3_000_000, FORM),
    ("a huge multipart body", multipart(("choice", "a" * 100_000)), MULTIPART),
    ("multipart in a depth of 200", multipart(("choice", nested(200))), MULTIPART),
    ("a multipart body of multipart", nested(50), "multipart/mixed; boundary=b49"),
    ("multipart that says no more", "--limit\r\nContent-Disposition: form-data; name=", MULTIPART),
    ("multipart without a boundary", multipart(("choice", "z")), "multipart/form-data"),
    ("multipart with an odd boundary", multipart(("choice", "z")), "multipart/form-data; boundary=\x7f\xe9"),
    ("600 parts", multipart(*[("choice", "z")] * 600), MULTIPART),
    ("a file for a choice", multipart(('choice"; filename="a', "a")), MULTIPART),
    ("a broken encoding", multipart(('x"\r\nContent-Transfer-Encoding: base64\r\nX: "', "%")), MULTIPART),
]  # fmt: skip
# What would be right, said to be something that a form never is.
OTHER_TYPES = [
    "application/json",
    "text/plain",
    "application/octet-stream",
    "application/xml",
    "x",
    "",
    f"{FORM}; charset=utf-16",
    f"{FORM}; charset=idna",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=" + "b" * 300,
]


@pytest.fixture
def steps(make_lesson):
    """Make a lesson with a question of each kind on a step of its own; return the addresses of the steps."""
    make_lesson(*(step_block(f"step-{kind}", block | {"id": f"q-{kind}"}) for kind, block in BLOCKS.items()))
    return {kind: f"/en/ages/module/lesson/step/{number}/" for number, kind in enumerate(BLOCKS, start=1)}


@pytest.mark.parametrize("kind", Kind)
def test_a_body_that_makes_no_sense_is_refused_and_never_breaks_anything(make_lesson, client, kind):
    make_lesson(step_block("one", BLOCKS[kind]))
    found = {}
    for what, body, content_type in UNKNOWN:
        response = client.post("/en/ages/module/lesson/step/1/", body, content_type=content_type)
        found[what] = response.status_code
    assert {what: status for what, status in found.items() if not 400 <= status < 500} == {}


def test_a_right_answer_of_another_content_type_is_refused(steps, client):
    for kind, address in steps.items():
        body = form(f"q-{kind}", **RIGHT[kind])
        found = {one: client.post(address, body, content_type=one).status_code for one in OTHER_TYPES}
        assert {one: status for one, status in found.items() if not 400 <= status < 500} == {}, kind


def test_the_same_answer_from_a_form_is_taken(steps, client):
    for kind in POSTED:
        parts = [(name, value) for name, values in RIGHT[kind].items() for value in values]
        bodies = {FORM: form(f"q-{kind}", **RIGHT[kind]), MULTIPART: multipart(*parts, question=f"q-{kind}")}
        for content_type, body in bodies.items():
            assert client.post(steps[kind], body, content_type=content_type).status_code == 200, kind


def test_a_step_marks_nothing_that_is_not_posted(make_lesson, client):
    make_lesson(step_block("one", BLOCKS[Kind.SINGLE]))
    address, body = "/en/ages/module/lesson/step/1/", form(choice=["a"])
    for method in ("PUT", "PATCH", "DELETE", "GET", "HEAD", "OPTIONS"):
        response = client.generic(method, f"{address}?{body}", body, content_type=FORM)
        assert "Because a" not in response.content.decode(), method


def test_marking_a_warm_lesson_asks_the_database_nothing(steps, django_assert_num_queries):
    page = LessonPage.objects.get()
    playing.lesson_of(page)
    with django_assert_num_queries(0):
        questions = {question.key: question for question in playing.lesson_of(page).questions}
        for kind, fields in RIGHT.items():
            assert reply(questions[f"q-{kind}"], fields).is_unclear == (kind is Kind.SAY)
