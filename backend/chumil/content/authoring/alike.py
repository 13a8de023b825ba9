"""States that nothing a child can still do or read tells apart, made one."""

from collections.abc import Hashable, Sequence

from chumil.content.authoring.explore import Space


def alike(space: Space, signs: Sequence[Hashable]) -> list[int]:
    """The class of every state: the coarsest that agrees in `signs` and in every answer's class.

    Classes are numbered from 0 in the order of their first state, so the start is in class 0.
    """
    classes = _numbered(list(signs))
    while True:
        finer = _numbered(
            [
                (own, tuple((step.answer, classes[step.to]) for step in steps))
                for own, steps in zip(classes, space.steps, strict=True)
            ]
        )
        if max(finer) == max(classes):
            return classes
        classes = finer


def _numbered(values: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]
