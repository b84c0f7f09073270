"""The second factor: no way into the editor passes it by."""

import re

import pytest
from django.urls import reverse

PASSWORD = "a long enough password"


def signed_in(client):
    return "_auth_user_id" in client.session


def test_the_password_alone_does_not_sign_in(client, sign_in, protected, editor):
    response = sign_in(editor.email)
    assert response["Location"].startswith("/en/account/2fa/authenticate/")
    assert not signed_in(client)
    assert client.get("/admin/").status_code == 302


def test_password_and_code_sign_in(client, sign_in, protected, editor):
    sign_in(editor.email, language="fr")
    response = client.post("/fr/account/2fa/authenticate/", {"code": protected()})
    assert response["Location"] == "/admin/"
    assert signed_in(client)


def test_a_recovery_code_signs_in_once(client, sign_in, protected, editor):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    code = RecoveryCodes.activate(editor).generate_codes()[0]
    sign_in(editor.email)
    client.post("/en/account/2fa/authenticate/", {"code": code})
    assert signed_in(client)
    client.logout()
    sign_in(editor.email)
    client.post("/en/account/2fa/authenticate/", {"code": code})
    assert not signed_in(client)


def test_guessing_codes_is_answered_429(client, sign_in, protected, editor):
    sign_in(editor.email)
    statuses = [
        client.post("/en/account/2fa/authenticate/", {"code": f"00000{n}"}).status_code for n in range(8)
    ]
    assert statuses[-1] == 429


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/login", "//admin/login/", "/admin/"])
def test_wagtails_sign_in_signs_nobody_in(client, protected, editor, path):
    fields = {"username": editor.email, "email": editor.email, "password": PASSWORD, "next": "/admin/"}
    response = client.post(path, fields)
    assert response.status_code in (301, 302, 404)
    assert not signed_in(client)


@pytest.mark.parametrize("path", ["/admin/password_reset/", "/admin/password_reset/done/"])
def test_wagtails_password_reset_is_closed(client, db, path):
    assert client.get(path).status_code == 404
    assert client.post(path, {"email": "editor@example.org"}).status_code in (404, 405)


def test_wagtails_reset_link_is_closed_even_with_a_valid_token(client, editor):
    from django.contrib.auth.tokens import default_token_generator
    from django.utils.encoding import force_bytes
    from django.utils.http import urlsafe_base64_encode

    uid, token = urlsafe_base64_encode(force_bytes(editor.pk)), default_token_generator.make_token(editor)
    path = reverse("wagtailadmin_password_reset_confirm", args=[uid, token])
    assert client.get(path).status_code == 404


def test_turning_it_on_asks_for_the_password_again(client, editor):
    client.force_login(editor)
    response = client.get("/en/account/2fa/totp/activate/")
    assert response["Location"].startswith("/en/account/reauthenticate/")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_picture_to_scan_stands_in_the_page_itself(client, editor, language):
    client.force_login(editor)
    client.post(f"/{language}/account/reauthenticate/", {"password": PASSWORD})
    page = client.get(f"/{language}/account/2fa/totp/activate/").content.decode()
    assert re.search(r'role="img"[^>]*>\s*<svg', page)
    assert "data:image" not in page


def test_the_editors_account_page_changes_neither_password_nor_address(client, editor):
    client.force_login(editor)
    page = client.get("/admin/account/").content.decode()
    for name in ("password-old_password", "name_email-email", "avatar-avatar"):
        assert f'name="{name}"' not in page
    assert reverse("mfa_index") in page


def test_a_request_for_a_new_password_does_not_block_the_second_factor(client, sign_in, editor):
    client.post("/en/account/password/reset/", {"email": editor.email})
    sign_in(editor.email)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    assert client.get("/en/account/2fa/totp/activate/").status_code == 200


def test_an_address_without_an_account_gets_no_letter(client, db, mailoutbox):
    response = client.post("/fr/account/password/reset/", {"email": "nobody@example.org"})
    assert response.status_code == 302
    assert mailoutbox == []
