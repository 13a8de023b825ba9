"""What `make run` prints is what the demo data holds."""

import json
import re

from django.contrib.auth.hashers import check_password

from architecture.repository import ROOT

WELCOME = (ROOT / "scripts" / "gunicorn_local.py").read_text()
ROWS = json.loads((ROOT / "fixtures" / "demo" / "demo.json").read_text())


def fields(model: str) -> dict[str, str]:
    return next(row["fields"] for row in ROWS if row["model"] == model)


def printed(label: str) -> str:
    found = re.search(rf"^{label} +(\S+)$", WELCOME, re.MULTILINE)
    assert found, label
    return found.group(1)


def test_the_class_code_is_the_demo_class() -> None:
    assert printed("Class code") == fields("classes.classroom")["code"]


def test_the_teacher_can_sign_in() -> None:
    teacher = fields("accounts.user")
    assert printed("Teacher") == teacher["email"]
    assert check_password(printed("Teacher's password"), teacher["password"])
