"""What a telephone number looks like, how to link to it, and how to spot one that strayed into a text."""

import re

PHONE = re.compile(r"(?:1-)?\d{3}-\d{3}-\d{4}|\d-\d-\d|\d{3}")
TEXT = re.compile(PHONE.pattern + r"|\d{5,6}")

_GAP = r"[ \t\u00a0\u202f.\-\u2010\u2011\u2013]{0,2}"
_STRAY = re.compile(
    rf"""
    # ten digits, however they are spaced
    (?<![\w\#/=.,-]) (?:\+?1{_GAP})? \(?[2-9]\d\d\)? {_GAP} [2-9]\d\d {_GAP} \d{{4}} (?![\w-])
    # a link that dials or texts
    | \b(?:tel|sms):\+?\d[\d-]*
    # a short code, after a word that asks to text it
    | \b(?:text(?:e|ez|er|o|os|ing)?|sms)\b [^.\n]{{0,40}}? (?<![\w\#])\d{{5,6}}(?!\w)
    | \b(?:to|au)[ \u00a0]\d{{6}}(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)


def tel_href(number: str) -> str:
    """The link that dials a number written as readers know it."""
    return f"tel:{_dialled(number)}"


def sms_href(number: str, keyword: str = "") -> str:
    """The link that starts a text message, with the keyword already typed if the service asks for one."""
    body = f"?body={keyword}" if keyword else ""
    return f"sms:{_dialled(number)}{body}"


def stray_numbers(text: str) -> list[str]:
    """Everything in a text that looks like a number to call or text; it belongs in services.toml instead."""
    return [match.group().strip() for match in _STRAY.finditer(text)]


def _dialled(number: str) -> str:
    digits = "".join(filter(str.isdecimal, number))
    return f"+1{digits[-10:]}" if len(digits) >= 10 else digits
