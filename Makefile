# What a newcomer needs: `make run` and `make test`. Each does all its own set-up.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
BALISE_VAR ?= $(CURDIR)/var
export BALISE_VAR PORT
STATIC_SOURCES := $(shell find static site/styles site/components -type f 2>/dev/null)
TRANSLATIONS := $(wildcard locale/fr/LC_MESSAGES/*.po locale/overrides/fr/LC_MESSAGES/*.po)

# The first Python >= 3.12 that really runs: a pyenv shim can be on the path and still fail.
FIND_PYTHON = for python in $(PYTHON) python3.13 python3.14 python3.12 python3 \
	"$$(pyenv root 2>/dev/null)"/versions/3.13.*/bin/python "$$(pyenv root 2>/dev/null)"/versions/3.1[2-9].*/bin/python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && { echo "$$python"; break; }; done

.PHONY: run serve test check tools messages lock clean

run: export BALISE_ENV ?= development
run: var/.built  ## Serve the finished, seeded site on PORT
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) seed
	@echo
	@echo "Balise is at http://127.0.0.1:$(PORT)/   (editor: /admin/, gallery: /gallery/)"
	@echo "Sign in as editor@example.org; the password is in $(BALISE_VAR)/first-password.txt. Letters are in $(BALISE_VAR)/mail."
	@$(MANAGE) clock & clock=$$!; trap 'kill $$clock 2>/dev/null' EXIT INT TERM; \
	$(SERVE)

serve: var/.built  ## Only serve, on the data there is
	@$(SERVE)

SERVE = PYTHONPATH=site:. $(BIN)/granian --interface wsgi --host $${HOST:-127.0.0.1} --port $(PORT) \
	--workers $${WORKERS:-2} --blocking-threads 1 --no-ws --log-level warning balise.wsgi:application

test: export BALISE_ENV = development
test: check tools  ## Run every test
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: export BALISE_ENV = development
check: var/.built $(VENV)/.dev  ## The fast part: lint, types, contracts, translations, migrations
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@PYTHONPATH=site:. $(BIN)/mypy
	@PYTHONPATH=site:. $(BIN)/lint-imports --verbose | tail -n 4
	@$(MANAGE) makemigrations --check --dry-run --verbosity 0
	@$(MANAGE) check --fail-level WARNING
	@$(MANAGE) stale_translations

messages: export BALISE_ENV = development
messages: $(VENV)/.dev  ## Collect the texts to translate into locale/
	@$(MANAGE) makemessages -l fr --no-location --no-obsolete --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*'

tools: $(VENV)/.dev  ## What the tests need beyond Python: a Chromium
	@$(BIN)/python tests/browser/install.py

lock:  ## Lock the dependencies with their hashes
	@uv pip compile -q pyproject.toml --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header -o requirements/base.txt
	@uv pip compile -q pyproject.toml --group dev --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements/dev.txt

clean:  ## Remove what was built; data in var/ goes too
	rm -rf $(VENV) var

$(VENV)/.base: requirements/base.txt
	@python="$$($(FIND_PYTHON))"; test -n "$$python" || { echo "Balise needs Python 3.12 or newer: make PYTHON=/path/to/python"; exit 1; }; \
	test -x $(BIN)/python || "$$python" -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# Static files are built before the server starts and never replaced under it.
var/.built: $(VENV)/.base $(STATIC_SOURCES) $(TRANSLATIONS)
	@mkdir -p var/built
	@BALISE_ENV=development $(MANAGE) build_styles
	@$(BIN)/pybabel --quiet compile -D django -d locale
	@$(BIN)/pybabel --quiet compile -D django -d locale/overrides
	@BALISE_ENV=development $(MANAGE) collectstatic --no-input --clear --verbosity 0
	@touch $@
