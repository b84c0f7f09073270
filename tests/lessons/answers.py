"""Answer a question as a form does, and read what the page then shows."""

import re
from html.parser import HTMLParser

from django.template.loader import render_to_string
from django.utils import translation

from lessons.answering import Reply, reply
from lessons.quiz import Outcome
from lessons.showing import question_view


def answer(question, fields, language="en"):
    """Return what a posted form comes to, in a language."""
    with translation.override(language):
        return reply(question, fields)


def show(question, came=None, language="en"):
    """Return the HTML of a question, before any answer or after one."""
    with translation.override(language):
        shown = question_view(question, language, action="/there/", reply=came or Reply())
        return render_to_string("question/question.html", {"question": shown, "answer_id": "answer"})


def answered(question, fields, language="en"):
    """Return what an answer comes to and the HTML that the learner then sees."""
    came = answer(question, fields, language)
    return came, show(question, came, language)


def is_right(came):
    return came.marked is not None and came.marked.outcome is Outcome.RIGHT


def links(html):
    """Return the addresses of the links before and after a step."""
    tags = [tag for tag in re.findall(r"<a [^>]*>", html) if re.search(r'rel="(prev|next)"', tag)]
    return {re.search(r'rel="(\w+)"', tag)[1]: re.search(r'href="([^"]*)"', tag)[1] for tag in tags}


class Fields(HTMLParser):
    """The fields of a form as they stand in its HTML: (name, value, whether it would be sent)."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.ids, self.references = [], set()
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self._note_ids(attributes)
        if tag == "select":
            self._select = attributes["name"]
        elif tag == "option":
            self.found.append((self._select, attributes["value"], "selected" in attributes))
        elif tag == "input":
            sent = attributes["type"] == "hidden" or "checked" in attributes
            self.found.append((attributes["name"], attributes.get("value"), sent))
        elif tag == "button" and attributes.get("name"):
            self.found.append((attributes["name"], attributes["value"], False))

    def _note_ids(self, attributes):
        self.ids += [attributes["id"]] if "id" in attributes else []
        for name in ("for", "aria-labelledby", "aria-describedby"):
            self.references |= set((attributes.get(name) or "").split())

    @property
    def sent(self):
        """Return what the form sends as it stands."""
        fields = {}
        for name, value, is_sent in self.found:
            if is_sent:
                fields.setdefault(name, []).append(value)
        return fields
