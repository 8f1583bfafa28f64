#!/bin/sh
# Every reader put to made-up bytes for SECONDS each (30 without), in an environment of their own.
# What breaks a promise is kept in var/fuzz; so is what was learned of the inputs, for the next time.
set -eu
cd "$(dirname "$0")/.."
. scripts/system.sh
. scripts/environment.sh
make_environment .venv-fuzz requirements/fuzz.txt
python=.venv-fuzz/bin/python
signs='^stat::(number_of_executed|slowest|peak)|unit written|=== Uncaught|Broken|Error|ALARM|out-of-memory'
mkdir -p var/fuzz
broken=
for target in ${TARGETS:-$($python -m fuzz)}; do
  echo "== $target"
  log=var/fuzz/$target.log
  $python -m fuzz "$target" "${SECONDS:-30}" >"$log" 2>&1 || broken="$broken $target"
  grep -E "$signs" "$log" || tail -n 3 "$log"
done
[ -z "$broken" ] && exit
echo "BROKEN:$broken. The inputs lie in var/fuzz; $python -m fuzz TARGET FILE puts one to its reader."
exit 1
