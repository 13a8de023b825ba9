#!/usr/bin/env bash
# apt.sh PACKAGE...: installs Debian packages when run as root; waits for another apt that holds the lock.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
[[ $(id -u) == 0 ]] || die "only root can install packages: 'sudo apt install $*'."
command -v apt-get >/dev/null || die "no apt-get here: install $* with this system's own package manager."
export DEBIAN_FRONTEND=noninteractive
for attempt in 1 2 3 4 5 6; do
  if apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"; then exit 0; fi
  sleep $((attempt * 5))
done
die "apt-get could not install $*."
