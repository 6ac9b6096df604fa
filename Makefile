# `make demo` shows it; `make test` checks everything. Both make the environment they need in .venv first.

UV_VERSION := 0.13.9
BIN := .venv/bin
# Nothing but .venv is installed into, whatever environment is active, and Python itself is never downloaded.
UV := UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1 $(BIN)/uv --quiet
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
unexport VIRTUAL_ENV
# What is compiled is kept: the tests start Python some hundred times, and each would compile all of it again.
unexport PYTHONDONTWRITEBYTECODE

# Three of the people who may sign in to the demo agency.
DIRECTOR := marta.lindqvist@harbourlane.example
MANAGER := ana.kovac@harbourlane.example
COORDINATOR := petra.zagar@harbourlane.example

.PHONY: demo test environment chromium office

demo: environment
	$(BIN)/reckon demo demo
	$(BIN)/reckon ask "What is our projected revenue for next quarter?" -w demo --as $(DIRECTOR)
	$(BIN)/reckon ask "an absence report for the last six months" -w demo --as $(COORDINATOR)
	$(BIN)/reckon ask "utilization by team last quarter" -w demo --as $(COORDINATOR)
	$(BIN)/reckon ask "are we burning through the budget too quickly?" -w demo --as $(MANAGER)
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/reckon chat -w demo; \
	else echo "Ask more in the browser, on this machine: $(BIN)/reckon chat -w demo"; fi

test: environment chromium office
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadgroup

environment:
	@test -n "$(PYTHON)" || { echo "There is no Python 3.11 or newer on the path. Install one, or name it:" \
		"make PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(BIN)/uv || { "$(PYTHON)" -m venv .venv && $(BIN)/python -m pip install --quiet uv==$(UV_VERSION); }
	@$(UV) sync --frozen

# What the tests need besides Python: a program, the package it comes in, and what it is for.
define with_apt
	@command -v $(1) >/dev/null || { \
		if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then asroot=env; \
		elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then asroot="sudo -n"; \
		else echo "The tests of $(3) need '$(1)', and it is not on the path." \
			"Install $(2) and run make test again." >&2; exit 1; fi; \
		echo "Installing $(2) for the tests of $(3)."; \
		$$asroot apt-get update -qq && \
		$$asroot apt-get install -y -qq --no-install-recommends $(2); }
endef

chromium:
	$(call with_apt,chromium,chromium,the pages)

office:
	$(call with_apt,soffice,libreoffice-writer-nogui libreoffice-impress-nogui,Word and PowerPoint files)
