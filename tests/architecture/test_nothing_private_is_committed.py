"""No registry's host, no path of one machine, no secret stands in a committed file."""

import json
import re

from architecture.repository import ROOT, committed_files, text_of

# Put together here, so that this file does not hold what it looks for.
HOSTS = ["py" + r"pi\.org", "python" + "hosted", r"registry\.npm" + "js", "npm" + r"js\.(com|org)"]
HOMES = ["wo" + "rk", "ro" + "ot", "ho" + r"me/\w+", "Us" + r"ers/\w+"]
REGISTRY = re.compile("|".join(HOSTS))
MACHINE = re.compile(rf"(?<![\w.$}}])/({'|'.join(HOMES)})/")
KEY = re.compile("-----BEGIN [A-Z ]*PRIVATE " + "KEY-----")


def offenders(pattern: re.Pattern[str]) -> list[str]:
    return [f"{path}: {found.group()}" for path in committed_files() if (found := pattern.search(text_of(path)))]


def test_the_patterns_find_what_they_look_for() -> None:
    assert REGISTRY.search("https://registry.npm" + "js.org/preact")
    assert MACHINE.search("see /wo" + "rk/main/README.md")
    assert MACHINE.search("#!/ho" + "me/ana/bin/python")
    assert not MACHINE.search("mobile/wo" + "rk/main")
    assert KEY.search("-----BEGIN RSA PRIVATE " + "KEY-----")


def test_no_registry_is_named() -> None:
    assert offenders(REGISTRY) == []


def test_no_machine_is_named() -> None:
    assert offenders(MACHINE) == []


def test_no_key_is_committed() -> None:
    assert offenders(KEY) == []
    assert not [path for path in committed_files() if path.name == ".env"]


def test_the_npm_lock_names_no_address() -> None:
    packages = json.loads((ROOT / "mobile" / "package-lock.json").read_text())["packages"]
    assert len(packages) > 100
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
