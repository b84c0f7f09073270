"""Clean HTML that came from outside: what remains is what an editor could have written here."""

import bleach

TAGS = frozenset({"p", "h2", "h3", "strong", "b", "em", "i", "ul", "ol", "li", "a", "br"})
_SCHEME = "https"


def clean_html(html: str) -> str:
    """Return the HTML with nothing but our tags, and links that lead to https or to a page of ours."""
    return str(bleach.clean(html, tags=TAGS, attributes=is_allowed, protocols=[_SCHEME], strip=True))


def is_allowed(tag: str, name: str, value: str) -> bool:
    """Say whether a tag may carry an attribute with this value."""
    if tag != "a":
        return False
    if name == "href":
        return value.startswith(f"{_SCHEME}://") or _is_path(value)
    if name == "linktype":
        return value == "page"
    return name == "id" and value.isascii() and value.isdecimal()


def _is_path(value: str) -> bool:
    # A browser reads "//host" and "/\host" as another site.
    return value.startswith("/") and not value.startswith(("//", "/\\"))
