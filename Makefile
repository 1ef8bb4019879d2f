# Everything a newcomer or the CI needs: `make demo` and `make test` work in a fresh clone with Python >= 3.11 and make.

VENV ?= .venv
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contracts tests evals weights lock clean

help:  ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or newer; none was found" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python requirements/core.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements/core.lock
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements/dev.lock
	$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

demo: $(VENV)/.core  ## run the main job on the bundled sample
	$(BIN)/onrecord demo

test: lint types contracts tests evals  ## everything that must hold

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

tests: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadfile

evals: $(VENV)/.dev  ## the quality floors, where the corpora are at hand (../shared)
	$(BIN)/python -m evals.gate

$(VENV)/.training: $(VENV)/.core pyproject.toml
	$(PIP) install --editable '.[training]'
	@touch $@

weights: $(VENV)/.training  ## make the encoder's weights from the corpora (../shared): hours, and it resumes
	$(BIN)/python -m training.base
	$(BIN)/python -m training.prepare
	$(BIN)/python -m training.train attributions
	$(BIN)/python -m training.train mentions
	$(BIN)/python -m training.train teacher --seed 1 --name teacher-1
	$(BIN)/python -m training.train teacher --seed 2 --name teacher-2
	$(BIN)/python -m training.teach teacher-1 teacher-2
	$(BIN)/python -m training.train student
	$(BIN)/python -m training.train joint
	$(BIN)/python -m training.train rounded
	$(BIN)/python -m training.export
	$(BIN)/python -m training.tune
	$(BIN)/python -m training.evaluate
	$(BIN)/python -m training.ship

lock: $(VENV)/.dev  ## renew the locked dependencies
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements/core.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group dev pyproject.toml -c requirements/core.lock -o requirements/dev.lock

clean:  ## remove what make made
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
