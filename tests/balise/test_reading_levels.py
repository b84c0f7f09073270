"""The build says which text is too hard, for whom and by how much."""

import pytest
from django.core.management import CommandError, call_command

from lessons import content_files

PAGE = """\
page: support
path: support/here
summary:
  en: ENGLISH
  fr: FRENCH
"""
EASY = {"ENGLISH": "You can stop. You can tell.", "FRENCH": "Tu peux dire non. Tu peux en parler."}
HARD = {
    "ENGLISH": "Individuals experiencing intimidation may require professional intervention.",
    "FRENCH": "Les responsables communiqueront ultérieurement les informations nécessaires.",
}


@pytest.fixture
def write(monkeypatch, tmp_path):
    """Write content files into an empty folder of their own."""
    monkeypatch.setattr(content_files, "FOLDER", tmp_path)

    def write(name="pages/here.yaml", text=PAGE, **words):
        for word, becomes in (EASY | words).items():
            text = text.replace(word, becomes)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def said(capsys):
    """Run the command; return what it said."""

    def run(*arguments, **options):
        call_command("reading_levels", *arguments, **options)
        return capsys.readouterr().out

    return run


def refused(*arguments, **options):
    with pytest.raises(CommandError) as error:
        call_command("reading_levels", *arguments, **options)
    return str(error.value)


def test_easy_texts_pass(write, said):
    write()
    assert "no text is too hard. Files: 1." in said()


@pytest.mark.parametrize(
    ("word", "language", "wanted"),
    [
        ("ENGLISH", "en", r"Flesch-Kincaid grade \d+\.\d\d, at most 5 for help"),
        ("FRENCH", "fr", r"Kandel-Moles ease -?\d+\.\d\d, at least 75 for help"),
    ],
)
def test_a_hard_text_is_named_with_its_file_part_language_figure_and_gate(write, word, language, wanted):
    write(**{word: HARD[word]})
    message = refused()
    assert message.splitlines() == [message]
    assert message.startswith(f"pages/here.yaml, page, {language}: ")
    with pytest.raises(CommandError, match=wanted):
        call_command("reading_levels")


def test_long_sentences_are_named_too(write):
    write(ENGLISH="You can stop and you can go and you can tell a friend or a dad or a mom.")
    assert refused() == "pages/here.yaml, page, en: 19.00 words per sentence, at most 12 for help"


def test_every_file_that_misses_its_gate_is_named(write):
    write("pages/one.yaml", ENGLISH=HARD["ENGLISH"])
    write("pages/two.yaml", ENGLISH=HARD["ENGLISH"])
    write("pages/three.yaml")
    assert [line.partition(",")[0] for line in refused().splitlines()] == ["pages/one.yaml", "pages/two.yaml"]


def test_one_file_can_be_asked_for_by_a_part_of_its_name(write, said):
    write("pages/one.yaml", ENGLISH=HARD["ENGLISH"])
    write("pages/two.yaml")
    assert "Files: 1." in said("two")
    assert "No content file has a name with three" in refused("three")


def test_every_figure_can_be_printed(write, said):
    write()
    table = said(verbosity=2)
    assert "pages/here.yaml, page, en" in table
    assert "pages/here.yaml, page, fr" in table
    assert "<= 5" in table
    assert ">= 75" in table


def test_an_author_can_see_the_longest_sentences_and_the_heaviest_words(write, capsys):
    write(ENGLISH=f"You can stop. {HARD['ENGLISH']}")
    refused(verbosity=2)
    table = capsys.readouterr().out
    assert "7 words: Individuals experiencing intimidation" in table
    assert "heaviest: experiencing (5), individuals (5), intimidation (5), intervention (4)" in table


def test_a_broken_file_is_named_and_the_others_are_still_measured(write):
    write("pages/broken.yaml", text="page: [")
    write("pages/hard.yaml", ENGLISH=HARD["ENGLISH"])
    message = refused()
    assert "pages/broken.yaml, line 1: is no YAML" in message
    assert "pages/hard.yaml, page, en" in message


def test_a_lesson_of_no_tier_that_we_know_is_named(write):
    write("lessons/x1.yaml", text=PAGE.replace("page: support", "page: lesson\ncode: X1"))
    assert "lessons/x1.yaml: neither its tier nor its code" in refused()
