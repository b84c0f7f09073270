"""Build the style sheets the site serves, one for all pages and few others, out of many small ones."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import lightningcss

from education.help.finder import VALUES

SITE = Path(__file__).resolve().parent.parent
FOUNDATIONS = ("reset", "tokens", "base", "layout")
# School computers are kept for years: newer syntax is rewritten for these browsers.
BROWSERS = ["chrome >= 105", "firefox >= 115", "safari >= 15.4", "ios_saf >= 15.4"]


# What one kind of page needs, and no other has to load: a sheet, and the components in it.
OWN_SHEETS = {"help": ("help-finder", "wallet-card"), "splash": ("splash",)}


def build(folder: Path) -> None:
    """Write the minified style sheets to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "balise.css").write_text(minified(source()), encoding="utf-8")
    for name, components in OWN_SHEETS.items():
        css = "\n".join(map(_sheet, components)) + (finder_rules() if "help-finder" in components else "")
        (folder / f"{name}.css").write_text(minified(css), encoding="utf-8")


def source() -> str:
    """Join the style sheets of every page in the order of their layers, components by name."""
    styles, components = SITE / "styles", SITE / "components"
    foundations = (styles / f"{name}.css" for name in FOUNDATIONS)
    apart = set(chain.from_iterable(OWN_SHEETS.values()))
    shared = (sheet for sheet in sorted(components.glob("*/*.css")) if sheet.stem not in apart)
    sheets = chain(foundations, shared, [styles / "utilities.css"])
    return "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def finder_rules() -> str:
    """Write what the finder does with a choice: hide what does not fit, show what to say at once."""
    return "@supports selector(:has(*)) { @layer components {" + "\n".join(_rules()) + "}}"


def _rules() -> Iterator[str]:
    hidden = "{display:none}"
    yield f".help-finder [data-advice]{hidden}"
    yield f".help-finder:not(:has([name=where]:checked)) [data-where]{hidden}"
    yield f".help-finder:has([name=where]:checked) [data-until-place]{hidden}"
    for name, values in VALUES.items():
        for value in values:
            chosen = f".help-finder:has([name={name}][value={value}]:checked)"
            yield f"{chosen} [data-{name}]:not([data-{name}~={value}]){hidden}"
            yield f"{chosen} [data-advice={value}]{{display:block}}"


def _sheet(component: str) -> str:
    return (SITE / "components" / component / f"{component}.css").read_text(encoding="utf-8")


def minified(css: str) -> str:
    """Rewrite the style sheet for the browsers we support, without a needless byte."""
    flags = lightningcss.calc_parser_flags(nesting=True)
    return lightningcss.process_stylesheet(css, "balise.css", parser_flags=flags, browsers_list=BROWSERS)
