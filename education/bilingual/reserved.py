"""The first words of an address that the site itself uses, in both languages."""

RESERVED = frozenset(
    {"account", "admin", "aide", "c", "compte", "en", "fr", "gallery", "help", "live", "media", "ready"}
    | {"recherche", "report", "search", "signaler", "sitemap", "static", "teach", "tip", "step"}
)


def is_reserved(slug: str) -> bool:
    """Say whether a page directly under the home page would be shadowed by a route of ours."""
    return slug.lower() in RESERVED
