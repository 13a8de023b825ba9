"""Conditions: evaluate a tree, and turn the authors' text into a tree and back.

condition = conjunction ("or" conjunction)*
conjunction = negation ("and" negation)*
negation = "not" negation | "(" condition ")" | flag | meter OP integer
"""

import re
from collections.abc import Callable, Collection, Mapping
from operator import eq, ge, gt, le, lt, ne

from chumil.engine.model import Condition

COMPARE: Mapping[str, Callable[[int, int], bool]] = {
    ">=": ge,
    "<=": le,
    ">": gt,
    "<": lt,
    "==": eq,
    "!=": ne,
}
WORDS = frozenset({"and", "or", "not"})
"""Words of the grammar: no meter and no flag may be called so."""
MAX_DEPTH = 12

_TOKEN = re.compile(r"\s*(?:(?P<op>[<>=!]=|[<>])|(?P<bracket>[()])|(?P<int>[0-9]+)|(?P<id>[a-z][a-z0-9-]*))")


class ConditionError(ValueError):
    """The text is no condition; `position` counts characters from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


def holds(tree: Condition | None, meters: Mapping[str, int], flags: Collection[str]) -> bool:
    """Whether the condition holds; no condition always does."""
    if tree is None:
        return True
    match tree[0]:
        case "flag":
            return tree[1] in flags
        case "not":
            return not holds(tree[1], meters, flags)
        case "and":
            return all(holds(each, meters, flags) for each in tree[1:])
        case "or":
            return any(holds(each, meters, flags) for each in tree[1:])
    return COMPARE[tree[0]](meters[tree[1]], tree[2])


def parse_condition(text: str) -> Condition:
    """The tree of an author's condition; ConditionError says what is wrong and where."""
    return _Parser(text).whole()


def format_condition(tree: Condition) -> str:
    """The text of a tree, with the fewest brackets; `parse_condition` gives the tree back."""
    return _written(tree, 0)


def _written(tree: Condition, outside: int) -> str:
    match tree[0]:
        case "flag":
            return str(tree[1])
        case "not":
            return f"not {_written(tree[1], 3)}"
        case "and" | "or" as word:
            binding = 2 if word == "and" else 1
            joined = f" {word} ".join(_written(each, binding + 1) for each in tree[1:])
            return f"({joined})" if outside > binding else joined
    return f"{tree[1]} {tree[0]} {tree[2]}"


class _Parser:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def whole(self) -> Condition:
        tree = self.chain("or", lambda: self.chain("and", self.negation))
        if self.peek()[0]:
            raise self.error("expected 'and', 'or' or the end")
        return tree

    def chain(self, word: str, part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self.peek() == ("id", word):
            self.take()
            parts.append(part())
        return parts[0] if len(parts) == 1 else (word, *parts)

    def negation(self) -> Condition:
        kind, value = self.peek()
        if value == "(":
            return self.bracket()
        if kind != "id" or value in ("and", "or"):
            raise self.error("expected a meter, a flag, 'not' or '('")
        self.take()
        if value == "not":
            return ("not", self.deeper(self.negation))
        return self.comparison(value)

    def bracket(self) -> Condition:
        self.take()
        tree = self.deeper(lambda: self.chain("or", lambda: self.chain("and", self.negation)))
        if self.peek()[1] != ")":
            raise self.error("expected ')'")
        self.take()
        return tree

    def comparison(self, name: str) -> Condition:
        kind, operator = self.peek()
        if kind != "op":
            return ("flag", name)
        self.take()
        kind, number = self.peek()
        if kind != "int":
            raise self.error("expected an integer")
        self.take()
        return (operator, name, int(number[:6]))

    def deeper(self, part: Callable[[], Condition]) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(f"nested more than {MAX_DEPTH} deep")
        tree = part()
        self.depth -= 1
        return tree

    def peek(self) -> tuple[str, str]:
        """Kind and text of the next token; two empty strings at the end."""
        found = _TOKEN.match(self.text, self.at)
        if found and found.lastgroup:
            return found.lastgroup, found[found.lastgroup]
        if self.text[self.at :].strip():
            raise self.error("a character no condition has")
        return "", ""

    def take(self) -> None:
        found = _TOKEN.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def error(self, message: str) -> ConditionError:
        blank = len(self.text[self.at :]) - len(self.text[self.at :].lstrip())
        return ConditionError(message, self.at + blank)
