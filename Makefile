# Two commands are enough: `make serve` and `make test`. Both make the same environment first.
PYTHON ?= python3
SAMPLE := .kildesvar/documents
DOCUMENTS ?= $(SAMPLE)
PORT ?= 8000
SIZES ?= 1000 10000
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := .tools

.PHONY: serve test test-long check format eval bench lock licences sbom audit clean help

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /  /' | sort

# First every package whose hash is locked, then what is left: torch, and the project itself, which has no hash.
$(READY): pyproject.toml constraints.txt requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(READY)

# The sample documents are served from a copy: what is uploaded and removed on the page leaves the project as it is.
$(SAMPLE):
	mkdir -p $(SAMPLE)
	cp documents/pdf/*.pdf $(SAMPLE)

# Status 1 of an ingestion says that a file could not be read, and that the rest was.
serve: $(READY) $(filter $(SAMPLE),$(DOCUMENTS)) ## ingest DOCUMENTS if they changed, then serve the page and the API on PORT
	$(BIN)/kildesvar ingest '$(DOCUMENTS)' || [ $$? -eq 1 ]
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

bench: $(READY) ## how fast and how large, over made collections of SIZES passages, beside what others offer
	$(BIN)/python -m eval.bench $(SIZES)

format: $(READY) ## put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(TOOLS)/.ready:
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9 pip-audit==2.10.1 cyclonedx-bom==7.5.0
	touch $@

lock: $(TOOLS)/.ready ## requirements.lock from constraints.txt: the hashes of every package
	grep -v '^torch==' constraints.txt | $(TOOLS)/bin/uv pip compile --quiet --generate-hashes --no-deps --universal \
		--python-version 3.11 --no-header --no-annotate --no-emit-index-url --no-emit-find-links - -o requirements.lock

licences: $(READY) ## the licence of every installed package; fails when one may not be used
	$(BIN)/python -m eval.supply.licences

sbom: $(READY) $(TOOLS)/.ready ## what the product is made of, as CycloneDX (dist/sbom.cdx.json)
	mkdir -p dist
	$(TOOLS)/bin/cyclonedx-py environment $(VENV) --pyproject pyproject.toml --output-reproducible -o dist/sbom.cdx.json

audit: $(TOOLS)/.ready ## known weaknesses of the pinned packages; fails where the package index cannot be asked
	$(TOOLS)/bin/pip-audit --strict -r constraints.txt --no-deps --disable-pip

clean: ## remove the environment and the index; documents and feedback stay
	rm -rf $(VENV) $(TOOLS) .kildesvar/index
