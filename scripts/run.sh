#!/bin/sh
# Read what is new in a folder of notes and start the server.
# The example lives in a register of its own, so that it never mixes with real notes. Each register
# remembers the folder that it was filled from.
set -eu
cd "$(dirname "$0")/.."
. scripts/system.sh
reads_scans || try_packages tesseract-ocr tesseract-ocr-swe
example=src/samsyn/example
remembered=notes-folder

if [ -n "${NOTES:-}" ] && ! [ -e "$NOTES" ]; then
  echo "Det finns ingen mapp eller fil som heter $NOTES: kontrollera vad som står efter NOTES=." >&2
  exit 1
fi

if [ -z "${SAMSYN_HOME:-}" ]; then
  SAMSYN_HOME=var/example
  if [ "${1:-}" != example ]; then
    for sign in "${NOTES:-}" var/$remembered var/samsyn.sqlite3; do
      if [ -n "$sign" ] && [ -e "$sign" ]; then SAMSYN_HOME=var; fi
    done
  fi
  export SAMSYN_HOME
fi

if [ "${1:-}" = example ]; then folder=$example
elif [ -n "${NOTES:-}" ]; then folder=$(realpath -m "$NOTES")
elif [ -f "$SAMSYN_HOME/$remembered" ]; then folder=$(cat "$SAMSYN_HOME/$remembered")
elif [ -e "$SAMSYN_HOME/samsyn.sqlite3" ] || [ -n "${SAMSYN_DATABASE_URL:-}" ]; then folder=
else folder=$example; fi

if [ "$folder" = "$example" ] || [ "$folder" -ef "$example" ]; then
  exec .venv/bin/samsyn example --home "$SAMSYN_HOME"
fi
if [ -n "$folder" ]; then
  # A file that cannot be read is named as it is met; the rest is worth showing.
  .venv/bin/samsyn import "$folder" || echo "Allt lästes inte in, se ovan."
  if [ -d "$folder" ]; then echo "$folder" > "$SAMSYN_HOME/$remembered"; fi
fi
exec .venv/bin/samsyn serve
