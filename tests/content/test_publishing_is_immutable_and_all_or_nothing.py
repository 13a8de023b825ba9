"""A version never changes; a load happens wholly or not at all, and twice is the same as once."""

import json

import pytest

from builders import RULES, hash_of, make_pack
from chumil.content.models import Reference, Scenario, ScenarioVersion
from chumil.content.packs import Kept
from chumil.content.selectors import catalogue
from chumil.content.services import Plan, publish
from chumil.engine import ScenarioError

pytestmark = pytest.mark.django_db


def offered() -> list[str]:
    return [each.hash for each in catalogue({})]


def test_a_second_load_changes_nothing() -> None:
    first = publish([make_pack()], {"badges": RULES})
    assert first == Plan(added=("el-juego", "reference:badges"), changed=(), unchanged=(), withdrawn=())
    before = list(ScenarioVersion.objects.values())
    second = publish([make_pack()], {"badges": RULES})
    assert second == Plan(added=(), changed=(), unchanged=("el-juego", "reference:badges"), withdrawn=())
    assert list(ScenarioVersion.objects.values()) == before


def test_an_edit_makes_a_new_version_and_keeps_the_old() -> None:
    publish([make_pack()], {})
    edited = make_pack(title="Otro título")
    assert publish([edited], {}).changed == ("el-juego",)
    assert offered() == [hash_of(edited)]
    assert ScenarioVersion.objects.filter(hash=hash_of(make_pack())).exists()


def test_going_back_to_an_old_version_offers_it_again() -> None:
    for pack in (make_pack(), make_pack(title="Otro título"), make_pack()):
        publish([pack], {})
    assert offered() == [hash_of(make_pack())]
    assert ScenarioVersion.objects.count() == 2


def test_a_dry_run_tells_the_same_plan_and_writes_nothing() -> None:
    assert publish([make_pack()], {"badges": RULES}, dry_run=True) == Plan(
        added=("el-juego", "reference:badges"), changed=(), unchanged=(), withdrawn=()
    )
    assert not Scenario.objects.exists()
    assert not Reference.objects.exists()


def test_one_bad_pack_stops_them_all() -> None:
    with pytest.raises(ScenarioError):
        publish([make_pack(), make_pack("otra", start="nowhere")], {})
    assert not ScenarioVersion.objects.exists()


def test_a_scenario_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        publish([make_pack(), make_pack(title="Otra")], {})
    assert not ScenarioVersion.objects.exists()


def test_only_a_load_of_the_whole_catalogue_withdraws() -> None:
    publish([make_pack("una"), make_pack("otra")], {})
    assert publish([make_pack("una")], {}).withdrawn == ()
    assert publish([make_pack("una")], {}, whole=True).withdrawn == ("otra",)
    assert offered() == [hash_of(make_pack("una"))]
    assert publish([make_pack("otra")], {}).added == ("otra",)
    assert len(offered()) == 2


def test_a_load_of_some_stories_keeps_the_talks_of_the_others() -> None:
    def talks(*scenarios: str) -> dict[str, dict[str, str]]:
        return {f"about-{each}": {"scenario": each} for each in scenarios}

    def stored() -> list[str]:
        return list(json.loads(Reference.objects.get(key="talks").body))

    publish([make_pack("una"), make_pack("otra")], {"talks": talks("una", "otra")})
    publish([make_pack("una", title="Nueva")], {"talks": talks()})
    assert stored() == ["about-otra"]
    publish([make_pack("una")], {"talks": talks("una")}, whole=True)
    assert stored() == ["about-una"]


def test_once_sensitive_a_scenario_stays_so() -> None:
    publish([make_pack(content_note="Habla de amenazas.")], {})
    publish([make_pack()], {})
    assert Scenario.objects.get().sensitive


def test_only_so_many_packs_are_kept_in_the_process() -> None:
    asked: list[str] = []

    def load(hashes: list[str]) -> dict[str, str]:
        asked.extend(hashes)
        return {each: each.upper() for each in hashes}

    kept: Kept[str] = Kept(2)
    assert kept.get(["a", "b"], load) == {"a": "A", "b": "B"}
    kept.get(["a"], load)
    kept.get(["c"], load)  # pushes out b, which was used longest ago
    assert len(kept) == 2
    kept.get(["a", "c"], load)
    kept.get(["b"], load)
    assert asked == ["a", "b", "c", "b"]
