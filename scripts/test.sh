#!/usr/bin/env bash
# All checks and tests. Every step runs even where an earlier one failed; pytest's summary comes last.
set -u
cd "$(dirname "$0")/.."
. scripts/system.sh
export LC_ALL=C.UTF-8

step() {
  local name=$1 began=$SECONDS
  shift
  echo "== $name"
  "$@" || failed+=("$name")
  echo "   $((SECONDS - began)) s"
}

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui)
reads_scans || missing+=(tesseract-ocr tesseract-ocr-swe)
command -v pg_virtualenv >/dev/null || missing+=(postgresql postgresql-common)
[ -e /usr/share/zoneinfo/Europe/Stockholm ] || missing+=(tzdata)

failed=()
step "packages" need_packages "${missing[@]}"
step "environment" scripts/setup.sh dev
[ ${#failed[@]} = 0 ] || exit 1

# The settings of whoever runs the tests are not the tests' own.
for name in "${!SAMSYN_@}"; do
  case $name in SAMSYN_NOTES | SAMSYN_SHOTS) ;; *) unset "$name" ;; esac
done
# Bytecode is kept, whatever the machine's habit: five workers would compile all tests again.
unset PYTHONDONTWRITEBYTECODE
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export SAMSYN_HOME=$home SAMSYN_CHROMIUM
SAMSYN_CHROMIUM=$(command -v chromium)
# Programs that are started keep their own things at home.
[ -w "${HOME:-/nonexistent}" ] || export HOME=$home
bin=$PWD/.venv/bin
# Each worker takes of another's work when its own is done; three, for who looks at a browser mostly waits.
tests=(timeout --foreground --kill-after=30 2700 "$bin/pytest" -q --dist worksteal)
# What never meets a database of the register says the same on both.
without_database=(browser example minutes project reading specimens wording)

on_postgres() {
  # In a folder and on a port of its own: neither a run that was killed nor one beside this stands in its way.
  # The folder must be one that the server's own user reaches.
  local folder=${TMPDIR:-/tmp}
  [ "$(id -u)" != 0 ] || folder=/tmp
  TMPDIR=$folder pg_virtualenv -t -c "--port $(shuf -i 20000-30000 -n 1) --locale=C.UTF-8 -e UTF8" -o fsync=off -o synchronous_commit=off -o full_page_writes=off \
    bash -c 'export SAMSYN_DATABASE_URL="postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres"; exec "$@"' \
    on-postgres "${tests[@]}" -n 2 -m "database and not browser and not once" tests "${without_database[@]/#/--ignore=tests/}"
}

# It uses one processor; the checks beside it use the other.
"$bin/mypy" >"$home/mypy" 2>&1 &
mypy=$!
types() {
  wait "$mypy"
  local said=$?
  cat "$home/mypy"
  return "$said"
}

step "ruff check" "$bin/ruff" check .
step "ruff format" "$bin/ruff" format --check .
step "import contract" "$bin/lint-imports"
step "migrations" "$bin/python" -m django makemigrations --check --dry-run --settings samsyn.conf.settings
step "wheel" scripts/wheel.sh
step "mypy, begun with the checks" types
step "pytest on PostgreSQL" on_postgres
[ ${#failed[@]} = 0 ] || printf 'FAILED: %s\n' "${failed[@]}"
echo "== pytest on SQLite, with browser (after $SECONDS s)"
"${tests[@]}" -n 3 || failed+=("pytest on SQLite")
exit $((${#failed[@]} > 0))
