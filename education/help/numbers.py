"""What a telephone number looks like, and how to link to it."""

import re

PHONE = re.compile(r"(?:1-)?\d{3}-\d{3}-\d{4}|\d-\d-\d|\d{3}")
TEXT = re.compile(PHONE.pattern + r"|\d{5,6}")


def tel_href(number: str) -> str:
    """The link that dials a number written as readers know it."""
    return f"tel:{_dialled(number)}"


def sms_href(number: str, keyword: str = "") -> str:
    """The link that starts a text message, with the keyword already typed if the service asks for one."""
    body = f"?body={keyword}" if keyword else ""
    return f"sms:{_dialled(number)}{body}"


def _dialled(number: str) -> str:
    digits = "".join(filter(str.isdecimal, number))
    return f"+1{digits[-10:]}" if len(digits) >= 10 else digits
