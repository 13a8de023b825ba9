"""The committed description of the API is what the code does (security.md: 50)."""

from pathlib import Path

import pytest
import yaml
from django.core.management import call_command

COMMITTED = Path(__file__).resolve().parents[2] / "backend" / "openapi.yaml"


@pytest.fixture(scope="module")
def committed():
    return COMMITTED.read_text(encoding="utf-8")


def test_the_committed_file_is_what_the_code_says(committed, tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "now.yaml"))
    now = (tmp_path / "now.yaml").read_text(encoding="utf-8")
    assert now == committed, "run `make schema` and commit backend/openapi.yaml"


def test_it_is_openapi_3_1(committed):
    assert yaml.safe_load(committed)["openapi"] == "3.1.0"


def test_every_operation_names_the_shape_of_its_refusals(committed):
    for path, operations in yaml.safe_load(committed)["paths"].items():
        for method, operation in operations.items():
            content = operation["responses"]["default"]["content"]
            assert "application/problem+json" in content, (path, method)


def test_the_schema_and_the_page_are_served(anyone):
    assert anyone.get("/api/v1/schema").status_code == 200
    page = anyone.get("/api/v1/docs")
    assert page.status_code == 200
    assert b"https://" not in page.content
