# Debian packages that a chore cannot do without. Sourced, not run.

# Install packages of the system, or say what to install; installing needs root or sudo.
need_packages() {
  if [ "$(id -u)" = 0 ]; then as_root=
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then as_root=sudo
  else as_root=none; fi
  if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
    echo "Det här behöver installeras först: $* (på Debian: apt-get install $*)." >&2
    return 1
  fi
  echo "Installerar $* ..."
  $as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
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
