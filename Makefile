# Two commands are enough: `make serve` and `make test`. Both make the same environment first.
PYTHON ?= python3
DOCUMENTS ?= documents/pdf
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: serve test test-long check format eval bench clean help

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /  /' | sort

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(READY)

serve: $(READY) ## ingest DOCUMENTS if they changed, then serve the page and the API on PORT
	$(BIN)/kildesvar ingest '$(DOCUMENTS)'
	$(BIN)/kildesvar serve --documents '$(DOCUMENTS)' --port $(PORT)

check: $(READY) ## types and style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check ## everything that must pass
	$(BIN)/pytest -m 'not long' -n 2 --dist loadscope

test-long: $(READY) ## the slow proofs as well
	$(BIN)/pytest

eval: $(READY) ## known answers over the sample documents
	$(BIN)/kildesvar eval

format: $(READY) ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove the environment and the index
	rm -rf $(VENV) .kildesvar
