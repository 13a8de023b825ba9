#!/usr/bin/env bash
# install.sh base|dev: Python packages into .venv and npm packages into mobile/, both pinned by hash.
# Finds nothing to do in a moment when the pins have not changed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
wanted=${1:-base}

make_venv() {
  "$python" -m venv --clear .venv && return
  [[ $(id -u) == 0 ]] && bash scripts/apt.sh python3-venv && "$python" -m venv --clear .venv && return
  die "Python's venv module is needed: 'sudo apt install python3-venv'."
}

install_packages() {
  .venv/bin/python -m pip install --quiet --require-hashes -r "requirements/$wanted.txt"
}

# The package is used from its folder: a path file and a command, so that nothing unpinned is fetched to build it.
link_package() {
  local site
  site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  printf '%s\n' "$ROOT/backend" >"$site/chumil.pth"
  printf '#!%s\nfrom chumil.cli import main\nraise SystemExit(main())\n' "$ROOT/.venv/bin/python" >.venv/bin/chumil
  chmod +x .venv/bin/chumil
}

# Not `npm ci`: it refuses a lock that lacks the optional binaries of platforms nobody here could look up.
# What the lock names is installed at exactly its version and hash either way, and --no-save leaves the lock alone.
install_node_modules() { npm install --prefix mobile --no-save --no-audit --no-fund; }

need_git
python=$(find_python)
need_node
version=$("$python" --version)
# A moved clone needs a new environment too: the paths inside it are absolute.
if [[ ! -x .venv/bin/python || ! -f .venv/made-by || $(<.venv/made-by) != "$version $ROOT" ]]; then
  step "Python environment" make_venv
  printf '%s' "$version $ROOT" >.venv/made-by
fi
# The development pins contain the base ones, so they serve both.
if [[ $wanted == base && -f .venv/stamp-dev ]]; then wanted=dev; fi
once ".venv/stamp-$wanted" "$(fingerprint "requirements/$wanted.txt")" "Python packages" install_packages
[[ -x .venv/bin/chumil && -f .venv/linked ]] || { link_package && touch .venv/linked; }
once mobile/node_modules/.stamp "$(node --version) $(fingerprint mobile/package-lock.json)" \
  "npm packages" install_node_modules
