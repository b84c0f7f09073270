"""Say which area of the site a path belongs to; headers, cookies and languages follow from it."""

from enum import StrEnum


class Area(StrEnum):
    PUBLIC = "public"
    SIGNED_IN = "signed-in"  # account pages, /teach/ and class pages: forms checked against forgery
    ADMIN = "admin"


_SIGNED_IN_SEGMENTS = frozenset({"account", "compte", "teach"})


def area_of(path: str) -> Area:
    """Return the area of a request path such as `/en/teach/`."""
    segments = path.strip("/").split("/")
    if segments[0] == "admin":
        return Area.ADMIN
    if segments[0] == "c" or (len(segments) > 1 and segments[1] in _SIGNED_IN_SEGMENTS):
        return Area.SIGNED_IN
    return Area.PUBLIC


def language_of(path: str) -> str | None:
    """Return the language that a path names, "en" or "fr", or None where it names none."""
    segments = path.strip("/").split("/")
    if segments[0] == "c" and len(segments) > 1:
        segments = segments[1:]
    return segments[0] if segments[0] in ("en", "fr") else None
