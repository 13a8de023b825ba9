"""docker-compose.yml parses, runs nothing as root, holds no secret and names every version."""

import re
from typing import Any

import pytest
import yaml

from architecture.repository import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text()
SECRETS = ("CHUMIL_SECRET_KEY", "CHUMIL_JWT_KEY", "CHUMIL_EMAIL_PASSWORD", "POSTGRES_PASSWORD")


def images() -> list[str]:
    stages = re.findall(r" AS (\w+)$", DOCKERFILE, re.MULTILINE)
    bases = [image for image in re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE) if image not in stages]
    return [service["image"] for service in SERVICES.values()] + bases


def test_it_has_a_database_an_api_and_an_edge() -> None:
    assert set(SERVICES) == {"database", "migrate", "api", "edge"}
    assert SERVICES["database"]["image"].startswith("postgres:17")
    assert SERVICES["api"]["deploy"]["replicas"] >= 2


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_runs_as_root_or_writes_to_its_image(name: str) -> None:
    service = SERVICES[name]
    user, group = service["user"].split(":")
    assert int(user) > 0
    assert int(group) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert not service.get("privileged")


def test_every_lasting_service_has_a_health_check() -> None:
    lasting = {name: service for name, service in SERVICES.items() if service["restart"] != "no"}
    assert set(lasting) == {"database", "api", "edge"}
    assert all(service["healthcheck"]["test"] for service in lasting.values())
    assert "readyz" in str(SERVICES["api"]["healthcheck"]["test"])


def test_only_the_edge_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["edge"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert [name for name, service in SERVICES.items() if "outside" in service["networks"]] == ["edge"]


def test_every_image_names_its_version() -> None:
    for image in images():
        _, _, tag = image.partition(":")
        assert re.match(r"\d+\.\d+", tag), image
        assert "latest" not in tag


def test_a_secret_comes_from_outside_and_must_be_given() -> None:
    for service in SERVICES.values():
        for variable, value in service.get("environment", {}).items():
            if variable in SECRETS:
                assert value == f"${{{variable}:?}}"
    assert "${POSTGRES_PASSWORD:?}@" in SERVICES["api"]["environment"]["CHUMIL_DATABASE_URL"]
    example = (ROOT / ".env.example").read_text()
    assert all(re.search(rf"^{variable}=$", example, re.MULTILINE) for variable in SECRETS)


def test_everything_compose_asks_for_is_in_the_example() -> None:
    asked = set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text()))
    offered = set(re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert asked <= offered


def test_the_images_copy_only_what_is_there() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    sources = {source for line in copied for source in line.split()}
    assert {"backend", "fixtures"} <= sources
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_the_edge_believes_no_client_about_its_address_and_keeps_none() -> None:
    edge = (ROOT / "deploy" / "nginx.conf").read_text()
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in edge
    assert "$proxy_add_x_forwarded_for" not in edge
    (log_format,) = re.findall(r"log_format .*;", edge)
    assert "$remote_addr" not in log_format
    assert "$http_user_agent" not in log_format
