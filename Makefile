# The one entry to the project: `make help` lists what it can do.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: help setup dev demo test check bench model lock clean

help: ## List the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

$(VENV)/pyvenv.cfg:
	@scripts/make-venv.sh "$(PYTHON)" "$(VENV)"

$(VENV)/core.stamp: requirements-core.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing what Tawthiq needs into $(VENV) …"
	@$(PIP) install --require-hashes --no-deps -r requirements-core.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements.lock $(VENV)/core.stamp
	@echo "Installing the tools of developers into $(VENV) …"
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@touch $@

setup: $(VENV)/core.stamp ## Install Tawthiq into .venv
	@echo "Ready: $(BIN)/tawthiq --help"

dev: $(VENV)/dev.stamp ## Install Tawthiq and the tools of developers into .venv

demo: $(VENV)/core.stamp ## Read the reports that ship with Tawthiq: tables, and pages to open in a browser
	@$(BIN)/tawthiq demo

test: dev check ## Run every check and every test; PostgreSQL and pdftotext are installed where that may be done
	@code=0; scripts/find-postgres.sh || code=$$?; \
	if [ $$code -eq 3 ]; then export TAWTHIQ_NO_POSTGRES=1; elif [ $$code -ne 0 ]; then exit $$code; fi; \
	code=0; scripts/find-poppler.sh || code=$$?; \
	if [ $$code -eq 3 ]; then export TAWTHIQ_NO_POPPLER=1; elif [ $$code -ne 0 ]; then exit $$code; fi; \
	$(BIN)/pytest -n 2

check: dev ## Check style, types, the order of the rooms, and the size of files and functions
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python scripts/check_shape.py

bench: dev ## Measure speed: words read a second, claims stored a second
	@for file in benchmarks/[a-z]*.py; do $(BIN)/python "$$file"; done

model: dev ## Train the sequence model anew on our own sentences; NEWS=FILE adds the training part of ANERcorp (as shipped)
	@$(BIN)/python scripts/train_ner.py $(if $(NEWS),--news "$(NEWS)") $(if $(NEWS_TEST),--measure test --news-test "$(NEWS_TEST)")

lock: dev ## Pin all dependencies anew, with hashes and no addresses
	@$(PIP) install uv
	@$(BIN)/$(COMPILE) --output-file requirements-core.lock
	@$(BIN)/$(COMPILE) --extra postgres --extra accurate --extra figures --extra pdf --extra actors --extra dev --output-file requirements.lock
	@! grep -n '://' requirements-core.lock requirements.lock

clean: ## Remove .venv, caches and the pages of the demo
	@rm -rf $(VENV) build dist tawthiq-demo .pgtest .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
