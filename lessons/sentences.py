"""Take a text apart into sentences and words, in English and in French."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

# What is elided (l'amie) or hyphenated (peux-tu) is one word, and so is Cybertip.ca.
WORD = re.compile(r"[^\W_]+(?:[-'’.\u2010\u2011][^\W_]+)*")
TITLES = "MM?|Mrs?|Ms|Dre?|Ste?"  # M. Roy, Mr. Roy

_BLOCK = re.compile(
    r"</?(?:p|li|[ou]l|h[1-6]|div|d[ltd]|t[rhd]|blockquote|hr)\b[^>]*>|\n\s*\n", re.IGNORECASE
)
_BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_STOP = re.compile(r"(?:[.!?]+|…)(?:\s*[»”\"’')\]])*(?=\s)")
_GOES_ON = re.compile(r"\W*[a-zß-öø-ÿœ]")
_ABBREVIATED = re.compile(rf"(?:^|[\s(«“\"'’])(?:{TITLES}|p\. ex|e\.g|i\.e|vs)\.$")


def sentences(texts: Iterable[str]) -> list[str]:
    """Return the sentences of texts, plain or HTML, without those that have no word.

    The end of a text, a paragraph, a heading or a list item ends a sentence too.
    """
    blocks = (block for text in texts for block in _BLOCK.split(_BREAK.sub(" ", text)))
    found = (sentence.strip() for block in blocks for sentence in _split(unescape(_TAG.sub("", block))))
    return [sentence for sentence in found if WORD.search(sentence)]


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence, as they are written."""
    return WORD.findall(sentence)


def _split(block: str) -> Iterator[str]:
    """Yield the sentences of a block: a stop ends one, unless it abbreviates or a small letter follows."""
    start = 0
    for stop in _STOP.finditer(block):
        sentence = block[start : stop.end()]
        if not _ABBREVIATED.search(sentence) and not _GOES_ON.match(block, stop.end()):
            yield sentence
            start = stop.end()
    yield block[start:]
