#!/usr/bin/env bash
# pin.sh FOLDER: writes base.txt and dev.txt with the hashes of everything pyproject.toml asks for.
# Pins already standing in FOLDER are kept where they still fit.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
pin() {
  .venv/bin/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 "$@"
}
pin pyproject.toml -o "$1/base.txt"
pin --group dev pyproject.toml -o "$1/dev.txt"
