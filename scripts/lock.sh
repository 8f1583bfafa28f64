#!/bin/sh
# Write the locked requirements anew from pyproject.toml: versions and hashes, no addresses.
set -eu
cd "$(dirname "$0")/.."
lock() {
  out=$1; shift
  .venv/bin/uv pip compile "$@" --upgrade --generate-hashes --no-header --quiet --output-file "requirements/$out.txt"
}
lock run pyproject.toml --extra postgres
lock dev pyproject.toml --extra postgres --group dev
lock bench pyproject.toml --extra postgres --group bench
lock fuzz pyproject.toml --group fuzz
lock build --group build
