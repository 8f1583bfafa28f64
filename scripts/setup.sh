#!/bin/sh
# Make or renew the environment .venv: `run` for using Samsyn, `dev` for working on it.
# What was installed is remembered by the hash of its lists, so that a second run costs nothing.
set -eu
cd "$(dirname "$0")/.."
. scripts/system.sh
kind=${1:-run}

stamp_of() {
  cat "requirements/$1.txt" requirements/build.txt pyproject.toml | sha256sum | cut -c1-64
}

is_ready() {
  [ -x .venv/bin/samsyn ] && [ "$(cat ".venv/$1.stamp" 2>/dev/null)" = "$(stamp_of "$1") $(pwd -P)" ]
}

is_ready "$kind" && exit 0
[ "$kind" = run ] && is_ready dev && exit 0

# An environment that was moved or copied with its checkout still points to where it was made.
if ! .venv/bin/pip --version 2>/dev/null | grep -qF "$(pwd -P)/"; then
  need_python
  echo "Skapar miljön i .venv ..."
  "$PYTHON" -m venv --clear .venv
fi
echo "Hämtar det som Samsyn behöver (requirements/$kind.txt) ..."
pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --quiet --retries 10 --timeout 60"
patiently 3 $pip --no-deps --require-hashes -r requirements/build.txt
patiently 3 $pip --no-deps --require-hashes -r "requirements/$kind.txt"
$pip --no-deps --no-build-isolation --editable .
# pip leaves what is installed in place as it is: where Python may not keep bytecode, each start would compile it.
.venv/bin/python -m compileall -q src
echo "$(stamp_of "$kind") $(pwd -P)" > ".venv/$kind.stamp"
