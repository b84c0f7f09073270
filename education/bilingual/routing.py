"""Find the page that a path names in one query, or the page that had the path before."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from education.bilingual import paths
from education.bilingual.models import BilingualPage, FormerPath

_MOST_HOPS = 8
_LONGEST_PATH = 1000  # as long as a former path may be; the prefixes of a longer one would cost too much


def find(language: str, path: str) -> tuple[BilingualPage, str] | None:
    """Return the deepest live page on the path, specific, and the rest of the path below it."""
    full = paths.site_root_path() + path
    column = "url_path_fr" if language == "fr" else "url_path"
    base = (
        BilingualPage.objects.filter(
            _not_over(), **{f"{column}__in": _prefixes(full)}, live=True, depth__gte=paths.SITE_ROOT_DEPTH
        )
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
    if len(path) > _LONGEST_PATH or "\0" in path or "//" in path:
        raise Http404(f"No page at /{language}/{path}")
    try:
        return _serve_page(request, language, path)
    except Http404:
        moved = new_path(language, path)
        if moved is None or moved == path or not _leads_to_a_page(language, moved):
            raise
        return HttpResponsePermanentRedirect(f"/{language}/{moved}")


def _leads_to_a_page(language: str, path: str) -> bool:
    """Say whether a page, or the step of a lesson, is there: else a 404 would be sent on and on."""
    found = find(language, path)
    return found is not None and (not found[1] or type(found[0]).serve_rest is not BilingualPage.serve_rest)


def _serve_page(request: HttpRequest, language: str, path: str) -> HttpResponse:
    found = find(language, path)
    if found is None:
        raise Http404(f"No page at /{language}/{path}")
    page, rest = found
    if path and not path.endswith("/"):
        return HttpResponsePermanentRedirect(f"/{language}/{path}/")
    request.alternates = page.alternates_below(rest)  # type: ignore[attr-defined]
    return page.serve_rest(request, rest) if rest else page.serve(request)


def _not_over() -> Q:
    """A page whose time is over is not there, whether or not the clock has taken it down yet."""
    return Q(expire_at=None) | Q(expire_at__gt=timezone.now())


def _prefixes(path: str) -> list[str]:
    """Return every whole-segment prefix: `/a/b/` gives `/a/b/`, `/a/` and `/`."""
    parts = path.strip("/").split("/")
    return ["/" + "".join(f"{part}/" for part in parts[:length]) for length in range(len(parts), -1, -1)]
