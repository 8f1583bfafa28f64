#!/bin/sh
# Read what is new in a folder of notes and start the server.
# The example lives in a register of its own, so that it never mixes with real notes.
set -eu
cd "$(dirname "$0")/.."
example=src/samsyn/example
own=${SAMSYN_HOME:-var}

if [ -n "${NOTES:-}" ]; then
  mkdir -p "$own"
  (cd "$NOTES" && pwd) > "$own/notes-folder"
fi
if [ "${1:-}" = example ] || ! [ -f "$own/notes-folder" ]; then
  folder=$example
  [ -n "${SAMSYN_HOME:-}" ] || own=var/example
else
  folder=$(cat "$own/notes-folder")
fi
export SAMSYN_HOME="$own"

# A file that cannot be read has been named by then; the rest is worth showing.
.venv/bin/samsyn import "$folder" || echo "Allt gick inte att läsa in, se ovan."
exec .venv/bin/samsyn serve
