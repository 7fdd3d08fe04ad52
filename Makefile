# Every job of this repository by one word; `make help` lists them.
# Needs Python 3.11 or newer with pip and venv, and make; everything else is installed into $(VENV).

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

DEMO_DRAFT  := seeds/002_be902485d7d1b865.txt
DEMO_CORPUS := $(filter-out $(DEMO_DRAFT),$(sort $(wildcard seeds/*.txt)))
DEMO_BASE   := build/demo.learned.jsonl
EXTRAS := archives,completion,dask,server
LOWEST := build/lowest

SEEDS       ?= seeds
SPEED       ?=
COUNT       ?= 50
DRAFTS      ?= 100000
OWN         ?= 40000
SEED        ?= 1
JOBS        ?= 2
AGAIN       ?=
UNICODE     ?= /usr/share/unicode

.DEFAULT_GOAL := help
.PHONY: help demo test test-lowest test-hostile fuzz check format seeds bench bench-speed bench-lsp ablate-memory cold-start test-editors test-vscode test-html test-outputs test-unicode clean

help:  ## list these targets
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

demo: $(VENV)/.base  ## learn from four seeds and check the fifth
	@mkdir -p build
	$(BIN)/canonym learn --output $(DEMO_BASE) $(DEMO_CORPUS)
	@# Exit code 1 says that something was found, as it should be here.
	$(BIN)/canonym check --isolated --termbase $(DEMO_BASE) $(DEMO_DRAFT) || [ $$? -eq 1 ]

test: $(VENV)/.test  ## run all tests (but those in real editors)
	$(BIN)/python -m pytest -n 2 --dist loadfile $(PYTEST)

test-hostile: $(VENV)/.test  ## kill, race and mislead the program, COUNT times: make test-hostile COUNT=1000
	HOSTILE_COUNT=$(COUNT) $(BIN)/python -m pytest tests/hostile $(PYTEST)

fuzz: $(VENV)/.test  ## hold laws against drafts and own files of chance: make fuzz DRAFTS=4000 OWN=1400 SEED=2
	$(BIN)/python tests/fuzz/run.py \
	  $(if $(AGAIN),--again $(AGAIN),--drafts $(DRAFTS) --own $(OWN) --seed $(SEED) --jobs $(JOBS))

test-lowest: $(LOWEST)/.test  ## run them with the lowest version of each dependency, on Python 3.11
	$(subst $(VENV),$(LOWEST),$(BIN))/python -m pytest -n 2 --dist loadfile $(PYTEST)

check: $(VENV)/.test $(VENV)/.check  ## lint, formatting, types, the floors, and values by name
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/lint/values_by_name.py

format: $(VENV)/.check  ## format the code and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

seeds: $(VENV)/.base  ## judge a directory of articles, each against the others: make seeds SEEDS=DIR
	$(BIN)/python tests/seeds/run.py $(SEEDS)

bench: $(VENV)/.test  ## precision, recall and cost of matching
	$(BIN)/python tests/benchmarks/names/run.py
	$(BIN)/python tests/benchmarks/bench.py

bench-speed: $(VENV)/.test  ## speed beside other checkers (installs them): make bench-speed SPEED=--skip-slow
	$(BIN)/python tests/benchmarks/speed.py $(SPEED)

bench-lsp: $(VENV)/.test  ## latency of the language server, by a real client
	$(BIN)/python tests/benchmarks/lsp_latency.py

ablate-memory: $(VENV)/.test  ## CPU of a keystroke and of a check without each memory (takes half an hour)
	$(BIN)/python tests/benchmarks/ablate_memory.py

cold-start: $(VENV)/.base  ## a check of one small file beside the start of Python alone
	$(BIN)/python tests/benchmarks/cold_start.py

test-editors: $(VENV)/.test  ## drive the server from real editors (installs them)
	PATH="$(abspath $(BIN)):$$PATH" bash tests/editors/run.sh

test-vscode: $(VENV)/.test  ## drive the extension in a real VS Code (installs it)
	PATH="$(abspath $(BIN)):$$PATH" bash vscode-extension/test/run.sh

test-html: $(VENV)/.test  ## open the HTML report in headless Chromium, with axe-core (needs node and Chromium)
	PYTHON="$(abspath $(BIN))/python" sh tests/lint/html/run.sh

test-outputs: $(VENV)/.test  ## have SARIF, JUnit, Checkstyle and rdjson judged by others' tools (needs node)
	PYTHON="$(abspath $(BIN))/python" sh tests/lint/validators/run.sh

test-unicode: $(VENV)/.test  ## hold our words and sentences against Unicode's tests of boundaries: make test-unicode UNICODE=DIR
	$(BIN)/python tests/lint/unicode/word_breaks.py $(UNICODE)
	$(BIN)/python tests/lint/unicode/sentence_breaks.py $(UNICODE)

clean:  ## remove everything that was made here
	rm -rf $(VENV) build dist .canonym .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The environment. Groups of dependencies are read by pip from 25.1 on; the pip of a new venv may be older.

$(VENV)/.venv:
	@[ -x $(BIN)/python ] || { echo "setting up $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.base: pyproject.toml | $(VENV)/.venv
	@echo "installing canonym into $(VENV)"
	@$(PIP) install --editable .
	@$(BIN)/python -m compileall -q server/canonym
	@touch $@

$(VENV)/.test: pyproject.toml | $(VENV)/.venv
	@echo "installing canonym and what its tests need into $(VENV)"
	@$(PIP) install --editable '.[$(EXTRAS)]' --group test
	@$(BIN)/python -m compileall -q server/canonym
	@touch $@ $(VENV)/.base

$(VENV)/.check: pyproject.toml | $(VENV)/.venv
	@echo "installing the linters into $(VENV)"
	@$(PIP) install --group check
	@touch $@

# A floor without a wheel for the lowest Python is refused: it would have to be compiled by each of its users.
$(LOWEST)/.test: pyproject.toml | $(VENV)/.venv
	@echo "installing the lowest versions that canonym and its tests allow into $(LOWEST)"
	@$(PIP) install --group lowest
	@$(BIN)/uv venv --quiet --clear --seed --python 3.11 $(LOWEST)
	@$(BIN)/uv pip install --quiet --python $(LOWEST) --resolution lowest-direct --no-build \
	  --requirements pyproject.toml --all-extras --group test
	@$(BIN)/uv pip install --quiet --python $(LOWEST) --no-deps --editable .
	@touch $@
