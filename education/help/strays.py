"""Spot what strayed into a text and belongs in services.toml alone: numbers, e-mail and web addresses."""

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from education.help.records import SERVICES

_GAP = r"[ \t.\-\u2010\u2011\u2013]{0,2}"
_DIGIT_WORDS = (
    "zero|oh|one|two|three|four|five|six|seven|eight|nine|hundred"
    "|zéro|un|deux|trois|quatre|cinq|sept|huit|neuf|cent|cents"
)
_CALL = r"call|dial|phone|compose[rz]?|appele[rz]|appelle|téléphone[rz]?"
_NUMBER = re.compile(
    rf"""
    # ten digits, however they are spaced
    (?<![\w\#/=.,-]) (?:\+?1{_GAP})? \(?[2-9]\d\d\)? {_GAP} [2-9]\d\d {_GAP} \d{{4}} (?![\w-])
    # seven, as one calls a neighbour, and pairs
    | (?<![\w\#/=.,:+-]) [2-9]\d\d[-.\u2010\u2011]\d{{4}} (?![\w-])
    | (?<![\w\#/=.,:+-]) (?:\d\d[ .-]){{4}}\d\d (?![\w-])
    # letters that stand for digits, and digits that stand as words
    | (?<![\w\#/=.,-]) 1{_GAP}8(?:00|33|44|55|66|77|88){_GAP}[a-z0-9][a-z0-9-]{{5,}}
    | \b(?:(?:{_DIGIT_WORDS})[ ,-]+){{6,}}(?:{_DIGIT_WORDS})\b
    # a link that dials or texts
    | \b(?:tel|sms):\+?\d[\d-]*
    # a short code, after a word that asks to text it
    | \b(?:text(?:e|ez|er|o|os|ing)?|sms)\b [^.\n]{{0,40}}? (?<![\w\#])\d{{5,6}}(?!\w)
    | \b(?:to|au)[ ]\d{{6}}(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHORT = re.compile(rf"\b(?:{_CALL})\b[^.\n]{{0,25}}?(?<![\w-])(\d-\d-\d|\d{{3}})(?![\w-])", re.IGNORECASE)
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_ADDRESS = re.compile(
    r"\bhttps?://[^\s<>\"')\]]+|(?<![\w@/.-])(?:[a-z0-9-]+\.)+"
    r"(?:com|ca|org|net|info|io|app|me|gle|ly|link|site|online|co|dev|gg|tv|us|fr|eu|xyz|page|ru)\b(?:/[^\s<>\"')\]]*)?",
    re.IGNORECASE,
)

# Beside the sites of the services themselves, and those of governments below.
_OTHER_HOSTS = ("creativecommons.org",)
_GOVERNMENTS = (
    *("gc.ca", "canada.ca", "gov.bc.ca", "bclaws.gov.bc.ca", "alberta.ca", "saskatchewan.ca", "gov.mb.ca"),
    *(
        "ontario.ca",
        "quebec.ca",
        "gouv.qc.ca",
        "gnb.ca",
        "novascotia.ca",
        "princeedwardisland.ca",
        "gov.nl.ca",
    ),
    *("yukon.ca", "gov.nt.ca", "gov.nu.ca", "justice.gc.ca"),
)


def _own_hosts() -> frozenset[str]:
    addresses = (
        way for one in SERVICES.values() for words in one.words.values() for way in (words.web, words.form)
    )
    return frozenset(host_of(address) for address in addresses if address)


def host_of(address: str) -> str:
    """The host that an address leads to, without `www.`; empty where there is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def is_known_host(host: str) -> bool:
    """Say whether texts may lead to a host: that of a service, of a government in Canada, or of a licence."""
    return host in _HOSTS or host.endswith(tuple(f".{government}" for government in _GOVERNMENTS))


def stray_numbers(text: str) -> list[str]:
    """Everything in a text that looks like a number to call or text."""
    plain = _plain(text)
    found = [match.group().strip() for match in _NUMBER.finditer(plain)]
    short = [match.group(1) for match in _SHORT.finditer(plain)]
    return [*found, *(number for number in short if number.replace("-", "") not in _SHORT_NUMBERS)]


def stray_addresses(text: str) -> list[str]:
    """Every e-mail address in a text, and every web address that is none of a service or a government."""
    plain = _plain(text)
    addresses = [match.group() for match in _ADDRESS.finditer(plain)]
    outside = [
        one for one in addresses if not is_known_host(host_of(one if "://" in one else f"https://{one}"))
    ]
    return [*_E_MAIL.findall(plain), *outside]


def _plain(text: str) -> str:
    """Write a text with the digits and blanks of ASCII, and without characters that nobody sees."""
    seen = (character for character in text if unicodedata.category(character) != "Cf")
    return "".join(str(unicodedata.digit(one, one)) for one in unicodedata.normalize("NFKC", "".join(seen)))


_HOSTS: Final = _own_hosts() | frozenset(_OTHER_HOSTS) | frozenset(_GOVERNMENTS)
_SHORT_NUMBERS: Final = frozenset(
    number.replace("-", "")
    for one in SERVICES.values()
    for number in (one.phone, one.text)
    if len(number) <= 5
)
