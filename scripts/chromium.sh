#!/usr/bin/env bash
# chromium.sh: prints the path of a Chromium for the browser tests; gets one where there is none.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

on_path() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
of_playwright() {
  (cd mobile && node -e 'const path = require("@playwright/test").chromium.executablePath();
    if (!require("fs").existsSync(path)) process.exit(1); console.log(path)')
}
from_apt() { [[ $(id -u) == 0 ]] && bash scripts/apt.sh chromium >&2 && on_path; }
from_playwright() { (cd mobile && npx playwright install chromium >&2) && of_playwright; }

on_path || of_playwright || from_apt || from_playwright ||
  die "the browser tests need Chromium: 'sudo apt install chromium'."
