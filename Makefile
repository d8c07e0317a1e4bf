# Builds, tests or shows the site, after installing what that needs into .venv. See `make help`.

VENV := .venv
RUN := $(VENV)/bin/python

export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: build test lint test-engine test-browser check serve lock clean help

build: $(VENV)/.build ## build the site into site/
	@$(RUN) build.py build

test: lint test-engine test-browser ## check style and types, and run every test

lint: $(VENV)/.test ## check style and types
	@$(RUN) -m ruff check --quiet
	@$(RUN) -m ruff format --check --quiet || { echo 'The files above are not formatted: run $(RUN) -m ruff format' >&2; exit 1; }
	@$(RUN) -m mypy

test-engine: $(VENV)/.test ## run the tests that need no browser
	@$(RUN) -m pytest -m "not browser"

test-browser: $(VENV)/.test ## run the tests in a browser, and install one if there is none
	@$(RUN) tests/browser/chromium.py
	@$(RUN) -m pytest -m browser

check: $(VENV)/.build ## report every fault in the content and write nothing
	@$(RUN) build.py check

serve: $(VENV)/.build ## show the site with its drafts while you write (PORT=8001 sets the port)
	@$(RUN) build.py serve $(if $(PORT),--port $(PORT))

lock: $(VENV)/.made ## pin the newest packages that pyproject.toml allows
	@$(RUN) -m pip install -qq uv
	@$(LOCK) -o requirements.txt
	@$(LOCK) --extra test -c requirements.txt -o requirements-test.txt

clean: ## delete the built site, the environment and all caches
	@[ ! -e site/.built ] || find site -mindepth 1 ! -name .gitignore ! -name .nojekyll ! -name CNAME -delete
	@find chronology tests -name __pycache__ -prune -exec rm -rf {} +
	@rm -rf $(VENV) .hypothesis .mypy_cache .pytest_cache .ruff_cache

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

LOCK = $(RUN) -m uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock'

# The environment is made by the Python asked for (make PYTHON=python3.12), then filled from a lock.

PYTHON ?= python3
identity = $(shell $(1) -c 'import sys; print(sys.hexversion, sys.base_prefix)' 2>/dev/null)
made := $(call identity,$(RUN))
asked := $(if $(filter file,$(origin PYTHON)),$(made),$(call identity,$(PYTHON)))
ifneq ($(made),$(or $(asked),none))
.PHONY: $(VENV)/.made
endif

needs = $(if $(shell { $(1); } >/dev/null 2>&1 && echo here),,$(error $(2)))
has_venv = $(PYTHON) -c 'import venv; import ensurepip'

$(VENV)/.made:
	$(call needs,command -v $(PYTHON),$(PYTHON) is not on this machine: install Python 3.11 or newer)
	$(call needs,$(PYTHON) -c 'import sys; sys.exit(sys.hexversion < 0x030b0000)',$(PYTHON) is older than 3.11: name a newer one as in "make PYTHON=python3.12")
	$(call needs,$(has_venv) || { apt-get update && apt-get install -y python3-venv && $(has_venv); },$(PYTHON) has no venv and ensurepip: install them (Debian and Ubuntu: the package python3-venv))
	@echo 'Setting up $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.build: requirements.txt $(VENV)/.made
	@$(RUN) -m pip install -qq --require-hashes -r $<
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.made
	@$(RUN) -m pip install -qq --require-hashes -r $<
	@touch $@
