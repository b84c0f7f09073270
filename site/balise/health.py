"""Say whether the process lives, and whether it can do all its work."""

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse


def live(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process runs, whatever else is gone."""
    return _plain("live", 200)


def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers, else 503; help pages go on either way."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return _plain("database unreachable", 503)
    return _plain("ready", 200)


def _plain(text: str, status: int) -> HttpResponse:
    response = HttpResponse(text, content_type="text/plain", status=status)
    response["Cache-Control"] = "no-store"
    return response
