"""People to sign in, and the codes of their second factor."""

import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import get_user_model

PASSWORD = "a long enough password"


@pytest.fixture
def educator(db):
    """Somebody with an account who is no editor."""
    return get_user_model().objects.create_user("Teacher@Example.org", PASSWORD, first_name="Tea")


@pytest.fixture
def sign_in(client):
    """Post the sign-in form."""

    def post(email, password=PASSWORD, language="en", **extra):
        return client.post(f"/{language}/account/login/", {"login": email, "password": password}, **extra)

    return post


@pytest.fixture
def protected(editor):
    """The editor with a second factor; returns a function that gives a valid code."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(editor, secret)

    def code():
        return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))

    return code
