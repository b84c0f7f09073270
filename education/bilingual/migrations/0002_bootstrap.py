"""Give the pages that wagtailcore made a locale and a translation key."""

from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):

    dependencies = [
        ('bilingual', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        BootstrapLocaleField('bilingual.BilingualPage'),
        BootstrapTranslationKeyField('bilingual.BilingualPage'),
        BootstrapTranslatableModel('bilingual.BilingualPage'),
    ]
