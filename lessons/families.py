"""Check how the content files stand to one another: parents, tiers, addresses that clash."""

from collections import Counter
from collections.abc import Iterable, Iterator

from education.bilingual.reserved import is_reserved
from lessons.content_files import ContentFile, Problem
from lessons.page_kinds import MODELS


def parent_path(path: str) -> str:
    """Return the path of the parent; the home page's own for a page directly below it."""
    return path.rpartition("/")[0]


def depth(path: str) -> int:
    """Return how far below the home page a path is."""
    return path.count("/") + 1 if path else 0


def problems(files: Iterable[ContentFile], on_site: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong between files that are sound each by itself; `on_site` are paths of pages."""
    files, known = list(files), set(on_site)
    by_path = {file.path: file for file in files}
    yield from _twice(files)
    for file in files:
        if not file.path:
            continue
        parent = by_path.get(parent_path(file.path))
        if parent is None and parent_path(file.path) not in known:
            yield file.problem(("path",), f"its parent page “{parent_path(file.path)}” is not there")
        if parent is not None:
            yield from _misplaced(file, parent)
        if "/" not in file.path and any(is_reserved(slug) for slug in (file.path, file.data["slug_fr"])):
            yield file.problem(("path",), "the site itself uses this address")


def _misplaced(file: ContentFile, parent: ContentFile) -> Iterator[Problem]:
    kind, model = file.data["page"], MODELS[file.data["page"]]
    if MODELS[parent.data["page"]] not in model.allowed_parent_page_models():
        yield file.problem(("page",), f"no {kind} page stands below a page of kind “{parent.data['page']}”")
    elif kind == "module" and file.data["tier"] != parent.data["tier"]:
        yield file.problem(("tier",), f"“tier” is {file.data['tier']}; its parent's is {parent.data['tier']}")


def _twice(files: list[ContentFile]) -> Iterator[Problem]:
    paths = Counter(file.path for file in files)
    french = Counter((parent_path(file.path), file.data.get("slug_fr")) for file in files if file.path)
    for file in files:
        if paths[file.path] > 1:
            yield file.problem(("path",), f"another file has the path “{file.path}” too")
        elif file.path and french[(parent_path(file.path), file.data["slug_fr"])] > 1:
            yield file.problem(("slug_fr",), f"a page beside it has the slug “{file.data['slug_fr']}” too")
