"""Syllables are counted as a careful reader says them, in English and in French."""

import tomllib
from pathlib import Path

import pytest

from lessons.syllables import syllables

FRENCH = tomllib.loads(Path(__file__).with_name("french_syllables.toml").read_text(encoding="utf-8"))
ENGLISH = {
    1: "asked blocked boys' clothes friend games guess laughed phone safe screen shared strange text trust",
    2: "adult being body changes children deepfake didn't livestream métis needed Noah's online parents"
    + " people picture police pressure private screenshot self-harm selfie server someone's table wanted",
    3: "computer decided embarrass grandfather hospital images internet remember sextortion threatening"
    + " together upsetting upstander",
    4: "community consequences embarrassing information law-enforcement responsible situation",
    5: "eleven-year-old intimidation opportunity",
    6: "responsibility",
}


def test_nearly_every_french_word_is_counted_right():
    words = {word: int(count) for count, words in FRENCH.items() for word in words}
    wrong = [word for word, count in words.items() if syllables(word, "fr") != count]
    assert len(words) >= 200
    assert len(wrong) <= 0.02 * len(words), wrong


@pytest.mark.parametrize(("count", "words"), ENGLISH.items())
def test_english_words_are_counted_right(count, words):
    assert [word for word in words.split() if syllables(word, "en") != count] == []


@pytest.mark.parametrize(
    ("word", "count"), [("pensent", 1), ("affirment", 2), ("rient", 1), ("accident", 3), ("document", 3)]
)
def test_the_ending_of_a_french_verb_is_silent_and_that_of_a_noun_is_not(word, count):
    assert syllables(word, "fr") == count


@pytest.mark.parametrize(
    ("word", "count"), [("l'ami", 2), ("qu’elle", 1), ("L'Alberta", 3), ("aujourd’hui", 3)]
)
def test_what_is_elided_is_counted_with_its_word(word, count):
    assert syllables(word, "fr") == count


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [("peut-être", "fr", 2), ("a-t-il", "fr", 2), ("quelques-uns", "fr", 3), ("well-known", "en", 2)],
)
def test_a_hyphenated_word_is_counted_part_by_part(word, language, count):
    assert syllables(word, language) == count


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("word", ["9-8-8", "y", "pff", "é", "’", "-", "n'"])
def test_whatever_is_said_has_a_syllable(word, language):
    assert syllables(word, language) == 1


def test_capitals_and_composed_accents_change_nothing():
    assert syllables("E\u0301COLE", "fr") == syllables("école", "fr") == 2


@pytest.mark.parametrize(
    ("word", "count"), [("passcode", 2), ("Cybertip.ca", 4), ("groomings", 2), ("yeeted", 2)]
)
def test_a_word_that_no_dictionary_knows_is_counted_by_its_parts_or_its_vowels(word, count):
    assert syllables(word, "en") == count
