# One word for each chore. `make run` and `make test` install what they need.
#
#   make run                  start Samsyn with the example, or with the register that is there
#   make run NOTES=a/folder   read a folder of meeting notes into the register, then start
#   make example              start with the example, in a register of its own
#   make test                 all checks and tests, on SQLite and PostgreSQL
#   make bench                speed and memory, side by side with other tools
#   make guide                take the pictures of the user guide anew
#   make fuzz SECONDS=60      every reader put to made-up bytes, each for so long (TARGETS="docx odt")

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
export PYTHON
export NOTES
export SECONDS
export TARGETS

.DEFAULT_GOAL := help
.PHONY: help setup dev run example test bench guide fuzz lint format lock clean

help:
	@sed -n 's/^#   //p' Makefile

setup:
	@scripts/setup.sh run

dev:
	@scripts/setup.sh dev

run: setup
	@scripts/run.sh

example: setup
	@scripts/run.sh example

test:
	@scripts/test.sh

bench:
	@scripts/bench.sh

guide: dev
	@scripts/guide.sh

fuzz:
	@scripts/fuzz.sh

lint: dev
	@scripts/lint.sh

format: dev
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

lock: dev
	@scripts/lock.sh

# The register under var/ is nobody's to clean away.
clean:
	rm -rf build dist .venv .venv-bench .venv-fuzz .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
