"""Publishing: immutable versions, all or nothing, and nothing new when nothing changed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from chumil.common import clock
from chumil.content.models import Reference, Scenario, ScenarioVersion
from chumil.engine import canonical, content_hash, parse_scenario

Pack = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What publishing does: sorted ids of scenarios, and keys of references as `reference:KEY`."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    withdrawn: tuple[str, ...]


@transaction.atomic
def publish(packs: Sequence[Pack], references: dict[str, Any], *, dry_run: bool = False, whole: bool = False) -> Plan:
    """Makes the packs the current versions and the references the current data.

    `whole`: the packs are the whole catalogue, so what is not among them is withdrawn. With
    `dry_run` only the plan is made. Raises ScenarioError for a pack that is no scenario; a
    scenario that comes twice is a ValueError. Nothing is written then. Of the reference `talks`
    a load of some stories replaces only their own.
    """
    versions = [_version(pack) for pack in packs]
    if Reference.Key.TALKS in references and not whole:
        references = references | {"talks": _other_talks(packs) | references["talks"]}
    files = [_reference(key, body) for key, body in references.items()]
    if len({each.scenario_id for each in versions}) < len(versions):
        raise ValueError("a scenario stands twice among the packs")
    before = {each.id: each.current_id for each in _offered()}
    stored = dict(Reference.objects.values_list("key", "hash"))
    gone = before.keys() - {each.scenario_id for each in versions}
    plan = _plan(
        before | {f"reference:{key}": hash for key, hash in stored.items()},
        {each.scenario_id: each.hash for each in versions} | {f"reference:{each.key}": each.hash for each in files},
        gone if whole else set(),
    )
    if not dry_run:
        moved = set(plan.added + plan.changed)
        _store([each for each in versions if each.scenario_id in moved])
        _store_references(files)
        _withdraw(plan.withdrawn)
    return plan


class Held(Exception):
    """A version that may not be removed; the message says what holds it."""


@transaction.atomic
def remove_version(*, hash: str) -> None:
    """Forgets a version published by mistake; Held while anything leans on it, LookupError for none.

    What a child played stays for ever: their answers mean nothing without the story they were given in.
    """
    version = ScenarioVersion.objects.select_for_update().filter(hash=hash).first()
    if version is None:
        raise LookupError(hash)
    if Scenario.objects.filter(current=version).exists():
        raise Held("it is the current version; publish another one first")
    try:
        version.delete()
    except ProtectedError:
        raise Held("children's plays are pinned to it; withdrawing takes it from the offer, never from them") from None


def _offered() -> Iterable[Scenario]:
    """What is offered now, locked, so that loads come one after the other."""
    offered = Scenario.objects.filter(current__isnull=False, current__withdrawn_at=None)
    return offered.select_for_update(of=("self",))


def _plan(before: Mapping[str, str | None], after: Mapping[str, str], withdrawn: set[str]) -> Plan:
    return Plan(
        added=tuple(sorted(id for id in after if id not in before)),
        changed=tuple(sorted(id for id in after if id in before and before[id] != after[id])),
        unchanged=tuple(sorted(id for id in after if before.get(id) == after[id])),
        withdrawn=tuple(sorted(withdrawn)),
    )


def _version(pack: Pack) -> ScenarioVersion:
    story = parse_scenario(pack)
    body = canonical(pack)
    return ScenarioVersion(
        hash=content_hash(body),
        scenario_id=story.id,
        body=body.decode(),
        kind=story.kind,
        tier=story.tier,
        topic=story.topic,
        title=story.title,
        summary=story.summary,
        minutes=story.minutes,
        sensitive=story.sensitive,
        risks=list(story.risks),
        role=story.role,
        bytes=len(body),
        published_at=clock.now(),
    )


def _reference(key: str, data: Any) -> Reference:
    body = canonical(data)
    return Reference(key=Reference.Key(key), body=body.decode(), hash=content_hash(body))


def _other_talks(packs: Sequence[Pack]) -> dict[str, Any]:
    """The published talks of the scenarios that are not among the packs."""
    stored = Reference.objects.filter(key=Reference.Key.TALKS).first()
    loaded = {pack["id"] for pack in packs}
    talks: dict[str, dict[str, Any]] = json.loads(stored.body) if stored else {}
    return {name: talk for name, talk in talks.items() if talk["scenario"] not in loaded}


def _store(versions: Sequence[ScenarioVersion]) -> None:
    """An old version that comes back keeps its row and is offered again."""
    Scenario.objects.bulk_create([Scenario(id=each.scenario_id) for each in versions], ignore_conflicts=True)
    ScenarioVersion.objects.bulk_create(versions, ignore_conflicts=True)
    ScenarioVersion.objects.filter(scenario__in=[each.scenario_id for each in versions]).update(withdrawn_at=None)
    for each in versions:
        Scenario.objects.filter(pk=each.scenario_id).update(current=each)
    sensitive = [each.scenario_id for each in versions if each.sensitive]
    Scenario.objects.filter(pk__in=sensitive).update(sensitive=True)


def _store_references(references: Sequence[Reference]) -> None:
    Reference.objects.bulk_create(
        references, update_conflicts=True, unique_fields=["key"], update_fields=["body", "hash"]
    )


def _withdraw(ids: Sequence[str]) -> None:
    ScenarioVersion.objects.filter(scenario__in=ids).update(withdrawn_at=clock.now())
