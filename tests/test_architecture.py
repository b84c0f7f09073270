"""Imports and foreign keys run one way, and no module outgrows its subject."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(settings.ROOT)
LAYERS = ["people", "bilingual", "education", "lessons", "balise"]
SOURCES = [
    path
    for folder in ("site/balise", "education", "lessons")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
SOURCES = [path for path in SOURCES if "migrations" not in path.parts]
KINDS = {"utils", "helpers", "common", "core", "services", "managers", "misc"}


def test_foreign_keys_never_point_upward():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in LAYERS
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is not None
        if field.related_model._meta.app_label in LAYERS
        if LAYERS.index(field.related_model._meta.app_label) > LAYERS.index(model._meta.app_label)
    ]
    assert upward == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert source.count("\n") <= 300
    assert ast.get_docstring(tree) or not source.strip()
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno - node.lineno > 40
    ]
    assert long == []


def test_modules_are_topics_not_kinds():
    assert [path for path in SOURCES if path.stem in KINDS] == []


def test_our_code_never_uses_wagtails_own_page():
    named = [
        f"{path.name}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "wagtail.models"
        if any(alias.name == "Page" for alias in node.names)
    ]
    assert named == []


def test_site_is_a_folder_never_a_package():
    assert not (ROOT / "site" / "__init__.py").exists()
