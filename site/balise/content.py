"""The content files of this site, and the routes that they may link to."""

from balise.chrome import fixed
from education.bilingual.languages import LANGUAGES
from lessons import content_files

ROUTES = {
    name: {language: fixed(name, language) for language in LANGUAGES} for name in ("help", "report", "search")
}


def content_texts() -> dict[str, str]:
    """Return the text of every content file, by name."""
    folder = content_files.FOLDER
    return {name: (folder / name).read_text(encoding="utf-8") for name in content_files.names(folder)}
