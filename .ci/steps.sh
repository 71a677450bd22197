# Shared by .ci/run and .ci/long: steps that are told one by one, Debian's packages, and the last line.
failed=()
step() {
  local name=$1 began=$SECONDS
  shift
  echo "--- $name"
  if "$@"; then
    echo "    $name: fine ($((SECONDS - began)) s)"
  else
    echo "    $name: FAILED ($((SECONDS - began)) s)"
    failed+=("$name")
  fi
}

stop_if_failed() {
  [ ${#failed[@]} -gt 0 ] || return 0
  echo "failed: ${failed[*]}"
  echo '0 passed, 1 failed'
  exit 1
}

# install_packages package:path ... installs each of Debian's packages whose path is not there, as root.
install_packages() {
  local one wanted=()
  for one in "$@"; do [ -e "${one#*:}" ] || wanted+=("${one%%:*}"); done
  [ ${#wanted[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 0
  export DEBIAN_FRONTEND=noninteractive
  timeout 300 sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends ${wanted[*]}" \
    >/dev/null 2>&1 </dev/null || echo "    some of these could not be installed: ${wanted[*]}"
}

# finish summary.json ... tells what failed and the sum of the runs, and ends.
finish() {
  [ ${#failed[@]} -eq 0 ] || echo "failed: ${failed[*]}"
  node .ci/count.mjs "$@"
  [ ${#failed[@]} -eq 0 ]
  exit $?
}
