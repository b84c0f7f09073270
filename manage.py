#!/usr/bin/env python
"""Run a Django command with the project's folders on the path."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# `site/` can never be a package: the standard library owns the name.
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "balise.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
