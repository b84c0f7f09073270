"""What the benchmark must know of a site to walk through it and leave it."""

from dataclasses import dataclass

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Site:
    """A site with a way out; a journey is the paths of its pages, in the order in which they link on."""

    name: str
    url: str
    exit: str
    discreet: tuple[str, ...]
    ordinary: tuple[str, ...]
    writing: tuple[str, ...]  # a journey to a page with a field
    field: str
    colours: frozenset[Colour]  # one of them stands in the upper left corner of each page
    key: str
    presses: int

    def owns(self, address: str | None) -> bool:
        """Say whether an address is one of this site's."""
        return (address or "").startswith(self.url + "/")
