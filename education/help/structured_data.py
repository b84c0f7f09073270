"""The services as data, in the terms of Open Referral's Human Services Data Specification (HSDS 3)."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from education.help.numbers import tel_href
from education.help.records import Opening, Service

PROFILE = "https://docs.openreferral.org/en/3.0/hsds/"
_SPECIFICATION = "balise:service:"  # what the identifiers are made from; they never change

type Data = dict[str, Any]


def described(service: Service, language: str) -> Data:
    """One service as HSDS describes it, in one language; what we do not know is left out."""
    words = service.words[language]
    facts = {
        "id": _id(service, "service"),
        "name": words.name,
        "description": words.summary,
        "url": words.web,
        "status": "active",
        "interpretation_services": words.languages,
        "application_process": f"{words.what_happens} {words.what_they_do} {words.name_or_status_asked}",
        "eligibility_description": words.audience,
        "assured_date": service.verified_on.isoformat() if service.verified_on else "",
        "alert": words.one_language_notice,
        "additional_urls": _additional_urls(service, language),
        "phones": _phones(service, language),
        "schedules": _schedules(service, language),
        "service_areas": _areas(service),
        "languages": [{"id": _id(service, f"language-{code}"), "code": code} for code in service.spoken],
    }
    return {field: value for field, value in facts.items() if value}


def _id(service: Service, part: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{_SPECIFICATION}{service.id}:{part}"))


def _additional_urls(service: Service, language: str) -> list[Data]:
    form = service.words[language].form
    return [{"id": _id(service, "form"), "url": form}] if form else []


def _phones(service: Service, language: str) -> list[Data]:
    words = service.words[language]
    numbers = [
        ("voice", "voice", service.phone, words.phone_label),
        ("text", "text", service.text, words.text_keyword),
    ]
    for place, one in enumerate(service.more_phones):
        numbers.append((f"voice-{place}", "voice", one.number, one.words[language]))
    return [
        {"id": _id(service, part), "number": tel_href(number).removeprefix("tel:"), "type": kind}
        | ({"description": description} if description else {})
        for part, kind, number, description in numbers
        if number
    ]


def _schedules(service: Service, language: str) -> list[Data]:
    """Give what is open; for day and night the specification has no other word than the minutes of a day."""
    hours = service.words[language].hours
    if service.always:
        every_day = {"byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}
        return [_schedule(service, 0, every_day, hours)]
    return [_schedule(service, place, _times(one), hours) for place, one in enumerate(service.opening)]


def _schedule(service: Service, place: int, times: Data, hours: str) -> Data:
    described_hours = {"description": hours} if hours else {}
    return {"id": _id(service, f"schedule-{place}"), "freq": "WEEKLY", **times, **described_hours}


def _times(opening: Opening) -> Data:
    return {
        "byday": ",".join(opening.days),
        "opens_at": opening.opens,
        "closes_at": opening.closes,
        "notes": ZoneInfo(opening.zone).key,
    }


def _areas(service: Service) -> list[Data]:
    """Give where the service is, by the codes of ISO 3166."""
    codes = [f"CA-{code}" for code in service.provinces] or ["CA"]
    return [{"id": _id(service, f"area-{code}"), "name": code, "extent_type": "other"} for code in codes]
