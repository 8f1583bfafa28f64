#!/bin/sh
# Speed and memory of our reading and of other tools, in an environment of their own.
set -eu
cd "$(dirname "$0")/.."
. scripts/system.sh
lists="requirements/bench.txt requirements/build.txt"
wanted=$(cat $lists pyproject.toml | sha256sum | cut -c1-64)
if [ "$(cat .venv-bench/bench.stamp 2>/dev/null)" != "$wanted" ]; then
  need_python
  "$PYTHON" -m venv --clear .venv-bench
  pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv-bench/bin/python -m pip install --quiet"
  for list in $lists; do $pip --no-deps --require-hashes -r "$list"; done
  $pip --no-deps --no-build-isolation --editable .
  echo "$wanted" > .venv-bench/bench.stamp
fi
for bench in benchmarks/[!_]*.py; do
  .venv-bench/bin/python "$bench"
done
