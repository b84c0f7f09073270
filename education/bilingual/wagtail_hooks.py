"""Rich text: a link that leads out tells the other site nothing of where the reader came from."""

from typing import Any

from django.utils.html import format_html
from wagtail import hooks
from wagtail.rich_text import LinkHandler


class DiscreetExternalLink(LinkHandler):
    """A link to another site."""

    identifier = "external"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return str(format_html('<a href="{}" rel="noreferrer noopener">', attrs["href"]))


@hooks.register("register_rich_text_features")
def keep_external_links_discreet(features: Any) -> None:
    features.register_link_type(DiscreetExternalLink)
