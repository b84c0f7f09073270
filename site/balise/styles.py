"""Build the one style sheet the site serves out of the small ones it is written in."""

from itertools import chain
from pathlib import Path

import lightningcss

SITE = Path(__file__).resolve().parent.parent
FOUNDATIONS = ("reset", "tokens", "base", "layout")
# School computers are kept for years: newer syntax is rewritten for these browsers.
BROWSERS = ["chrome >= 105", "firefox >= 115", "safari >= 15.4", "ios_saf >= 15.4"]


def build(destination: Path) -> None:
    """Write the minified style sheet to the destination."""
    destination.parent.mkdir(parents=True, exist_ok=True)
    destination.write_text(minified(source()), encoding="utf-8")


def source() -> str:
    """Join the style sheets in the order of their layers, components by name."""
    styles, components = SITE / "styles", SITE / "components"
    foundations = (styles / f"{name}.css" for name in FOUNDATIONS)
    sheets = chain(foundations, sorted(components.glob("*/*.css")), [styles / "utilities.css"])
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def minified(css: str) -> str:
    """Rewrite the style sheet for the browsers we support, without a needless byte."""
    flags = lightningcss.calc_parser_flags(nesting=True)
    return lightningcss.process_stylesheet(css, "balise.css", parser_flags=flags, browsers_list=BROWSERS)
