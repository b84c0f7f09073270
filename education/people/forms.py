"""The forms in which an administrator creates and changes people."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.models import UserProfile

from education.people.models import User


class _PersonForm(forms.ModelForm):
    """What both forms add: one account per address, and the language of the editor."""

    preferred_language = forms.ChoiceField(
        label=_("Language of the editor"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE
    )
    error_messages = {
        **UserCreationForm.error_messages,
        "duplicate_username": _("Somebody already has an account with this address."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        profile = UserProfile.objects.filter(user=self.instance).first() if self.instance.pk else None
        if profile and profile.preferred_language:
            self.fields["preferred_language"].initial = profile.preferred_language

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def save(self, commit: bool = True) -> User:
        person: User = super().save(commit)
        if commit:
            if "email" in self.changed_data:
                # The account library keeps addresses of its own: the former one must not sign in any more.
                EmailAddress.objects.filter(user=person).delete()
            profile = UserProfile.get_for_user(person)
            profile.preferred_language = self.cleaned_data["preferred_language"]
            profile.save()
        return person


class PersonCreationForm(_PersonForm, UserCreationForm):
    """Create somebody who signs in with an address."""

    class Meta(UserCreationForm.Meta):
        pass


class PersonEditForm(_PersonForm, UserEditForm):
    """Change somebody; an empty password leaves theirs as it is."""

    class Meta(UserEditForm.Meta):
        pass
