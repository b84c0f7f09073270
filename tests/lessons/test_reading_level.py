"""A text is as hard as its long sentences and long words make it; names and a few terms are exempt."""

import pytest

from lessons.exempt_words import exempt_words
from lessons.reading_level import GATES, Gate, Level, measure
from lessons.sentences import sentences

# So that a name or two in a short text are not a crowd.
AROUND = {
    "en": "then they all go out to play for a while by the lake and nobody has to be home before noon",
    "fr": "puis tout le monde va jouer dehors un petit moment et personne ne doit rentrer avant midi",
}


def exempt(text, language="en"):
    return exempt_words(sentences([text, AROUND[language]]), language)


# --- the two formulas


def test_english_is_measured_by_the_grade_of_flesch_and_kincaid():
    # 7 words in 2 sentences, 8 syllables (a-way): 0.39 * 3.5 + 11.8 * 8/7 - 15.59
    level = measure(["The cat sat. The dog ran away."], "en")
    assert level.score == pytest.approx(-0.7393, abs=0.0001)
    assert (level.words_per_sentence, level.words) == (3.5, 7)


def test_french_is_measured_by_the_ease_of_kandel_and_moles():
    # 7 words in 2 sentences, 10 syllables (é-cran, ta-blette, s'é-teint): 207 - 1.015 * 3.5 - 73.6 * 10/7
    level = measure(["Mon écran est noir. Ma tablette s'éteint."], "fr")
    assert level.score == pytest.approx(98.3046, abs=0.0001)
    assert (level.words_per_sentence, level.words) == (3.5, 7)


def test_longer_words_and_sentences_make_a_text_harder():
    easy = {"en": "You can stop. You can tell.", "fr": "Tu peux dire non. Tu peux le dire."}
    hard = {
        "en": "Individuals experiencing intimidation may require professional intervention.",
        "fr": "Les victimes d'intimidation nécessitent une intervention professionnelle immédiate.",
    }
    assert measure([easy["en"]], "en").score < measure([hard["en"]], "en").score
    assert measure([easy["fr"]], "fr").score > measure([hard["fr"]], "fr").score


@pytest.mark.parametrize("texts", [[], [""], ["<p> </p>"], ["…"]])
def test_a_text_without_words_is_within_every_gate(texts):
    level = measure(texts, "en")
    assert level.words == 0
    assert all(level.is_within(gate) for gate in GATES.values())


# --- sentences


@pytest.mark.parametrize(
    "text",
    [
        "Stop. Then tell.",
        "Stop! Then tell",
        "Stop? (Yes.) Tell…",
        "<p>Stop</p><p>tell</p>",
        "<h2>Stop</h2><ul><li>tell</li></ul>",
        "<ul><li>Stop</li><li>tell</li></ul>",
        "Stop\n\ntell",
        "Dis : « Non. » Puis pars.",
        "Dis « Non! » Puis pars.",
    ],
)
def test_a_stop_a_paragraph_a_heading_and_a_list_item_end_a_sentence(text):
    assert len(sentences([text])) == (3 if "Yes" in text else 2)


@pytest.mark.parametrize(
    "text",
    [
        "Ask M. Roy, Mr. Roy, Mrs. Roy or Dr. Roy.",
        "Un détail, p. ex. la main de M. Roy.",
        "Some apps, e.g. chats, i.e. most of them.",
        "Go to Cybertip.ca now.",
        "« Fais-le tout de suite! » dit-elle.",
        "Well… maybe it costs 2.95 dollars.",
        "A <b>very</b> <a href='x'>small</a><br>line.",
        "A line\nthat goes on.",
    ],
)
def test_an_abbreviation_a_small_letter_and_a_link_do_not_end_a_sentence(text):
    assert len(sentences([text])) == 1


def test_each_text_ends_a_sentence():
    assert measure(["Not pass it on", "Laugh too"], "en").words_per_sentence == 3


def test_words_beside_a_line_break_or_an_entity_stay_apart():
    assert measure(["one<br>two &amp; three"], "en").words == 3


