"""Who takes a tip, and how it gets there. By default the learner goes there; nothing passes through us."""

from dataclasses import dataclass

from education.help.cards import Card, card
from education.help.records import SERVICES, Service, service


class UnfitIntakeError(ValueError):
    """A service that cannot be the intake, and why."""


@dataclass(frozen=True, slots=True)
class Link:
    """People elsewhere take the tip, by their own form and phone; one goes there in one's own language."""

    service: Service

    def card(self, language: str) -> Card:
        """How the intake is reached in a language; the address of its form tells nothing of who comes."""
        return card(self.service, language)


def link(service_id: str) -> Link:
    """The intake that a setting names; UnfitIntakeError unless it has a form in both languages."""
    if service_id not in SERVICES:
        raise UnfitIntakeError(f"{service_id!r} is no service; there are {', '.join(SERVICES)}")
    chosen = service(service_id)
    if chosen.topic != "report" or not all(words.form for words in chosen.words.values()):
        raise UnfitIntakeError(f"{service_id!r} takes no reports by a form in both languages")
    return Link(chosen)
