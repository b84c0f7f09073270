"""Each part of a page is held to the gate of whom it is for: learners, educators, families."""

import pytest

from lessons.readability import gate_of, levels


def pair(english="You can stop.", french="Tu peux dire non."):
    return {"en": english, "fr": french}


def question(**more):
    choices = [{"id": key, "text": pair(), "feedback": pair()} for key in "ab"]
    return {"question": {"id": "which", "kind": "single", "prompt": pair(), "choices": choices, **more}}


def lesson(*content, **more):
    steps = [{"id": "one", "title": pair("Unmeasured"), "content": list(content)}]
    return {"page": "lesson", "code": "B5", "title": pair("Unmeasured"), "steps": steps, **more}


def texts(data, part="page", language="en"):
    found = [held for held in levels(data) if (held.part, held.language) == (part, language)]
    return " ".join(text for held in found for text in held.texts)


@pytest.mark.parametrize(
    ("data", "gate"),
    [
        ({"page": "lesson", "code": "A3"}, "A"),
        ({"page": "lesson", "code": "P1"}, "P"),
        ({"page": "module", "tier": "C"}, "C"),
        ({"page": "audience", "tier": "H"}, "H"),
        ({"page": "support"}, "help"),
        ({"page": "home"}, "P"),
        ({"page": "guidance"}, "P"),
        ({"page": "strategy"}, "P"),
    ],
)
def test_a_page_is_held_to_the_gate_of_its_readers(data, gate):
    [english, french] = levels({**data, "summary": pair()})
    assert (english.part, english.language, english.gate.name) == ("page", "en", gate)
    assert (french.part, french.language, french.gate.name) == ("page", "fr", gate)


@pytest.mark.parametrize(
    ("kind", "key", "part", "gate"),
    [
        ("lesson", "materials", "educators", "E"),
        ("lesson", "leading", "educators", "E"),
        ("lesson", "letter_home", "families", "P"),
        ("lesson", "take_home", "families", "P"),
        ("module", "ground_rules", "educators", "E"),
        ("module", "if_told", "educators", "E"),
    ],
)
def test_what_is_not_for_learners_is_held_apart(kind, key, part, gate):
    found = levels({"page": kind, "code": "A1", "tier": "A", key: pair()})
    assert {(held.part, held.gate.name) for held in found} == {(part, gate)}


def test_everything_that_a_learner_reads_in_a_lesson_is_measured():
    data = lesson(
        {"text": pair("The text.")},
        {"notice": {"tone": "note", "text": pair("The notice.")}},
        question(prompt=pair("The prompt?"), hint=pair("The hint.")),
        summary=pair("The summary."),
        objective=pair("the objective"),
        content_note=pair("The note."),
    )
    choice = data["steps"][0]["content"][2]["question"]["choices"][0]
    choice |= {"text": pair("The choice"), "feedback": pair("The feedback.")}
    wanted = ["text", "notice", "prompt", "hint", "summary", "objective", "note", "choice", "feedback"]
    assert [
        word for word in wanted if f"The {word}" not in texts(data) and f"the {word}" not in texts(data)
    ] == []


def test_titles_alternative_texts_and_words_for_the_machine_are_not_measured():
    picture = {"picture": {"drawing": "unmeasured", "alt": pair("Unmeasured")}}
    data = lesson(picture, {"service": "unmeasured"}, question(), slug_fr="unmeasured", path="unmeasured")
    assert "nmeasured" not in texts(data)


def test_the_body_of_a_page_is_measured_with_its_headings_and_what_opens():
    body = [
        {"text": "## A heading\n\n- An item\n- Another [linked](page:support/tonight) item"},
        {"details": {"summary": "What opens", "text": "What is inside."}},
        {"picture": {"drawing": "tonight", "alt": "Unmeasured"}},
    ]
    [english] = levels({"page": "support", "body": {"en": body, "fr": []}})
    assert english.level.words == 2 + 2 + 3 + 2 + 3
    assert english.level.words_per_sentence == 12 / 5


def test_a_text_too_hard_for_its_readers_is_not_within_its_gate():
    hard = pair("Individuals experiencing intimidation should immediately seek professional assistance.")
    assert [held.is_within for held in levels(lesson({"text": hard}))] == [False, True]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"page": "unknown"},
        {"page": "lesson", "code": "B5", "steps": [], "summary": pair("", "")},
        {"page": "lesson", "code": "B5", "steps": None, "summary": "no pair"},
        {
            "page": "lesson",
            "code": "B5",
            "steps": ["no step", {"content": [{"unknown": "block"}, "no block"]}],
        },
        {"page": "support", "body": {"en": None}},
    ],
)
def test_a_draft_that_lacks_nearly_everything_is_measured_as_far_as_it_goes(data):
    assert levels(data) == []


@pytest.mark.parametrize("data", [{"page": "lesson", "code": ""}, {"page": "lesson", "code": "X1"}, {}])
def test_a_page_for_nobody_in_particular_has_no_gate_and_its_other_parts_keep_theirs(data):
    assert gate_of(data) is None
    parts = {held.part for held in levels({"page": "lesson", **data, "summary": pair(), "leading": pair()})}
    assert parts == {"educators"}


@pytest.mark.django_db
def test_a_page_of_the_site_can_be_measured_before_it_is_saved():
    from education.models import SupportPage
    from lessons.links import Links
    from lessons.page_content import content_of

    page = SupportPage(title="Tonight", search_description="You can stop.", search_description_fr="")
    [english] = levels({"page": page.page_kind, **content_of(page, Links({}, {}))})
    assert (english.language, english.level.words, english.is_within) == ("en", 3, True)
