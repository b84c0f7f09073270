"""Fail when a text of the content files is harder to read than its readers can be asked to read."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from balise.content import content_texts
from lessons import content_files
from lessons.exempt_words import exempt_words
from lessons.readability import Held, gate_of, levels
from lessons.reading_level import Gate, Level
from lessons.sentences import sentences, words_of
from lessons.syllables import syllables

LONGEST, HEAVIEST = 3, 12
SCALES = {"en": "Flesch-Kincaid grade", "fr": "Kandel-Moles ease"}


class Command(BaseCommand):
    """Measure the content files; with -v 2 print every figure, and what makes a text too hard."""

    help = "Check the reading level of every content file, in both languages, against its gate."
    requires_system_checks = []  # the files alone are checked: no database, no settings

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "names", nargs="*", metavar="NAME", help="files whose name holds this; all when there is none"
        )

    def handle(self, *, names: list[str], verbosity: int, **options: Any) -> None:
        texts = content_texts()
        wanted = [name for name in texts if not names or any(one in name for one in names)]
        if not wanted:
            raise CommandError(f"No content file has a name with {' or '.join(names)}.")
        misses = [miss for name in wanted for miss in self._misses(name, texts[name], verbosity)]
        if misses:
            raise CommandError("\n".join(misses))
        self.stdout.write(f"Reading levels: no text is too hard. Files: {len(wanted)}.")

    def _misses(self, name: str, text: str, verbosity: int) -> Iterator[str]:
        """Yield a line for everything in a file that its readers cannot be asked to read."""
        try:
            data = content_files.read(text, name).data
        except content_files.Broken as error:
            yield str(error)
            return
        if gate_of(data) is None:
            yield f"{name}: neither its tier nor its code begins with a letter that has a gate"
        for held in levels(data):
            yield from (f"{_place(name, held)}: {reason}" for reason in reasons(held.level, held.gate))
            if verbosity > 1:
                self.stdout.writelines(f"{line}\n" for line in _in_detail(name, held))


def reasons(level: Level, gate: Gate) -> Iterator[str]:
    """Yield why a text is too hard for its gate: the figure, and what the gate allows."""
    if not level.has_score_within(gate):
        allowed = f"at least {gate.ease}" if level.language == "fr" else f"at most {gate.grade}"
        yield f"{SCALES[level.language]} {level.score:.2f}, {allowed} for {gate.name}"
    if not level.has_sentences_within(gate):
        allowed = f"at most {gate.words_per_sentence} for {gate.name}"
        yield f"{level.words_per_sentence:.2f} words per sentence, {allowed}"


def _place(name: str, held: Held) -> str:
    return f"{name}, {held.part}, {held.language}"


def _in_detail(name: str, held: Held) -> Iterator[str]:
    """Yield one line of the table, and for a text that is too hard what an author can mend first."""
    level, gate = held.level, held.gate
    score = f">= {gate.ease}" if held.language == "fr" else f"<= {gate.grade}"
    length = f"<= {gate.words_per_sentence}" if gate.words_per_sentence else ""
    yield (
        f"{'ok' if held.is_within else 'HARD':4} {_place(name, held):58} {gate.name:4} "
        f"{level.score:6.2f} {score:5} {level.words_per_sentence:5.1f} words/sentence {length:5} "
        f"{level.words:5} words"
    )
    if not held.is_within:
        yield from _hardest(held)


def _hardest(held: Held) -> Iterator[str]:
    found = sentences(held.texts)
    for sentence in sorted(found, key=lambda one: len(words_of(one)), reverse=True)[:LONGEST]:
        yield f"       {len(words_of(sentence))} words: {' '.join(sentence.split())}"
    words = {word for sentence in found for word in words_of(sentence)} - exempt_words(found, held.language)
    weights = {word.lower(): syllables(word, held.language) for word in words}
    heaviest = sorted(weights, key=lambda word: (-weights[word], word))[:HEAVIEST]
    yield "       heaviest: " + ", ".join(f"{word} ({weights[word]})" for word in heaviest)
