"""Administrators create and change people, who have no user name."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile

PASSWORD = "a long enough password"
PERSON = {
    "email": "New@Example.org",
    "first_name": "Ana",
    "last_name": "Roy",
    "preferred_language": "fr",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


def test_an_administrator_creates_an_editor_who_works_in_french(editing):
    group = Group.objects.get(name__startswith="Authors")
    response = editing.post("/admin/users/new/", PERSON | {"groups": [group.pk]})
    assert response.status_code == 302
    person = get_user_model().objects.get(email="new@example.org")
    assert person.check_password(PASSWORD)
    assert list(person.groups.all()) == [group]
    assert UserProfile.get_for_user(person).preferred_language == "fr"


def test_the_editor_speaks_the_language_a_person_prefers(editing, client):
    group = Group.objects.get(name__startswith="Authors")
    editing.post("/admin/users/new/", PERSON | {"groups": [group.pk]})
    client.force_login(get_user_model().objects.get(email="new@example.org"))
    assert 'lang="fr"' in client.get("/admin/").content.decode()


@pytest.mark.parametrize("address", ["editor@example.org", "EDITOR@example.org"])
def test_an_address_that_is_taken_is_refused_politely(editing, address):
    response = editing.post("/admin/users/new/", PERSON | {"email": address})
    assert response.status_code == 200
    assert "already has an account with this address" in response.content.decode()
    assert get_user_model().objects.count() == 1


def test_a_weak_password_is_refused(editing):
    response = editing.post("/admin/users/new/", PERSON | {"password1": "short", "password2": "short"})
    assert response.status_code == 200
    assert not get_user_model().objects.filter(email="new@example.org").exists()


def test_after_a_change_of_address_the_former_one_signs_in_no_more(editing, educator, client):
    EmailAddress.objects.create(user=educator, email=educator.email, primary=True, verified=True)
    change = PERSON | {"email": "moved@example.org", "password1": "", "password2": "", "is_active": "on"}
    assert editing.post(f"/admin/users/edit/{educator.pk}/", change).status_code == 302
    client.logout()
    client.post("/en/account/login/", {"login": "teacher@example.org", "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    client.post("/en/account/login/", {"login": "moved@example.org", "password": PASSWORD})
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize("path", ["/admin/users/", "/admin/users/?q=editor", "/admin/users/new/"])
def test_the_pages_about_people_open(editing, path):
    assert editing.get(path).status_code == 200


def test_somebody_who_left_cannot_sign_in(client, educator, sign_in):
    get_user_model().objects.filter(pk=educator.pk).update(is_active=False)
    sign_in(educator.email)
    assert "_auth_user_id" not in client.session
