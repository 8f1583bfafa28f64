# Debian packages that a chore cannot do without. Sourced, not run.

# What apt-get is to put up with: a mirror that is slow or away for a while, and another that installs meanwhile.
PATIENT="-o Acquire::Retries=5 -o Acquire::http::Timeout=60 -o Acquire::https::Timeout=60 -o DPkg::Lock::Timeout=300"

# patiently TIMES COMMAND...: until it goes well, so many times at most, with a pause that grows.
patiently() {
  left=$1 pause=5; shift
  until "$@"; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then return 1; fi
    echo "Gick inte; nytt försök om $pause s ..." >&2
    sleep "$pause"
    pause=$((pause * 4))
  done
}

# Install packages of the system, or say what to install; installing needs root or sudo.
need_packages() {
  [ $# -gt 0 ] || return 0
  if [ "$(id -u)" = 0 ]; then as_root=
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as_root=sudo
  else as_root=none; fi
  if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    echo "Det här behöver installeras först: $* (på Debian: apt-get install $*)." >&2
    return 1
  fi
  echo "Installerar $* ..."
  if ! patiently 3 install_packages "$@"; then
    echo "Det gick inte att installera $*; se ovan vad apt-get säger." >&2
    return 1
  fi
}

# One source that is away need not stand in the way: what is known of the packages may do.
install_packages() {
  $as_root apt-get $PATIENT update -qq || echo "apt-get update gick inte i allt; försöker ändå." >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get $PATIENT install -y -qq --no-install-recommends "$@" >/dev/null
}

# Tesseract with Swedish: scanned pages are read with it, and everything else works without it.
reads_scans() {
  command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -qx swe
}

# Install packages where that needs nobody's leave and no waiting; go on whatever comes of it.
try_packages() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && command -v timeout >/dev/null; then
    echo "Installerar $* ..."
    timeout 300 sh -c 'apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null' try "$@" ||
      echo "Det gick inte att installera $*; Samsyn startar ändå, men läser inte skannade sidor."
  fi
}

# The Python that the environment is made with: 3.11 or later, able to make environments.
need_python() {
  if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Samsyn behöver Python 3.11 eller senare; ange den med PYTHON=, till exempel make run PYTHON=python3.12." >&2
    return 1
  fi
  "$PYTHON" -c 'import venv, ensurepip' 2>/dev/null || need_packages python3-venv
}
