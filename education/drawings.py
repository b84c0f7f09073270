"""The site's own drawings, by name; the files lie in `static/drawings/`."""

from typing import Any

from django.utils.translation import gettext_lazy as _

DRAWING_CHOICES = [
    ("splash", _("Buoy at dawn")),
    ("home", _("Beacon and harbour")),
    ("kids-5-7", _("Young children")),
    ("kids-8-11", _("Children")),
    ("teens-12-13", _("Young teens")),
    ("teens-14-17", _("Teens")),
    ("parents", _("Parents")),
    ("educators", _("Educators")),
    ("health", _("Health professionals")),
    ("support", _("Support")),
    ("tonight", _("Tonight")),
    ("strategy", _("Strategy")),
    ("leaving", _("Leaving")),
    ("module-safe-with-others", _("Safe with others")),
    ("module-talking-together", _("Talking together")),
    ("made-by-ai", _("A changed picture")),
    ("look-twice", _("Look twice")),
    ("group-chat", _("Group chat")),
    ("tell-adult", _("Telling an adult")),
    ("kind-friend", _("A kind friend")),
    ("stop-hand", _("A calm hand")),
    ("talk-car", _("Talking in the car")),
    ("talk-kitchen", _("Talking in the kitchen")),
    ("talk-phone", _("Looking at a phone together")),
    ("swimsuit", _("Swimsuit")),
    ("waving-hand", _("A waving hand")),
    ("bandaged-knee", _("A bandaged knee")),
    ("ear", _("An ear")),
    ("doctor-visit", _("Doctor visit")),
    ("phone-put-away", _("Phone put away")),
    ("ask-first", _("Asking first")),
    ("adult-grandmother", _("Grandmother")),
    ("adult-teacher", _("Teacher")),
    ("adult-nurse", _("School nurse")),
    ("adult-coach", _("Coach")),
    ("adult-elder", _("Elder")),
    ("helpline", _("Helpline")),
    ("child-worried", _("A worried child")),
    ("tablet-face-down", _("Tablet face down")),
    ("hug", _("A hug")),
    ("walk-away", _("Walking away")),
    ("calm-breath", _("A calm breath")),
    ("gift-string", _("A gift with a string")),
    ("star-words", _("Too much praise")),
    ("locked-bubble", _("A locked message")),
    ("rushing-clock", _("A rushing clock")),
    ("move-app", _("Moving to another app")),
    ("phone-camera-ask", _("Asked for a picture")),
    ("signpost", _("Signpost")),
    ("scales", _("Balance scales")),
    ("parent-listens", _("A parent listens")),
    ("module-safe-and-sure", _("Safe and sure")),
    ("module-your-way", _("Your way")),
    ("module-rights", _("Your rights")),
    ("module-spot-tricks", _("Spotting tricks")),
    ("remember", _("Things to remember")),
    ("search-empty", _("Nothing found")),
]
DRAWINGS = frozenset(name for name, _label in DRAWING_CHOICES)


def drawing_choices() -> list[tuple[str, Any]]:
    """Return name and label of each; a callable, so that a new drawing needs no migration."""
    return DRAWING_CHOICES
