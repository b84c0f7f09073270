"""Measure how hard a text is to read, and hold it to the gate of its readers.

English is measured by the Flesch-Kincaid grade, French by the ease of Kandel and Moles (1958). The two scales
cannot be compared, so a gate has a figure for each (decision 0014).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lessons.exempt_words import exempt_words
from lessons.sentences import sentences, words_of
from lessons.syllables import syllables


@dataclass(frozen=True)
class Gate:
    """How hard a text may be for one group of readers."""

    name: str
    grade: float  # Flesch-Kincaid, at most
    ease: float  # Kandel-Moles, at least
    words_per_sentence: float | None = None  # on average, at most


@dataclass(frozen=True)
class Level:
    """How hard a text is: its score is a grade in English (low is easy), an ease in French (high is easy)."""

    language: str
    score: float
    words_per_sentence: float
    words: int

    def is_within(self, gate: Gate) -> bool:
        """Say whether the text is easy enough for the readers of a gate; one without words always is."""
        return not self.words or (self.has_score_within(gate) and self.has_sentences_within(gate))

    def has_score_within(self, gate: Gate) -> bool:
        return self.score >= gate.ease if self.language == "fr" else self.score <= gate.grade

    def has_sentences_within(self, gate: Gate) -> bool:
        return gate.words_per_sentence is None or self.words_per_sentence <= gate.words_per_sentence


GATES = {
    gate.name: gate
    for gate in (
        Gate("A", grade=2, ease=90, words_per_sentence=8),
        Gate("B", grade=4, ease=80, words_per_sentence=12),
        Gate("C", grade=6, ease=70, words_per_sentence=15),
        Gate("D", grade=8, ease=60),
        Gate("P", grade=8, ease=60),
        Gate("E", grade=10, ease=50),
        Gate("H", grade=10, ease=50),
        Gate("help", grade=5, ease=75, words_per_sentence=12),
    )
}


def measure(texts: Iterable[str], language: str) -> Level:
    """Return the level of texts, plain or HTML, taken together."""
    found = sentences(texts)
    words = [word for sentence in found for word in words_of(sentence)]
    if not words:
        return Level(language, 0, 0, 0)
    exempt = exempt_words(found, language)
    weighed = [word for word in words if word not in exempt] or words
    length = len(words) / len(found)
    weight = sum(syllables(word, language) for word in weighed) / len(weighed)
    return Level(language, _score(language, length, weight), length, len(words))


def _score(language: str, words_per_sentence: float, syllables_per_word: float) -> float:
    if language == "fr":
        return 207 - 1.015 * words_per_sentence - 73.6 * syllables_per_word
    return 0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59