# --- names and terms


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("The picture of Noah reaches Saskatoon.", "en", {"Noah", "Saskatoon"}),
        ("Noah's friend laughs. So does Noah.", "en", {"Noah", "Noah's"}),
        ("Last week Mr. Tremblay called us.", "en", {"Tremblay"}),
        ("L'Alberta est loin de la ville d'Iqaluit.", "fr", {"L'Alberta", "d'Iqaluit"}),
        ("Il parle avec Amina. Amina l'écoute.", "fr", {"Amina"}),
    ],
)
def test_a_capital_inside_a_sentence_makes_a_name(text, language, names):
    assert names <= exempt(text, language)


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Exploitation hurts. It can happen to you.", "en", "Exploitation"),
        ("You can say: “Something happened online.”", "en", "Something"),
        ("We talk about Intimidation. It is intimidation that hurts.", "en", "Intimidation"),
        ("We meet on Saturday in the old school.", "en", "Saturday"),
        ("Ask yourself what I would do next.", "en", "I"),
        ("THIS IS AN UNACCEPTABLE SITUATION. We say so.", "en", "UNACCEPTABLE"),
        ("Responsible Use Of Technology", "en", "Technology"),
        ("Tu peux dire : « Quelqu'un me menace. »", "fr", "Quelqu'un"),
    ],
)
def test_a_capital_alone_makes_no_name(text, language, word):
    assert word not in exempt(text, language)


def test_where_names_crowd_a_text_none_is_exempt():
    assert exempt_words(["We saw Amina and Siku and Noah and Maya."], "en") == frozenset()
    assert exempt_words(["We saw Amina on the way to the big school."], "en") == {"Amina"}


def test_a_name_is_a_word_of_its_sentence_but_weighs_nothing():
    named = measure(["One day my friend Saskatchewan came to see me."], "en")
    short = measure(["One day my friend Jo came to see me."], "en")
    assert named == short


@pytest.mark.parametrize(
    ("text", "language", "term"),
    [
        ("they call it sextortion", "en", "sextortion"),
        ("you can write to Cybertip.ca", "en", "Cybertip.ca"),
        ("on appelle ça la sextorsion", "fr", "sextorsion"),
        ("c'est peut-être l'hypertrucage", "fr", "l'hypertrucage"),
        ("contact 9-8-8 or wait 24 hours", "en", "9-8-8"),
    ],
)
def test_the_terms_of_the_glossary_and_numbers_weigh_nothing(text, language, term):
    assert term in exempt(text, language)


def test_a_word_that_is_only_long_is_never_exempt():
    assert exempt("consentement, signalement et cyberintimidation", "fr") == frozenset()


# --- gates


@pytest.mark.parametrize(
    ("name", "grade", "ease", "words"),
    [
        ("A", 2, 90, 8),
        ("B", 4, 80, 12),
        ("C", 6, 70, 15),
        ("D", 8, 60, None),
        ("P", 8, 60, None),
        ("help", 5, 75, 12),
        ("E", 10, 50, None),
        ("H", 10, 50, None),
    ],
)
def test_each_group_of_readers_has_its_gate(name, grade, ease, words):
    assert GATES[name] == Gate(name, grade, ease, words)


def test_every_audience_has_a_gate():
    from education.models import Tier

    assert set(Tier.values) <= set(GATES)


@pytest.mark.parametrize(
    ("level", "is_within"),
    [
        (Level("en", 4, 12, 90), True),
        (Level("en", 4.01, 12, 90), False),
        (Level("en", 4, 12.01, 90), False),
        (Level("fr", 80, 12, 90), True),
        (Level("fr", 79.99, 12, 90), False),
        (Level("fr", 80, 12.01, 90), False),
    ],
)
def test_a_gate_is_held_by_the_score_and_by_the_length_of_sentences(level, is_within):
    assert level.is_within(GATES["B"]) is is_within


def test_where_a_gate_says_nothing_of_sentences_only_the_score_counts():
    assert Level("en", 7.9, 40, 90).is_within(GATES["P"])
