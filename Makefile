# What a newcomer needs: `make run` and `make test`. Each does all its own set-up.

PORT := $(or $(PORT),8000)
BALISE_VAR := $(or $(BALISE_VAR),$(CURDIR)/var)
export BALISE_VAR PORT
VENV := .venv
BIN := $(VENV)/bin
# Tools run through this Python, not by their names: those hold the path of the clone, and a clone may be moved.
PY := $(BIN)/python
MANAGE := $(PY) manage.py
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run serve test check tools bench-exit bench-page messages lock clean FORCE

run: export BALISE_ENV ?= development
run: var/.built  ## Serve the finished, seeded site on PORT
	@$(PORT_IS_FREE)
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) seed
	@echo
	@echo "Balise is at http://127.0.0.1:$$PORT/   (editor: /admin/, gallery: /gallery/)"
	@echo "Sign in as editor@example.org; the password is in $$BALISE_VAR/first-password.txt. Letters are in $$BALISE_VAR/mail."
	@trap 'kill $$clock $$site 2>/dev/null; wait' EXIT; trap 'exit 0' INT TERM HUP; \
	$(MANAGE) clock & clock=$$!; ($(SERVE)) & site=$$!; wait $$site

serve: var/.built  ## Only serve, on the data there is
	@$(PORT_IS_FREE)
	@$(SERVE)

# With exec the server itself gets the signal that ends it, not a shell that waits for it. A worker that is told to end
# while it starts does not hear it: without a timeout the server would wait for it for ever.
SERVE = exec env PYTHONPATH=site:. $(PY) -m granian --interface wsgi --host "$${HOST:-127.0.0.1}" --port "$$PORT" \
	--workers $${WORKERS:-2} --workers-kill-timeout 5 --blocking-threads 1 --no-ws --log-level warning \
	balise.wsgi:application

# Granian would share the port with another site without a word, and each would get a part of the requests.
PORT_IS_FREE = $(PY) -c 'import socket, sys; where = socket.getaddrinfo(*sys.argv[1:])[0]; \
	socket.create_server(where[4][:2], family=where[0])' "$${HOST:-127.0.0.1}" "$$PORT" 2>/dev/null \
	|| { echo "Port $$PORT is taken, or not for you to use. Choose another: make $@ PORT=9000" >&2; exit 1; }

test: export BALISE_ENV = development
test: tools check  ## Run every test
	@$(PY) -m pytest -n auto --maxprocesses 4 --dist loadgroup

check: export BALISE_ENV = development
check: var/.built $(VENV)/.dev  ## The fast part: lint, types, contracts, translations, reading levels, migrations
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .
	@PYTHONPATH=site:. $(PY) -m mypy
	@PYTHONPATH=site:. $(PY) $(BIN)/lint-imports --no-logo
	@$(MANAGE) makemigrations --check --dry-run --verbosity 0
	@$(MANAGE) check --fail-level WARNING
	@$(MANAGE) stale_translations
	@$(MANAGE) reading_levels

bench-exit: export BALISE_ENV = development
bench-exit: tools var/.built  ## Measure the safety exit against GOV.UK's, in Chromium and Firefox
	@$(PY) -m tests.bench.exit

bench-page: export BALISE_ENV = development
bench-page: tools var/.built  ## Measure the first view of lesson steps beside GOV.UK Frontend, in Chromium
	@$(PY) -m tests.bench.page

messages: export BALISE_ENV = development
messages: $(VENV)/.dev  ## Collect the texts to translate into locale/
	@$(MANAGE) makemessages -l fr --no-location --no-obsolete --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*'

tools: $(VENV)/.dev  ## What the tests need beyond Python: a Chromium, a Firefox and gettext
	@$(PY) tests/browser/install.py

lock:  ## Lock the dependencies with their hashes
	@uv pip compile -q pyproject.toml --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header -o requirements/base.txt
	@uv pip compile -q pyproject.toml --group dev --universal --python-version 3.12 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header -o requirements/dev.txt

clean:  ## Remove what was made here, the data in var/ too; a BALISE_VAR elsewhere stays
	rm -rf $(VENV) var .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find locale -name '*.mo' -delete

# PYTHON if it is given, else the first that really runs: a pyenv shim can be on the path and fail,
# and a Debian Python can lack what makes a virtual environment.
FITS = import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))
FIND_PYTHON = set -- "$$PYTHON"; test -n "$$PYTHON" || set -- python3.13 python3.14 python3.12 python3 \
	"$$(pyenv root 2>/dev/null)"/versions/3.13.*/bin/python "$$(pyenv root 2>/dev/null)"/versions/3.1[2-9].*/bin/python; \
	for python; do "$$python" -c '$(FITS)' 2>/dev/null && { echo "$$python"; break; }; done

# One that was left half-made, or whose Python is gone, is made anew.
VENV_RUNS := $(shell $(PY) -c 'import pip' 2>/dev/null && echo yes)

$(VENV)/.base: requirements/base.txt $(if $(VENV_RUNS),,FORCE)
	@$(PY) -c 'import pip' 2>/dev/null || { python="$$($(FIND_PYTHON))"; \
	test -n "$$python" || { echo "Balise needs Python 3.12 or newer, with venv and ensurepip." \
		"$${PYTHON:+$$PYTHON is none. }Name one: make PYTHON=/path/to/python" >&2; exit 1; }; \
	"$$python" -m venv --clear $(VENV); }
	@$(PIP_INSTALL) -r requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	@$(PIP_INSTALL) -r requirements/dev.txt
	@touch $@

# Built only when a source changed, folders too, for a file that is gone changes its folder. Nothing is removed from
# var/static: a site that runs while its sources change keeps the files that its pages name.
STATIC_SOURCES := site/balise/settings.py site/balise/styles.py site/balise/scripts.py \
	education/help/finder.py education/help/schema.py \
	$(shell find static 2>/dev/null; find site/styles site/components -type d -o -name '*.css' -o -name '*.js' 2>/dev/null)
TRANSLATIONS := $(wildcard locale/fr/LC_MESSAGES/*.po locale/overrides/fr/LC_MESSAGES/*.po)
var/.built: $(VENV)/.base $(STATIC_SOURCES) $(TRANSLATIONS)
	@BALISE_ENV=development $(MANAGE) build_assets
	@$(PY) -m babel.messages.frontend --quiet compile -D django -d locale
	@$(PY) -m babel.messages.frontend --quiet compile -D django -d locale/overrides
	@BALISE_ENV=development $(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@
