"""Authors write conditions as text; the text becomes a tree and back, and mistakes name their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chumil.engine import ConditionError, format_condition, holds, parse_condition
from chumil.engine.model import Condition

NAMES = st.sampled_from(["trust", "shared-photo", "a1"])
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.tuples(st.just("flag"), NAMES),
    st.tuples(st.sampled_from([">=", "<=", ">", "<", "==", "!="]), NAMES, st.integers(0, 5)),
)


def branches(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    many = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        inner.map(lambda tree: ("not", tree)),
        many.map(lambda trees: ("and", *trees)),
        many.map(lambda trees: ("or", *trees)),
    )


TREES = st.recursive(LEAVES, branches, max_leaves=6)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("told", ("flag", "told")),
        ("trust >= 2", (">=", "trust", 2)),
        ("trust>=2", (">=", "trust", 2)),
        ("  trust   !=   0 ", ("!=", "trust", 0)),
        ("not told", ("not", ("flag", "told"))),
        ("not not told", ("not", ("not", ("flag", "told")))),
        ("a and b and c", ("and", ("flag", "a"), ("flag", "b"), ("flag", "c"))),
        ("a or b and c", ("or", ("flag", "a"), ("and", ("flag", "b"), ("flag", "c")))),
        ("(a or b) and c", ("and", ("or", ("flag", "a"), ("flag", "b")), ("flag", "c"))),
        ("not a and b", ("and", ("not", ("flag", "a")), ("flag", "b"))),
        ("not (a and b)", ("not", ("and", ("flag", "a"), ("flag", "b")))),
        ("order < 3", ("<", "order", 3)),
        ("android", ("flag", "android")),
    ],
)
def test_text_becomes_a_tree(text: str, tree: Condition) -> None:
    assert parse_condition(text) == tree


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("   ", 3),
        ("and", 0),
        ("a and", 5),
        ("a b", 2),
        ("(a", 2),
        ("a)", 1),
        ("trust >=", 8),
        ("trust >= x", 9),
        ("trust = 2", 6),
        ("2 <= trust", 0),
        ("trust >= -1", 9),
        ("Trust", 0),
        ("a and $", 6),
        ("ñandú", 0),
        ("not", 3),
    ],
)
def test_a_mistake_names_its_place(text: str, position: int) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert caught.value.position == position
    assert caught.value.message


@pytest.mark.parametrize("text", ["(" * 5000 + "a", "not " * 5000 + "a"])
def test_nesting_without_end_is_refused(text: str) -> None:
    with pytest.raises(ConditionError, match="deep"):
        parse_condition(text)


@given(TREES)
def test_a_tree_written_out_means_the_same_when_read_again(tree: Condition) -> None:
    again = parse_condition(format_condition(tree))
    for trust in range(6):
        for flags in ([], ["a1"], ["a1", "shared-photo"], ["trust"]):
            meters = {"trust": trust, "shared-photo": 1, "a1": 4}
            assert holds(again, meters, flags) == holds(tree, meters, flags)


@given(TREES)
def test_writing_a_tree_twice_gives_the_same_text(tree: Condition) -> None:
    text = format_condition(tree)
    assert format_condition(parse_condition(text)) == text


def place_of_mistake(text: str) -> int:
    """Zero where there is none."""
    try:
        parse_condition(text)
    except ConditionError as error:
        return error.position
    return 0


@given(st.text())
def test_any_text_is_a_condition_or_a_condition_error(text: str) -> None:
    assert 0 <= place_of_mistake(text) <= len(text)
