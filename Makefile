# Talqy: `make` alone shows this help.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site test build check lint format docs bench screens clean browser office

help: ## Show what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.ready ## Install, check, build the demonstration, and serve it on 127.0.0.1:8000
	$(BIN)/talqy serve --address 127.0.0.1:8000

test: $(VENV)/.ready-dev browser office ## Install the test tools as well, then run the whole suite
	$(BIN)/pytest -n 2 --dist loadgroup

build: $(VENV)/.ready ## Build the demonstration into site/
	$(BIN)/talqy build

check: $(VENV)/.ready ## Check all standards and comments
	$(BIN)/talqy check

lint: $(VENV)/.ready-dev ## Look at the code: ruff, mypy, the floors
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready-dev ## Bring the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(VENV)/.ready ## Write docs/formats, docs/rules.md and site_templates/README.md anew from the code
	$(BIN)/talqy export formats docs
	$(BIN)/talqy export templates site_templates

bench: $(VENV)/.ready-dev ## Measure stamping against plain MkDocs, redlines against difflib, and 10,000 comments
	$(BIN)/python tests/bench/stamping.py
	$(BIN)/python tests/bench/redlines.py
	$(BIN)/python tests/bench/imports.py
	$(BIN)/python tests/bench/gates.py
	$(BIN)/python tests/bench/answers.py
	$(BIN)/python tests/bench/records.py
	$(BIN)/python tests/bench/reports.py

screens: $(VENV)/.ready-dev browser ## Save pictures of every kind of page into .screens/
	TALQY_SCREENS=.screens $(BIN)/pytest -q -m "" tests/browser/test_axe.py

clean: ## Delete what was made: the site, the environment, the caches
	rm -rf $(VENV) site dist .screens .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Talqy needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.ready: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[office]"
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# The tests need Chromium, LibreOffice and pdftotext. Where Debian's packages may be installed, they
# are; where not, the tests themselves fail and say so: they are never skipped.
APT = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

browser:
	@command -v chromium >/dev/null || { $(APT) chromium fonts-noto-core >/dev/null; } || true

office:
	@{ command -v soffice && command -v pdftotext; } >/dev/null || \
	  { $(APT) libreoffice-writer libreoffice-calc poppler-utils >/dev/null; } || true
