#!/bin/sh
# Speed and memory of our reading and of other tools, in an environment of their own.
set -eu
cd "$(dirname "$0")/.."
. scripts/system.sh
. scripts/environment.sh
make_environment .venv-bench requirements/bench.txt
# As in any installation: else each process would compile our modules where Python may not keep bytecode.
.venv-bench/bin/python -m compileall -q src
for bench in benchmarks/[!_]*.py; do
  .venv-bench/bin/python -m "benchmarks.$(basename "$bench" .py)"
done
