# The verbs of this repository. `make setup` needs Python 3.11, pip, make and git.
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3.11
UV := .boot/bin/uv
RUN := .venv/bin
COMPILE := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate

# Checks read the settings; nothing they touch may land in a real data directory.
CHECK := SHOWCLEAR_DATA=.cache/check SHOWCLEAR_HTTPS=1 \
	DJANGO_SETTINGS_MODULE=showclear.web.settings
TESTED := $(RUN)/python -m pytest

.PHONY: help setup browser demo serve check test long bench bench-long prove fix lock clean

help:
	@echo "make setup | demo | serve | check | test | long | bench | bench-long | prove"
	@echo "     fix (format) | lock (compile the requirements again) | clean"

.boot/bin/uv:
	$(PYTHON) -m venv .boot
	.boot/bin/pip install -q --disable-pip-version-check uv==0.13.9

.venv/ok: requirements/dev.txt pyproject.toml .boot/bin/uv
	$(UV) venv -q --allow-existing -p $(PYTHON) .venv
	$(UV) pip sync -q -p .venv --require-hashes requirements/dev.txt
	$(UV) pip install -q -p .venv --no-deps --no-build-isolation -e .
	touch $@

setup: .venv/ok

# Only the tests in a browser need Chromium, and a font as wide as those of phones.
# Debian's are taken: no browser is downloaded.
browser:
	@command -v chromium >/dev/null && fc-list | grep -q Liberation && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get -q update && \
	  DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
	    chromium fontconfig fonts-liberation; \
	else \
	  echo "The tests in a browser need Chromium: install chromium and fonts-liberation."; \
	fi

# For example: make demo PORT=8001
PORT ?= 8000
demo: setup
	$(RUN)/showclear demo --port $(PORT)

serve: setup
	$(RUN)/showclear serve --port $(PORT)

check: setup
	@mkdir -p .cache/check
	$(RUN)/ruff format --check
	$(RUN)/ruff check
	$(CHECK) $(RUN)/mypy
	$(RUN)/lint-imports --cache-dir .cache/imports
	@if find src -name '*.html' | grep -q .; then $(RUN)/djlint src --lint --quiet; fi
	$(CHECK) $(RUN)/python -m django check --deploy --fail-level WARNING
	$(CHECK) $(RUN)/python -m django makemigrations --check --dry-run

test: setup browser
	$(TESTED) -m "not long"

long: setup browser
	$(TESTED) -m long

# One JSON object a line: name, ours, baseline, ratio, goal, holds.
bench: setup
	@for b in bench/bench_*.py; do $(RUN)/python $$b || exit 1; done

bench-long: setup
	@for b in bench/bench_*.py; do $(RUN)/python $$b --long || exit 1; done

# For example: make prove PROVE="--profile blank --faults 5 --json"
PROVE ?=
prove: setup
	$(RUN)/showclear prove $(PROVE)

fix: setup
	$(RUN)/ruff check --fix
	$(RUN)/ruff format

lock: .boot/bin/uv
	$(COMPILE) pyproject.toml -o requirements/base.txt
	$(COMPILE) pyproject.toml requirements/dev.in -c requirements/base.txt -o requirements/dev.txt

clean:
	rm -rf .venv .boot .cache .mypy_cache .pytest_cache .ruff_cache
