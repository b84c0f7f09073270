"""What `manage.py check --deploy` asks before the site meets the public."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register
from django.db import Error as DatabaseError
from django.utils import timezone

from education.verification import doubts


@register(Tags.compatibility, deploy=True)
def facts_are_verified(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn of every helpline, and every fact of a province, that nobody has verified in the last 90 days."""
    return [
        Warning(f"Verify {doubt}.", hint=f"Then set verified_on in {doubt.file}.", id="balise.W001")
        for doubt in doubts(timezone.localdate())
    ]


@register(Tags.security, deploy=True)
def settings_are_safe(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Refuse settings that would show a traceback, lend a session or answer to any name."""
    names = settings.ALLOWED_HOSTS
    insecure = not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE)
    found = {
        ("DEBUG is on: an error would show settings to the public.", "balise.E001"): settings.DEBUG,
        ("Cookies are not Secure: set BALISE_ENV=production.", "balise.E002"): insecure,
        ("ALLOWED_HOSTS is empty: the site would answer nobody.", "balise.E003"): not names,
        ("ALLOWED_HOSTS contains *: name the hosts instead.", "balise.E004"): "*" in names,
        ("PUBLIC_URL does not begin with https:.", "balise.E005"): urlsplit(settings.PUBLIC_URL).scheme
        != "https",
    }
    return [Error(message, id=code) for (message, code), wrong in found.items() if wrong]


@register(Tags.security, deploy=True)
def editors_have_a_second_factor(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Count the administrators whom a stolen password alone would let in."""
    from allauth.mfa.models import Authenticator
    from django.contrib.auth import get_user_model

    protected = Authenticator.objects.filter(type=Authenticator.Type.TOTP).values("user")
    try:
        bare = (
            get_user_model()
            .objects.filter(is_superuser=True, is_active=True)
            .exclude(pk__in=protected)
            .count()
        )
    except DatabaseError:
        message = "The database does not answer: nobody can say who has a second factor."
        return [Info(message, id="balise.I001")]
    hint = "Each turns it on at /en/account/2fa/ or /fr/account/2fa/."
    return (
        [Warning(f"Administrators without a second factor: {bare}.", hint=hint, id="balise.W002")]
        if bare
        else []
    )
