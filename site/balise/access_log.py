"""Write down that a page was served: the hour, the route, the status; never who, what path or which words."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

logger = logging.getLogger("balise.access")


class AccessLog:
    """Middleware: one line per request that could not tell two readers apart."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        hour = timezone.now().strftime("%Y-%m-%dT%H:00Z")
        logger.info("%s %s %s %s", hour, request.method, route_of(request), response.status_code)
        return response


def route_of(request: HttpRequest) -> str:
    """Return the pattern that answered, such as `fr/aide/`, never the path that was asked for."""
    match = request.resolver_match
    return match.route if match is not None and match.route else "-"


class RouteInsteadOfPath(logging.Filter):
    """In Django's own error records: the route stands in place of the path."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            record.msg, record.args = "%s %s", (getattr(record, "status_code", ""), route_of(request))
        return True
