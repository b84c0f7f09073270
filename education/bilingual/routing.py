"""Find the page that a path names in one query, or the page that had the path before."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.csrf import csrf_exempt

from education.bilingual import paths
from education.bilingual.models import BilingualPage, FormerPath

_MOST_HOPS = 8


def find(language: str, path: str) -> tuple[BilingualPage, str] | None:
    """Return the deepest live page on the path, specific, and the rest of the path below it."""
    full = paths.site_root_path() + path
    column = "url_path_fr" if language == "fr" else "url_path"
    base = (
        BilingualPage.objects.filter(**{f"{column}__in": _prefixes(full)}, live=True)
        .order_by("-depth")
        .first()
    )
    if base is None:
        return None
    return base.specific, full[len(getattr(base, column)) :]


def new_path(language: str, path: str) -> str | None:
    """Return where a former path leads now, below the site root, or None when nobody had it."""
    root = paths.site_root_path()
    full, moved = root + path, False
    for _hop in range(_MOST_HOPS):
        former = (
            FormerPath.objects.filter(language=language, path__in=_prefixes(full))
            .select_related("page")
            .order_by("-path")
            .first()
        )
        if former is None:
            break
        column = "url_path_fr" if language == "fr" else "url_path"
        full, moved = getattr(former.page, column) + full[len(former.path) :], True
        if BilingualPage.objects.filter(live=True, **{column: full}).exists():
            break
    return full[len(root) :] if moved and full.startswith(root) else None


@csrf_exempt  # a practice answer changes nothing and is stored nowhere; a token would need a cookie
def serve(request: HttpRequest, language: str, path: str = "") -> HttpResponse:
    """Serve `/en/…` and `/fr/…`: the page, 301 from a former address, or Http404."""
    try:
        return _serve_page(request, language, path)
    except Http404:
        moved = new_path(language, path)
        if moved is None or moved == path or find(language, moved) is None:
            raise
        return HttpResponsePermanentRedirect(f"/{language}/{moved}")


def _serve_page(request: HttpRequest, language: str, path: str) -> HttpResponse:
    found = find(language, path)
    if found is None:
        raise Http404(f"No page at /{language}/{path}")
    page, rest = found
    if path and not path.endswith("/"):
        return HttpResponsePermanentRedirect(f"/{language}/{path}/")
    request.alternates = {code: url + rest for code, url in page.alternates.items()}  # type: ignore[attr-defined]
    return page.serve_rest(request, rest) if rest else page.serve(request)


def _prefixes(path: str) -> list[str]:
    """Return every whole-segment prefix: `/a/b/` gives `/a/b/`, `/a/` and `/`."""
    parts = path.strip("/").split("/")
    return ["/" + "".join(f"{part}/" for part in parts[:length]) for length in range(len(parts), -1, -1)]
