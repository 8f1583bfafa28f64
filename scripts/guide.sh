#!/bin/sh
# Take the pictures of the user guide anew, from the pages as they are.
set -eu
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
SAMSYN_HOME=$home .venv/bin/pytest -q -n 2 tests/browser/take_pictures.py
