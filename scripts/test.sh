#!/usr/bin/env bash
# All checks and tests. Every step runs even where an earlier one failed; pytest's summary comes last.
set -u
cd "$(dirname "$0")/.."
. scripts/system.sh
scripts/setup.sh dev || exit 1
command -v chromium >/dev/null || need_packages chromium || exit 1
command -v soffice >/dev/null || need_packages libreoffice-writer-nogui || exit 1
reads_scans || need_packages tesseract-ocr tesseract-ocr-swe || exit 1
command -v pg_virtualenv >/dev/null || need_packages postgresql postgresql-common || exit 1

# The settings of whoever runs the tests are not the tests' own.
for name in "${!SAMSYN_@}"; do
  case $name in SAMSYN_NOTES | SAMSYN_SHOTS) ;; *) unset "$name" ;; esac
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export SAMSYN_HOME=$home
bin=$PWD/.venv/bin
failed=()
# What never meets a database says the same on both.
without_database=(browser example minutes project reading specimens)

step() {
  local name=$1 began=$SECONDS
  shift
  echo "== $name"
  "$@" || failed+=("$name")
  echo "   $((SECONDS - began)) s"
}

on_postgres() {
  # In a folder and on a port of its own: neither a run that was killed nor one beside this stands in its way.
  pg_virtualenv -t -c "--port $(shuf -i 20000-30000 -n 1) --locale=C.UTF-8 -e UTF8" -o fsync=off -o synchronous_commit=off -o full_page_writes=off \
    bash -c 'export SAMSYN_DATABASE_URL="postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres"; exec "$@"' \
    on-postgres "$bin/pytest" -q -n 2 -m "not browser" tests "${without_database[@]/#/--ignore=tests/}"
}

step "ruff check" "$bin/ruff" check .
step "ruff format" "$bin/ruff" format --check .
step "mypy" "$bin/mypy"
step "import contract" "$bin/lint-imports"
step "migrations" "$bin/python" -m django makemigrations --check --dry-run --settings samsyn.conf.settings
step "wheel" scripts/wheel.sh
step "pytest on PostgreSQL" on_postgres
[ ${#failed[@]} = 0 ] || printf 'FAILED: %s\n' "${failed[@]}"
echo "== pytest on SQLite, with browser"
"$bin/pytest" -q -n 2 || failed+=("pytest on SQLite")
exit $((${#failed[@]} > 0))
