"""Minify the scripts of the components; the safety exit's stands in every page, allowed by its hash."""

import base64
import hashlib
from pathlib import Path

import rjsmin

COMPONENTS = Path(__file__).resolve().parent.parent / "components"
_INLINE = "safety-exit"


def build(destination: Path) -> None:
    """Write the script of each component that loads one to the folder."""
    for script in COMPONENTS.glob("*/*.js"):
        if script.stem != _INLINE:
            (destination / script.name).write_text(minified(script), encoding="utf-8")


def minified(script: Path) -> str:
    """Return a script without comments and needless space; its names stay."""
    return str(rjsmin.jsmin(script.read_text(encoding="utf-8")))


# Read when the server starts, so that page and policy can never differ.
EXIT = minified(COMPONENTS / _INLINE / f"{_INLINE}.js")
EXIT_HASH = f"'sha256-{base64.b64encode(hashlib.sha256(EXIT.encode()).digest()).decode()}'"
