"""Nicknames made of two reviewed lists, so that no child's name is ever needed.

Animals live in Guatemala and each has a drawing; qualities are kind, and never about a body.
"""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

# avatar id -> (the word, whether it is feminine)
ANIMALS = {
    "quetzal": ("Quetzal", False),
    "jaguar": ("Jaguar", False),
    "tortuga": ("Tortuga", True),
    "colibri": ("Colibrí", False),
    "conejo": ("Conejo", False),
    "tucan": ("Tucán", False),
    "venado": ("Venado", False),
    "armadillo": ("Armadillo", False),
    "mono": ("Mono", False),
    "pez": ("Pez", False),
    "abeja": ("Abeja", True),
    "mariposa": ("Mariposa", True),
    "buho": ("Búho", False),
    "ardilla": ("Ardilla", True),
    "tepezcuintle": ("Tepezcuintle", False),
    "garza": ("Garza", True),
}
AVATARS = tuple(ANIMALS)
# masculine, feminine
QUALITIES = (
    ("alegre", "alegre"),
    ("amable", "amable"),
    ("atento", "atenta"),
    ("brillante", "brillante"),
    ("bueno", "buena"),
    ("cantor", "cantora"),
    ("contento", "contenta"),
    ("creativo", "creativa"),
    ("curioso", "curiosa"),
    ("generoso", "generosa"),
    ("honesto", "honesta"),
    ("ingenioso", "ingeniosa"),
    ("inventor", "inventora"),
    ("leal", "leal"),
    ("lector", "lectora"),
    ("libre", "libre"),
    ("paciente", "paciente"),
    ("risueño", "risueña"),
    ("sabio", "sabia"),
    ("sereno", "serena"),
    ("soñador", "soñadora"),
    ("tranquilo", "tranquila"),
    ("valiente", "valiente"),
    ("viajero", "viajera"),
)


@dataclass(frozen=True)
class Nickname:
    """A nickname and the tile that draws its animal."""

    text: str
    avatar: str


def draw(count: int, taken: Collection[str] = ()) -> list[Nickname]:
    """`count` different nicknames, none of them `taken`; the animals come round evenly. At most 384 in all."""
    by_animal = [_shuffled([_nickname(avatar, quality) for quality in QUALITIES]) for avatar in AVATARS]
    rounds = [nickname for same_round in zip(*by_animal, strict=True) for nickname in _shuffled(same_round)]
    return [nickname for nickname in rounds if nickname.text not in taken][:count]


def another(avatar: str, taken: Collection[str]) -> Nickname:
    """A nickname that is not `taken`, of the same animal as long as there is one."""
    free = draw(len(AVATARS) * len(QUALITIES), taken)
    return min(free, key=lambda nickname: nickname.avatar != avatar)


def _nickname(avatar: str, quality: tuple[str, str]) -> Nickname:
    animal, is_feminine = ANIMALS[avatar]
    return Nickname(f"{animal} {quality[is_feminine]}", avatar)


def _shuffled(names: Sequence[Nickname]) -> list[Nickname]:
    return secrets.SystemRandom().sample(list(names), len(names))
