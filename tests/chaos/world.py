"""The school before the storm: classes with free tiles, stories, and a plan for every phone."""

import io
import json
import random
from argparse import Namespace
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import uuid6
from django.core.management import call_command
from django.db import connection

from builders import published
from chaos.servers import ROOT
from chumil.accounts import nicknames
from chumil.accounts.models import Child, Tier, User
from chumil.accounts.services import create_tiles, start_session
from chumil.api import tokens
from chumil.classes.models import Classroom
from chumil.classes.services import create_classroom, enrol
from chumil.cli import load
from chumil.common import clock
from chumil.content.models import Scenario
from chumil.content.services import publish
from chumil.engine import canonical, content_hash

DAY_MS = 86_400_000
SKEWS = [0, 90_000, -3 * 3_600_000, -25 * 365 * DAY_MS, 64 * 365 * DAY_MS, 11 * 60_000]
"""How wrong clocks are: a little, by a time zone, in 2001 and in 2090."""


@dataclass
class World:
    """The plan for the phones, and what the judge has to know of it."""

    phones: list[dict[str, Any]] = field(default_factory=list)
    late: list[dict[str, Any]] = field(default_factory=list)
    owner_of: dict[str, str] = field(default_factory=dict)
    """Profile id -> id of the child that is signed in there, where the profile itself says otherwise."""
    doomed: str = ""
    """The child that is erased in the middle."""


def build(seed: int, phones: int) -> World:
    """Migrates, loads the shipped stories and makes the classes. A quarter of the phones each: two
    children on one phone; one child on two phones; a guest beside the child; a profile gone wrong.
    """
    call_command("migrate", verbosity=0)
    load.run(Namespace(paths=[ROOT / "fixtures"], dry_run=False, whole=False), io.StringIO())
    world = World()
    classrooms = _classrooms(phones)
    dice = random.Random(seed)
    for number in range(phones):
        tier, classroom, tiles = classrooms[number // 2 % len(classrooms)]
        phone = _phone(number, tier, dice.choice(SKEWS))
        world.phones.append(phone)
        role = number // 2 % 4
        if role == 1 and number % 2:
            _share_child(phone, world.phones[number - 1], tier)
            continue
        for _ in range(2 if role == 0 else 1):
            _join(phone, classroom, tiles.pop())
        if role == 2:
            phone["guest"] = True
        if role == 3 and number % 2:
            _gone_wrong(world, phone, tiles.pop(), tier)
    world.doomed = world.phones[-2]["joins"][0]["tile"]
    _hold_back(world)
    return world


def one_phone() -> tuple[str, str, str]:
    """A database with one child, signed in, and one small story: the child's id, its token, the story's hash."""
    call_command("migrate", verbosity=0)
    [child] = create_tiles(nicknames=nicknames.draw(1), tier="ages-10-12")
    access = tokens.pair(start_session(owner=child, device=uuid6.uuid7()))["access"]
    version = published()[0].hash
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()  # the trouble to come is the server's alone
    return str(child.pk), access, version


def publish_late(world: World) -> None:
    """What was held back gets published."""
    publish([each["scenario"] for each in world.late], {})


def _classrooms(phones: int) -> list[tuple[str, Classroom, list[Child]]]:
    teacher = User.objects.create_user("maestra@caos.example", "una clave muy larga", display_name="Maestra")
    made = []
    for tier in Tier.values:
        classroom = create_classroom(teacher=teacher, name=f"Sección {tier}", tier=tier)
        tiles = create_tiles(nicknames=nicknames.draw(phones), tier=tier)
        enrol(classroom=classroom, children=tiles)
        Classroom.objects.filter(pk=classroom.pk).update(joining_until=clock.now() + timedelta(hours=2))
        made.append((tier, classroom, tiles))
    return made


def _phone(number: int, tier: str, skew: int) -> dict[str, Any]:
    name = f"phone-{number}"
    return {"name": name, "tier": tier, "skewMs": skew, "joins": [], "given": [], "guest": False, "twin": None}


def _join(phone: dict[str, Any], classroom: Classroom, tile: Child) -> None:
    phone["joins"].append({"code": classroom.code, "tile": str(tile.pk)})


def _share_child(phone: dict[str, Any], other: dict[str, Any], tier: str) -> None:
    """The teacher let the child's second phone in."""
    child = Child.objects.get(pk=other["joins"][0]["tile"])
    phone["given"].append(_signed_in(child, child, tier))
    phone["twin"], other["twin"] = other["name"], phone["name"]


def _gone_wrong(world: World, phone: dict[str, Any], foreign: Child, tier: str) -> None:
    """A profile that is signed in as one child and sends in the name of another."""
    child = Child.objects.get(pk=phone["joins"][0]["tile"])
    given = _signed_in(child, foreign, tier)
    world.owner_of[given["profile"]["id"]] = str(child.pk)
    phone["given"].append(given)


def _signed_in(child: Child, named: Child, tier: str) -> dict[str, Any]:
    session = start_session(owner=child, device=uuid6.uuid7())
    profile = {"id": str(uuid6.uuid7()), "kind": "child", "childId": str(named.pk), "nickname": named.nickname}
    profile |= {"avatar": named.avatar, "tier": tier, "createdAt": "2026-01-01T00:00:00Z"}
    return {"profile": profile, "tokens": {"owner": profile["id"], **tokens.pair(session)}}


def _hold_back(world: World) -> None:
    """A second edition of one story of each tier: the phones have it, the server does not yet."""
    for tier in Tier.values:
        story = Scenario.objects.filter(current__tier=tier).order_by("id").first()
        assert story is not None
        assert story.current is not None
        pack = {**json.loads(story.current.body), "title": "Segunda edición"}
        world.late.append({"hash": content_hash(canonical(pack)), "scenario": pack})
