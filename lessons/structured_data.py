"""What search engines and learning libraries are told of a lesson: schema.org's LearningResource."""

import json
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from education.bilingual.languages import active
from lessons.parsing import Lesson

_AGES = {"A": "5-7", "B": "8-11", "C": "12-13", "D": "14-17", "P": "18-", "E": "18-", "H": "18-"}
_ROLES = {"P": "parent", "E": "teacher", "H": "professional"}
# An HTML parser must find no end of the script inside it.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def learning_resource(page: Any, lesson: Lesson) -> SafeString:
    """Return a lesson as JSON-LD in the active language, safe inside a script element."""
    language, tier = active(), page.tier
    other = "fr" if language == "en" else "en"
    data = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": lesson.title.in_language(language),
        "description": lesson.summary.in_language(language),
        "url": settings.PUBLIC_URL + page.url_in(language),
        "inLanguage": f"{language}-CA",
        "workTranslation": {
            "@type": "LearningResource",
            "url": settings.PUBLIC_URL + page.url_in(other),
            "inLanguage": f"{other}-CA",
        },
        "learningResourceType": _("lesson"),
        "typicalAgeRange": _AGES.get(tier, ""),
        "educationalLevel": _level(tier),
        "timeRequired": f"PT{lesson.minutes}M",
        "teaches": lesson.objective.in_language(language),
        "audience": {"@type": "EducationalAudience", "educationalRole": _ROLES.get(tier, "student")},
        "isAccessibleForFree": True,
        "provider": {"@type": "Organization", "name": settings.OPERATOR_NAME or "Balise"},
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308


def _level(tier: str) -> str:
    """Return the school years of an audience, as Canada names them in the active language."""
    levels = {
        "A": _("Kindergarten to Grade 2"),
        "B": _("Grades 3 to 6"),
        "C": _("Grades 7 and 8"),
        "D": _("Grades 9 to 12"),
        "P": _("Adult learning"),
        "E": _("Professional development"),
        "H": _("Professional development"),
    }
    return levels.get(tier, "")
