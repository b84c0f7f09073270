"""What stands below a lesson or a module has an address in the words of each language."""

import pytest

from lessons.addresses import below, in_english

PAIRS = [
    ("step/2/", "step/2/"),
    ("plan/", "plan/"),
    ("handout/", "feuille/"),
    ("answers/", "corrige/"),
    ("review/week/3/", "revision/semaine/3/"),
    ("review/month/1/", "revision/mois/1/"),
]


@pytest.mark.parametrize(("english", "french"), PAIRS)
def test_each_address_has_its_words_in_both_languages(english, french):
    assert (below("en", english), below("fr", english)) == (english, french)
    assert (in_english("en", english), in_english("fr", french)) == (english, english)


@pytest.mark.parametrize("english", [english for english, french in PAIRS if english != french])
def test_an_english_address_names_nothing_in_french(english):
    assert in_english("fr", english) is None
