import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def give_first_pages_a_french_path(apps, schema_editor):
    page_model = apps.get_model('bilingual', 'BilingualPage')
    for page in page_model.objects.filter(url_path_fr=''):
        page.url_path_fr = page.url_path
        page.save(update_fields=['url_path_fr'])


class Migration(migrations.Migration):

    dependencies = [
        ('bilingual', '0002_bootstrap'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='bilingualpage',
            name='latest_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision'),
        ),
        migrations.AddField(
            model_name='bilingualpage',
            name='live_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision'),
        ),
        migrations.AlterField(
            model_name='bilingualpage',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AlterField(
            model_name='bilingualpage',
            name='translation_key',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AlterUniqueTogether(
            name='bilingualpage',
            unique_together={('translation_key', 'locale')},
        ),
        migrations.AddIndex(
            model_name='bilingualpage',
            index=models.Index(fields=['url_path'], name='bilingual_url_path'),
        ),
        migrations.AddIndex(
            model_name='bilingualpage',
            index=models.Index(fields=['url_path_fr'], name='bilingual_url_path_fr'),
        ),
        migrations.CreateModel(
            name='BilingualApprovalTask',
            fields=[
                ('groupapprovaltask_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.groupapprovaltask')),
            ],
            options={
                'verbose_name': 'Approval in both languages',
                'verbose_name_plural': 'Approvals in both languages',
            },
            bases=('wagtailcore.groupapprovaltask',),
        ),
        migrations.CreateModel(
            name='FormerPath',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français')], max_length=2)),
                ('path', models.CharField(max_length=1000)),
                ('since', models.DateTimeField(auto_now=True)),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_paths', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'former address',
                'verbose_name_plural': 'former addresses',
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=2)),
                ('title', models.CharField(max_length=255)),
                ('summary', models.TextField(blank=True)),
                ('folded_title', models.TextField()),
                ('folded_text', models.TextField()),
                ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='search_entries', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'search entry',
                'verbose_name_plural': 'search entries',
            },
        ),
        migrations.AddConstraint(
            model_name='formerpath',
            constraint=models.UniqueConstraint(fields=('language', 'path'), name='one_page_per_former_path'),
        ),
        migrations.AddConstraint(
            model_name='searchentry',
            constraint=models.UniqueConstraint(fields=('page', 'language'), name='one_search_entry_per_language'),
        ),
        migrations.RunPython(give_first_pages_a_french_path, migrations.RunPython.noop),
    ]
