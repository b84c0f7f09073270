"""The help page: the finder's questions, what is said at once, and every service. It needs no database."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from balise.chrome import fixed, reading
from education.help import finder
from education.help.cards import Card, card
from education.help.finder import Question
from education.help.records import SERVICES, Service
from education.help.structured_data import described
from education.provinces.records import PROVINCES

# Whom one calls: what a card for the wallet has room for.
_IN_THE_WALLET = ("danger", "suicide", "talk", "protect", "report")

Item = dict[str, Any]


def help_page(request: HttpRequest, language: str) -> HttpResponse:
    """Show whom one can turn to. What somebody chooses here narrows the page and never reaches us."""
    places = {code: province.names.said_in(language) for code, province in PROVINCES.items()}
    questions = finder.questions(language, places)
    people = [one for one in _nearest_first(SERVICES.values()) if not finder.is_first(one)]
    context = {
        "first": _items(filter(finder.is_first, SERVICES.values()), language),
        "questions": questions,
        "advice": [*_advice(questions, language), *_emergencies(language)],
        "people": _items(people, language),
        "wallet": _wallet(language),
        "data_url": f"{fixed('help', language)}services.json",
        "kind": "help",
        "discreet": True,
    }
    return render(request, "help.html", context)


def help_data(request: HttpRequest, language: str) -> HttpResponse:
    """Give the same facts as data, for whoever keeps a directory of services."""
    described_services = [described(one, language) for one in SERVICES.values()]
    return JsonResponse(
        {"language": language, "services": described_services}, json_dumps_params={"ensure_ascii": False}
    )


def _nearest_first(services: Iterable[Service]) -> list[Service]:
    return sorted(services, key=lambda one: not one.provinces)


def _items(services: Iterable[Service], language: str) -> list[Item]:
    return [_item(one, card(one, language)) for one in services]


def _item(service: Service, shown: Card) -> Item:
    marks = [(name, " ".join(values)) for name, values in finder.marks(service).items()]
    return {"card": shown, "marks": marks, "until_place": service.until_place}


def _advice(questions: Iterable[Question], language: str) -> Iterator[Item]:
    """Give what is said to whoever chooses an answer, and where one can read on."""
    for question in questions:
        for choice in question.choices:
            if choice.advice:
                link = reading(choice.read, language) if choice.read else None
                yield {"choice": choice.id, "paragraphs": choice.advice, "link": link}


def _emergencies(language: str) -> Iterator[Item]:
    for code, province in PROVINCES.items():
        yield {"choice": code, "paragraphs": [province.emergency.sentence.said_in(language)]}


def _wallet(language: str) -> list[Item]:
    first = [one for one in SERVICES.values() if finder.is_first(one)]
    others = [one for one in _nearest_first(SERVICES.values()) if not finder.is_first(one)]
    items = _items([*first, *others], language)
    return [
        item
        for item, service in zip(items, [*first, *others], strict=True)
        if service.topic in _IN_THE_WALLET and (service.phone or service.more_phones or service.text)
    ]
