"""Export pages as content files, so that a git diff shows what an editor changed."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from education.bilingual.models import BilingualPage
from education.bilingual.paths import SITE_ROOT_DEPTH
from lessons import content_check, content_files, site_pages
from lessons.content_files import Broken, ContentFile, Problem
from lessons.content_writing import rewrite, write
from lessons.links import Links, Routes
from lessons.markdown import to_markdown
from lessons.models import PackEntry
from lessons.page_content import content_of, fill
from lessons.page_kinds import MODELS, shape_of_page
from lessons.prose import to_html

_FOLDERS = {"module": "modules", "lesson": "lessons"}


@dataclass(frozen=True)
class Exported:
    """The file of one page: its name and text, or why no file can hold the page."""

    path: str
    name: str
    text: str
    problems: tuple[Problem, ...] = ()


def export_page(pk: int, routes: Routes, texts: dict[str, str]) -> Exported:
    """Return the file of a page as it is published; `texts` are the files there are, by name.

    A page that its file describes already gets that file's own text back.
    """
    page: Any = BilingualPage.objects.get(pk=pk).specific
    links = Links(site_pages.paths(), routes)
    path = next(path for path, one in links.ids.items() if one == pk)
    data = _whole(page, path, links)
    name = _name(page, path, texts)
    shape = shape_of_page(page.page_kind)
    old = _readable(texts.get(name, ""), name, links)
    if old is None or old.data["page"] != page.page_kind:
        text = write(shape, data)
    else:
        text = _changed(texts[name], old, data, links)
    problems = content_check.check(content_files.read(text, name), links)
    return Exported(path, name, text, tuple(problems))


def live_pages() -> dict[str, int]:
    """Return path and id of every published page that a content file can hold."""
    live = set(BilingualPage.objects.filter(live=True).values_list("pk", flat=True))
    return {path: pk for path, pk in site_pages.paths().items() if pk in live}


def _whole(page: Any, path: str, links: Links) -> dict[str, Any]:
    """Return the data of a page with its place in the tree, keys in the order of a file."""
    place = {"page": page.page_kind, "path": path, "order": _order(page)}
    tier = {"tier": page.tier} if page.page_kind == "module" else {}
    found = place | content_of(page, links) | tier
    known = shape_of_page(page.page_kind).fields
    return {key: found[key] for key in [*known, *found] if key in found}


def _changed(text: str, old: ContentFile, data: dict[str, Any], links: Links) -> str:
    """Return the old text where the page says the same, else the old text with what changed."""
    page = MODELS[old.data["page"]]()
    fill(page, old.data, links)
    before = content_of(page, links)
    before |= {key: old.data[key] for key in ("page", "path", "order", "tier") if key in old.data}
    if before == data:
        return text

    def spell(markdown: str) -> str:
        return to_markdown(to_html(markdown, links, "en"), links.target)

    return rewrite(text, shape_of_page(old.data["page"]), before, data, spell)


def _readable(text: str, name: str, links: Links) -> ContentFile | None:
    try:
        file = content_files.read(text, name)
    except Broken:
        return None
    return None if content_check.check(file, links) else file


def _name(page: Any, path: str, texts: dict[str, str]) -> str:
    """Return the name of the page's file: the one that states its path, else a new one."""
    entry = PackEntry.objects.filter(page_id=page.pk).first()
    stated = {content_files.stated_path(text): name for name, text in texts.items()}
    for known in [path] if entry is None else [path, entry.path]:
        if known in stated:
            return stated[known]
    slug = PurePosixPath(path).name or "home"
    stem = f"{page.code.lower()}-{slug}" if page.page_kind == "lesson" else slug
    folder = _FOLDERS.get(page.page_kind, "pages")
    name = f"{folder}/{stem}.yaml"
    return name if name not in texts else f"{folder}/{path.replace('/', '-')}.yaml"


def _order(page: Any) -> int:
    """Return the page's number among its siblings: those of their files, where they still are in order."""
    if page.depth <= SITE_ROOT_DEPTH:
        entry = PackEntry.objects.filter(page_id=page.pk).first()
        return entry.order if entry else 0
    siblings = [one.pk for one in page.get_siblings()]
    known = dict(PackEntry.objects.filter(page_id__in=siblings).values_list("page_id", "order"))
    orders = [known.get(pk, -1) for pk in siblings]
    in_order = -1 not in orders and all(one < other for one, other in zip(orders, orders[1:], strict=False))
    return orders[siblings.index(page.pk)] if in_order else 10 * (siblings.index(page.pk) + 1)
