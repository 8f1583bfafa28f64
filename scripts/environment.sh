# An environment beside .venv for one chore. Sourced, not run.

# make_environment FOLDER LIST...: install what the lists pin and the package itself, once for each change of them.
make_environment() {
  environment=$1; shift
  wanted=$(cat "$@" requirements/build.txt pyproject.toml | sha256sum | cut -c1-64)
  [ "$(cat "$environment/stamp" 2>/dev/null)" = "$wanted" ] && return
  need_python
  "$PYTHON" -m venv --clear "$environment"
  pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 $environment/bin/python -m pip install --quiet --retries 10 --timeout 60"
  for list in requirements/build.txt "$@"; do patiently 3 $pip --no-deps --require-hashes -r "$list"; done
  $pip --no-deps --no-build-isolation --editable .
  echo "$wanted" > "$environment/stamp"
}
