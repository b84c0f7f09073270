"""Where the links of content files lead: `page:support/tonight`, `route:help`, or an https address."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Routes = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Links:
    """Pages by path, and the site's own routes, whose address is another one in each language."""

    ids: Mapping[str, int]
    routes: Routes
    waiting: frozenset[str] = field(default_factory=frozenset)

    def problem(self, target: str) -> str:
        """Say why nothing is at a target; an empty string where all is well."""
        kind, _, name = target.partition(":")
        if kind == "page" and name not in self.ids and name not in self.waiting:
            return f"links to page:{name}, and there is no such page"
        if kind == "route" and name not in self.routes:
            return f"links to route:{name}; we know {', '.join(f'route:{one}' for one in self.routes)}"
        if kind not in ("page", "route") and not target.startswith("https://"):
            return f"links to {target}; a link leads to page:…, route:… or https://…"
        return ""

    def attributes(self, target: str, language: str) -> dict[str, str]:
        """Return what the link carries in rich text: nothing while its page waits to be made."""
        kind, _, name = target.partition(":")
        if kind == "page":
            return {"linktype": "page", "id": str(self.ids[name])} if name in self.ids else {}
        if kind == "route":
            return {"href": self.routes[name][language]}
        return {"href": target}

    def target(self, attributes: Mapping[str, str]) -> str:
        """Return the target that a link of rich text is written with; an empty string if its page is gone."""
        if attributes.get("linktype") == "page":
            wanted = attributes.get("id", "")
            return next((f"page:{path}" for path, pk in self.ids.items() if str(pk) == wanted), "")
        href = attributes.get("href", "")
        for name, addresses in self.routes.items():
            if href in addresses.values():
                return f"route:{name}"
        return href
