"""Serve uploaded pictures under names that never change, and nothing else of the media folder."""

import mimetypes

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest

_SERVED = frozenset({"image/jpeg", "image/png", "image/webp"})


def media(request: HttpRequest, path: str) -> FileResponse:
    """Serve a rendition of a picture; raise Http404 for anything else."""
    kind = mimetypes.guess_type(path)[0]
    if kind not in _SERVED or not path.startswith("images/") or ".." in path:
        raise Http404(path)
    try:
        stored = default_storage.open(path)
    except (OSError, ValueError) as error:
        raise Http404(path) from error
    response = FileResponse(stored, content_type=kind)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'"
    return response
