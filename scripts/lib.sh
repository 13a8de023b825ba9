# Shared by the scripts beside it: source it, never run it. Leaves you at the top of the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
PYTHON_HERE=.venv/bin/python
STAMPS=var/stamps
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*"; }

die() {
  printf 'chumil: %s\n' "$*" >&2
  exit 1
}

# step TITLE COMMAND...: one line with the seconds it took; what the command printed only when it fails.
step() {
  local title=$1 started=$SECONDS log
  shift
  log=$(mktemp)
  printf '  %-34s' "$title"
  if ("$@") </dev/null >"$log" 2>&1; then
    printf '%4d s\n' $((SECONDS - started))
    rm -f "$log"
  else
    printf 'failed\n'
    cat "$log" >&2
    rm -f "$log"
    die "stopped at: $title"
  fi
}

# once STAMP FINGERPRINT TITLE COMMAND...: a step that is skipped when it already succeeded on the same input.
once() {
  local stamp=$1 input=$2 title=$3
  shift 2
  if [[ -f $stamp && $(<"$stamp") == "$input" ]]; then
    printf '  %-34s   ok\n' "$title"
    return
  fi
  rm -f "$stamp"
  step "$@"
  mkdir -p "$(dirname "$stamp")"
  printf '%s' "$input" >"$stamp"
}

# fingerprint PATH...: one hash of the names and contents of all files below the paths that git does not ignore.
fingerprint() {
  { git ls-files -z --cached --others --exclude-standard -- "$@" | sort -zu | xargs -0 sha256sum 2>&1 || true; } |
    sha256sum | cut -d' ' -f1
}

# find_python: prints a Python of 3.11 or newer, or says how to get one.
find_python() {
  local candidate
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s' "$candidate"
      return
    fi
  done
  die "Python 3.11 or newer is needed: 'sudo apt install python3 python3-venv' (Debian 12, Ubuntu 24.04 or later)."
}

need_node() {
  local how="see https://nodejs.org/en/download, or 'sudo apt install nodejs npm' on Debian 13 or later."
  command -v node >/dev/null || die "Node.js 20.19 or newer is needed: $how"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
           process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)' ||
    die "Node.js 20.19 or newer is needed, $(node --version) was found: $how"
  command -v npm >/dev/null || die "npm, which comes with Node.js, is needed: $how"
}

need_git() {
  command -v git >/dev/null || die "git is needed: 'sudo apt install git'."
}
