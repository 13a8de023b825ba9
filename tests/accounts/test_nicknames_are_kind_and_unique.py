"""A class of any size gets different nicknames, in good Spanish."""

import pytest

from chumil.accounts import nicknames


@pytest.mark.parametrize("count", [1, 12, 60, 384])
def test_no_two_children_share_a_nickname(count):
    drawn = nicknames.draw(count)
    assert len({nickname.text for nickname in drawn}) == count


def test_the_animals_come_round_evenly():
    avatars = [nickname.avatar for nickname in nicknames.draw(16)]
    assert sorted(avatars) == sorted(nicknames.AVATARS)


def test_the_quality_agrees_with_the_animal():
    texts = {nickname.text for nickname in nicknames.draw(384)}
    assert {"Tortuga curiosa", "Jaguar curioso", "Abeja soñadora", "Búho soñador"} <= texts
    assert not {"Tortuga curioso", "Jaguar curiosa"} & texts


def test_two_classes_are_not_drawn_alike():
    assert nicknames.draw(60) != nicknames.draw(60)


def test_every_nickname_and_avatar_fits_its_column():
    drawn = nicknames.draw(384)
    assert max(len(nickname.text) for nickname in drawn) <= 40
    assert max(len(nickname.avatar) for nickname in drawn) <= 20
