"""The public search: discreet, unlogged and never cached."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from education.bilingual import search

LONGEST_QUERY = 200


@csrf_exempt  # a search changes nothing; a token would need a cookie
def search_page(request: HttpRequest, language: str) -> HttpResponse:
    """Search in one language; the form posts, so that the words stand in no address or log."""
    query = (request.POST.get("q") or request.GET.get("q") or "")[:LONGEST_QUERY].strip()
    results = search.find(query, language) if query else []
    context = {"query": query, "results": results, "kind": "search", "discreet": True}
    response = render(request, "search.html", context)
    response["Cache-Control"] = "no-store"
    return response
