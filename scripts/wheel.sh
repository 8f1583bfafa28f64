#!/usr/bin/env bash
# Build the wheel and use it from an environment where the checkout cannot be seen.
set -eu
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
built=$(.venv/bin/hatchling build -t wheel -d "$place" 2>&1) || { echo "$built"; exit 1; }

"$(readlink -f .venv/bin/python)" -m venv --without-pip "$place/venv"
.venv/bin/python -m pip --python "$place/venv/bin/python" install --quiet --no-deps --no-index "$place"/*.whl
site=$(echo "$place"/venv/lib/python3*/site-packages)
# What Samsyn needs is borrowed; a folder named in a .pth file brings no .pth files of its own,
# and so not the checkout.
echo "$PWD"/.venv/lib/python3*/site-packages > "$site/borrowed.pth"

cd "$place"
export SAMSYN_HOME=$place/home
unset PYTHONPATH
venv/bin/samsyn --version
venv/bin/samsyn read "$site/samsyn/example" >/dev/null
venv/bin/samsyn import "$site/samsyn/example" >/dev/null
venv/bin/python - "$site" <<'PY'
import pathlib, sys
import samsyn
site = pathlib.Path(sys.argv[1])
assert pathlib.Path(samsyn.__file__).is_relative_to(site), samsyn.__file__
for part in ("example", "minutes/lexicon/sv.toml", "py.typed", "web/static", "web/templates"):
    assert (site / "samsyn" / part).exists(), f"{part} is missing in the wheel"
PY
