#!/usr/bin/env bash
# postgres.sh start|stop|url|crash|drop: a private PostgreSQL in var/postgres, reachable only through its own socket.
# `start` gets PostgreSQL by apt when root and none is there, and is safe to repeat. `crash` stops it as a power
# cut would, and `drop` removes it with its data: both are for trials.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
home=${CHUMIL_POSTGRES:-$ROOT/var/postgres}
port=${CHUMIL_POSTGRES_PORT:-55432}
# A socket's path may have about 100 characters, so it does not stand in a clone that may be deep down.
sockets=/tmp/chumil-postgres-$(printf '%s' "$home" | sha256sum | cut -c1-12)

newest_bin() {
  { ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null || true; command -v initdb || true; } |
    sort -V | while read -r initdb; do dirname "$(readlink -f "$initdb")"; done | tail -n 1
}

find_bin() {
  bin=$(newest_bin)
  if [[ -z $bin && $(id -u) == 0 ]]; then
    bash scripts/apt.sh postgresql >&2
    bin=$(newest_bin)
  fi
  [[ -n $bin ]] || die "the tests need PostgreSQL 15 or newer: 'sudo apt install postgresql'."
  local version
  version=$("$bin/postgres" --version | grep -oE '[0-9]+' | head -n 1)
  ((version >= 15)) || die "the tests need PostgreSQL 15 or newer, $version was found: 'sudo apt install postgresql'."
}

# PostgreSQL refuses to run as root: there, the account that its package made runs it.
as_owner() {
  if [[ $(id -u) == 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

running() { as_owner "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1; }

start() {
  if [[ $(id -u) == 0 ]]; then
    # Folders of this clone may be closed to that account, so root's cluster lies beside its socket.
    install -d -o postgres -g postgres -m 700 "$sockets"
  else
    install -d -m 700 "$home" "$sockets"
  fi
  as_owner test -f "$data/PG_VERSION" ||
    as_owner "$bin/initdb" -D "$data" -U chumil -A trust --locale=C.UTF-8 -E UTF8 >/dev/null
  running || as_owner "$bin/pg_ctl" -D "$data" -w -s -l "$data/server.log" \
    -o "-p $port -k $sockets -c listen_addresses='' -c max_connections=200" start
}

find_bin
if [[ $(id -u) == 0 ]]; then data=$sockets/data; else data=$home/data; fi
case ${1:-} in
  start) start ;;
  stop) ! running || as_owner "$bin/pg_ctl" -D "$data" -w -s -m fast stop ;;
  url) printf 'postgresql://chumil@/postgres?host=%s&port=%s\n' "$sockets" "$port" ;;
  crash) ! running || as_owner "$bin/pg_ctl" -D "$data" -w -s -m immediate stop ;;
  drop)
    ! running || as_owner "$bin/pg_ctl" -D "$data" -w -s -m immediate stop
    rm -rf "$data" "$sockets"
    ;;
  *) die "usage: postgres.sh start|stop|url|crash|drop" ;;
esac
