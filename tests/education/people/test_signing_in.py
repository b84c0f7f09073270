"""Signing in: by address whatever its case, slowed down for guessers, closed to newcomers."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import IntegrityError, transaction

PASSWORD = "a long enough password"


def signed_in(client):
    return "_auth_user_id" in client.session


def test_an_editor_signs_in_and_reaches_the_editor(client, sign_in, editor):
    response = sign_in("editor@example.org")
    assert response.status_code == 302
    assert response["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_case_of_an_address_does_not_matter(client, sign_in, educator):
    sign_in("tEACHER@example.ORG")
    assert signed_in(client)


def test_an_educator_is_sent_to_their_account_not_to_the_editor(sign_in, educator):
    assert sign_in(educator.email, language="fr")["Location"] == "/fr/account/2fa/"


def test_the_editor_without_sign_in_leads_to_the_sign_in_page_and_back(client, editor):
    response = client.get("/admin/pages/", follow=True)
    path, query = response.request["PATH_INFO"], response.request["QUERY_STRING"]
    assert (path, query) == ("/en/account/login/", "next=%2Fadmin%2Fpages%2F")
    response = client.post(
        f"{path}?{query}", {"login": editor.email, "password": PASSWORD, "next": "/admin/pages/"}
    )
    assert response["Location"] == "/admin/pages/"


def test_somebody_who_is_no_editor_is_told_so_and_not_sent_in_circles(client, educator):
    client.force_login(educator)
    response = client.get("/admin/", follow=True)
    assert response.status_code == 403
    assert len(response.redirect_chain) == 1


def test_the_sign_in_never_leads_to_another_site(client, sign_in, editor):
    assert "evil" not in client.get("/admin/login/?next=https://evil.example/")["Location"]
    response = client.post(
        "/en/account/login/?next=https://evil.example/",
        {"login": editor.email, "password": PASSWORD, "next": "https://evil.example/"},
    )
    assert response["Location"] == "/admin/"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_eleventh_failure_from_one_address_is_answered_429(db, sign_in, language):
    for number in range(10):
        assert sign_in(f"nobody{number}@example.org", "wrong", language).status_code == 200
    response = sign_in("nobody-else@example.org", "wrong", language)
    assert response.status_code == 429
    assert f'lang="{language}-CA"' in response.content.decode()


def test_the_sixth_failure_for_one_account_is_answered_429_wherever_it_comes_from(client, sign_in, educator):
    for number in range(5):
        response = sign_in("teacher@example.org", "wrong", REMOTE_ADDR=f"192.0.2.{number}")
        assert response.status_code == 200
    response = sign_in("TEACHER@example.org", REMOTE_ADDR="192.0.2.99")
    assert response.status_code == 429
    assert "too many tries" in response.content.decode()
    assert not signed_in(client)


def test_a_made_up_forwarding_header_does_not_help_a_guesser(db, sign_in):
    for number in range(10):
        sign_in(f"nobody{number}@example.org", "wrong", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert sign_in("more@example.org", "wrong", HTTP_X_FORWARDED_FOR="203.0.113.5").status_code == 429


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nobody_can_sign_up(client, db, language):
    fields = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    client.get(f"/{language}/account/signup/")
    client.post(f"/{language}/account/signup/", fields)
    assert not get_user_model().objects.exists()


def test_two_accounts_cannot_share_an_address_that_differs_in_case(educator):
    with pytest.raises(IntegrityError), transaction.atomic():
        get_user_model().objects.create_user("TEACHER@EXAMPLE.ORG", PASSWORD)
    with pytest.raises(IntegrityError), transaction.atomic():
        get_user_model().objects.bulk_create([get_user_model()(email="Teacher@example.org")])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_forgotten_password_is_renewed_by_a_letter_signed_with_the_sites_name(client, educator, language):
    client.post(f"/{language}/account/password/reset/", {"email": "Teacher@example.org"})
    letter = mail.outbox[0]
    assert letter.to == ["teacher@example.org"]
    assert letter.subject.startswith("Balise – ")
    assert f"/{language}/account/password/reset/key/" in letter.body


def test_an_address_is_not_changed_by_whoever_finds_a_screen_open(client, educator):
    client.force_login(educator)
    response = client.post("/en/account/email/", {"email": "thief@example.org", "action_add": ""})
    assert response.status_code == 404
