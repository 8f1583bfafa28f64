#!/usr/bin/env bash
# Build the wheel and use it from an environment where the checkout cannot be seen.
set -eu
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
checkout=$PWD
.venv/bin/hatchling build -t wheel -d "$place/dist" >/dev/null
python3_of_venv=$(readlink -f .venv/bin/python)
"$python3_of_venv" -m venv --without-pip "$place/venv"
site=$("$place/venv/bin/python" -c 'import site; print(site.getsitepackages()[0])')
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --target "$site" "$place"/dist/*.whl
# What the wheel depends on is taken from the environment that is there; the package itself is not.
"$place/venv/bin/python" - "$checkout" "$site" <<'PY'
import pathlib, sys
checkout, site = map(pathlib.Path, sys.argv[1:])
have = next((checkout / ".venv/lib").glob("python3*/site-packages"))
for entry in have.iterdir():
    if "samsyn" not in entry.name and entry.suffix != ".pth" and not (site / entry.name).exists():
        (site / entry.name).symlink_to(entry)
PY
cat > "$place/samsyn" <<SH
#!/bin/sh
exec "$place/venv/bin/python" -c 'import sys; from samsyn.cli import main; sys.exit(main())' "\$@"
SH
chmod +x "$place/samsyn"
cd "$place"
export SAMSYN_HOME=$place/home
./samsyn --version
./samsyn read "$site/samsyn/example" >/dev/null
./samsyn import "$site/samsyn/example" >/dev/null
"$place/venv/bin/python" - "$site" <<'PY'
import pathlib, sys
import samsyn
site = pathlib.Path(sys.argv[1])
assert pathlib.Path(samsyn.__file__).is_relative_to(site), samsyn.__file__
for part in ("example", "web/templates", "web/static", "py.typed", "minutes/lexicon/sv.toml"):
    assert (site / "samsyn" / part).exists(), f"{part} is missing in the wheel"
PY
