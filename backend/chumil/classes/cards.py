from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    nickname: str
    avatar: str
    link: str


def sheet(title: str, cards: Sequence[Card]) -> bytes:
    return b""
