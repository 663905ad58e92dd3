# Everything runs in a virtual environment of the project's own, pinned by uv.lock.
# `make console` and `make test` set it up first; a machine needs Python 3.11+ and make.

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
UV := .venv/.uv-$(UV_VERSION)
CONSOLE := .venv/.console
READY := .venv/.ready
DOCS := .venv/.docs
SYNC = UV_PYTHON_DOWNLOADS=never $(BIN)/uv sync --quiet --frozen --inexact --compile-bytecode --python $(BIN)/python

.PHONY: help setup console test docs soak lint format clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: $(READY)  ## the whole environment, with .venv/bin/iqtibas

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "iqtibas needs Python 3.11 or newer; say which: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@touch $@

# What the console needs is little beside what the tests need, and what is there is left there.
$(CONSOLE): pyproject.toml uv.lock | $(UV)
	@$(SYNC) --no-dev --extra console --extra files
	@touch $@

$(READY): pyproject.toml uv.lock | $(UV)
	@$(SYNC) --all-extras --no-extra dense
	@touch $(CONSOLE) $@

# Beside all of the above, since the reference is made from the commands and docstrings themselves.
$(DOCS): $(READY)
	@$(SYNC) --only-group docs
	@touch $@

console: $(CONSOLE)  ## ask the five documents in seeds/
	@$(BIN)/iqtibas console

test: $(READY)  ## the whole suite
	@$(BIN)/python -m pytest --numprocesses 3 --dist worksteal

docs: $(DOCS)  ## the docs site, in site/
	@$(BIN)/python -m doctest tools/site/docstrings.py
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

DATA ?= ../shared/data

soak: $(READY)  ## what an index, its reading and the bot promise, at length: hours; DATA=folder of arcd and xquad_ar
	$(BIN)/python -m tests.index.kills 100
	$(BIN)/python -m tests.index.reading 500
	$(BIN)/python -m tests.index.disk_faults
	$(BIN)/python -m tests.index.parity $(DATA)
	$(BIN)/python -m tests.index.flips
	$(BIN)/python -m tests.reading.mutations 5000
	$(BIN)/python -m tests.bot.telegram.hostile 5000
	$(BIN)/python -m tests.bot.telegram.kills 100
	$(BIN)/python -m tests.bot.telegram.kills 100 --webhook
	$(BIN)/python -m tests.bot.telegram.kills 100 --workers
	$(BIN)/python -m tests.bot.telegram.fuzz 10000
	$(BIN)/python -m tests.bot.http.contract 2000
	$(BIN)/python -m benchmarks.long_questions
	$(BIN)/python -m benchmarks.telegram --rate 150
	$(BIN)/python -m benchmarks.telegram --flood 1000
	$(BIN)/python -m benchmarks.telegram --questions 100000 --growth 5

lint: $(READY)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)  ## put the code in the project's format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## remove the environment and caches
	rm -rf .venv site .pytest_cache .mypy_cache .ruff_cache .hypothesis
