"""The requirement files hold exactly what pyproject.toml asks for, each with hashes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from architecture.repository import ROOT

PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def pins(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    return {canonicalize_name(package): version for package, version in PIN.findall(text)}


def asked(name: str) -> list[Requirement]:
    groups = PROJECT["project"]["dependencies"] + (PROJECT["dependency-groups"]["dev"] if name == "dev" else [])
    return [Requirement(line) for line in groups]


@pytest.mark.parametrize("name", ["base", "dev"])
def test_every_dependency_is_pinned_within_its_range(name: str) -> None:
    pinned = pins(name)
    for requirement in asked(name):
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement}: {version}"


@pytest.mark.parametrize("name", ["base", "dev"])
def test_nothing_is_pinned_that_nobody_asks_for(name: str) -> None:
    """uv notes below each pin who wants it; what nobody wants any more would be left over."""
    text = Path(ROOT / "requirements" / f"{name}.txt").read_text()
    direct = {canonicalize_name(requirement.name) for requirement in asked(name)}
    noted = {
        canonicalize_name(package)
        for package, notes in re.findall(r"^([\w.-]+)==(.*?)(?=^[\w.-]+==|\Z)", text, re.MULTILINE | re.DOTALL)
        if "chumil" in notes
    }
    assert noted == direct


@pytest.mark.parametrize("name", ["base", "dev"])
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) > 20
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_development_pins_contain_the_base_ones() -> None:
    dev = pins("dev")
    assert {package: dev.get(package) for package in pins("base")} == pins("base")
