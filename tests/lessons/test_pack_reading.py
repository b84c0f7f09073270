"""A content file is right, or every fault of it is named with file, line and reason."""

import pytest

from lessons import content_files
from lessons.content_check import check
from lessons.links import Links
from tests.lessons.pack_texts import ROUTES, lesson_head

LINKS = Links({"": 1, "support": 2}, ROUTES)
PAGE = """\
page: guidance
path: advice
slug_fr: conseils
order: 10
title:
  en: Advice
  fr: Conseils
summary:
  en: Some advice.
  fr: Quelques conseils.
body:
  en:
    - text: |
        ## First

        Read **this**, or get [help](route:help).
    - service: kids-help-phone
  fr:
    - text: |
        ## D'abord

        Lis **ceci**, ou trouve de l'[aide](route:help).
    - service: kids-help-phone
"""
LESSON = (
    lesson_head("ages/module/look")
    + """\
      - text: {en: Hello., fr: Bonjour.}
      - question:
          id: who
          kind: single
          prompt: {en: Who?, fr: Qui?}
          choices:
            - id: a
              text: {en: You, fr: Toi}
              correct: true
              feedback: {en: Yes., fr: Oui.}
            - id: b
              text: {en: Me, fr: Moi}
              feedback: {en: Try again., fr: Essaie encore.}
"""
)

SERVICE = "- service: kids-help-phone"
RIGHT = "              correct: true\n"
LAST = "              feedback: {en: Try again., fr: Essaie encore.}\n"


def faults(text):
    try:
        return [str(one) for one in check(content_files.read(text, "pages/x.yaml"), LINKS)]
    except content_files.Broken as broken:
        return [str(one) for one in broken.problems]


@pytest.mark.parametrize("text", [PAGE, LESSON])
def test_a_right_file_has_no_fault(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "line", "reason"),
    [
        (PAGE, "order: 10", "order: 10\ncolour: red", 5, "“colour” is a key we do not know"),
        (PAGE, "  fr: Conseils\n", "", 6, "“title” has no French"),
        (PAGE, "  fr: Conseils\n", '  fr: ""\n', 6, "“title” has no French"),
        (PAGE, "page: guidance", "page: novel", 1, "“page” is 'novel'; we know home"),
        (PAGE, "path: advice", "path: Good Advice", 2, "“path” is 'Good Advice'"),
        (PAGE, "slug_fr: conseils", "slug_fr: été", 3, "“slug_fr” is 'été'"),
        (PAGE, "order: 10", "order: ten", 4, "“order” is 'ten', not a number from 0 to 9999"),
        (PAGE, "  en: Advice", "  en: 12", 6, "“title.en” is 12; quote what is a text"),
        (PAGE, "  en: Advice", "  en: 1.5", 6, "“en” is no text, number or true"),
        (PAGE, "  en: Advice", "  en: Advice\n  en: More", 7, "has the key “en” twice"),
        (PAGE, "  en: Advice", "  en: &a Advice\n", 6, "uses an anchor"),
        (PAGE, "order: 10", "order: [10", 5, "is no YAML"),
        (PAGE, "service: kids-help-phone", "service: my-cousin", 17, "'my-cousin', which is none that we"),
        (PAGE, SERVICE, f"- picture: {{drawing: cat, alt: A}}\n    {SERVICE}", 17, "drawing” is 'cat'"),
        (PAGE, SERVICE, f"- video: x\n    {SERVICE}", 17, "is no block that we know"),
        (PAGE, "(route:help)", "(page:nowhere)", 16, "links to page:nowhere, and there is no such page"),
        (PAGE, "(route:help)", "(route:nowhere)", 16, "links to route:nowhere"),
        (PAGE, "(route:help)", "(http://a.ca)", 16, "a link leads to page:…, route:… or https://…"),
        (PAGE, "(route:help)", "(mailto:a@b.ca)", 16, "a link leads to"),
        (PAGE, "Read **this**", "Call 613-555-0199", 16, "holds “613-555-0199”"),
        (PAGE, "Read **this**", "Write to me@example.org", 16, "holds “me@example.org”"),
        (PAGE, "Read **this**", "> Read", 16, "holds a quotation"),
        (PAGE, "Read **this**", "![Read](x)", 16, "holds a picture"),
        (PAGE, "Read **this**", "`Read`", 16, "holds code"),
        (PAGE, "## First", "# First", 14, "holds a heading (#), which has no place here"),
        (PAGE, "## First", "2. First", 14, "holds a numbered list that does not begin with 1"),
        (LESSON, "{en: Hello., fr: Bonjour.}", "{en: '## Hello', fr: Bonjour.}", 20, "holds a heading (##)"),
        (LESSON, "{en: Hello., fr: Bonjour.}", "{en: Hello.}", 20, "“content.text” has no French"),
        (LESSON, RIGHT, "", 22, "the question “who”: It needs exactly one right choice."),
        (LESSON, "            - id: b\n", f"            - id: b\n{RIGHT}", 22, "“who”: It needs exactly one"),
        (LESSON, "kind: single", "kind: sort", 22, "the question “who”: It needs two to four groups."),
        (LESSON, "id: b", "id: a", 26, "the choice id “a” stands more than once"),
        (LESSON, "id: who", "id: Who is it", 22, "needs an “id” of lower-case words"),
        (LESSON, LAST, "", 30, "has no “feedback”"),
        (LESSON, "{en: Me,", "{en: " + "x" * 256 + ",", 31, "is longer than 255 characters"),
        (LESSON, "minutes: 20", "minutes: 200", 8, "“minutes” is 200, not a number from 3 to 90"),
        (LESSON, "kind: single", "kind: guess", 23, "“question.kind” is 'guess'"),
        (LESSON, "correct: true", "correct: maybe", 28, "'maybe', neither true nor false"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_file_line_and_reason(text, old, new, line, reason):
    assert old in text
    found = faults(text.replace(old, new, 1))
    assert any(one.startswith(f"pages/x.yaml, line {line}: ") and reason in one for one in found), found


def test_several_faults_are_told_at_once():
    broken = PAGE.replace("  fr: Conseils\n", "").replace("kids-help-phone", "my-cousin")
    assert len(faults(broken)) == 3


def test_a_question_id_may_not_come_back_in_another_step():
    again = LESSON[LESSON.index("  - id: first") :].replace("id: first", "id: second")
    assert any("the question id “who” stands more than once" in one for one in faults(LESSON + again))


def test_the_path_of_a_broken_file_is_still_known():
    assert content_files.stated_path('page: home\npath: ""\ntitle: [') == ""
    assert content_files.stated_path("path: support/tonight  # here\n{") == "support/tonight"
