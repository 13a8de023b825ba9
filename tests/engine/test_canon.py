"""One content has one sequence of bytes and one name, whoever wrote it down."""

import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chumil.engine import CanonError, canonical, content_hash

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def test_keys_are_sorted_and_nothing_is_spaced() -> None:
    assert canonical({"b": [1, True, None], "a": {"d": "", "c": -2}}) == (b'{"a":{"c":-2,"d":""},"b":[1,true,null]}')


def test_keys_are_sorted_by_code_point_not_by_utf16() -> None:
    assert list(json.loads(canonical({"\U0001f600": 1, "\uff5e": 2}))) == ["\uff5e", "\U0001f600"]


def test_letters_are_written_composed_and_as_utf8() -> None:
    assert canonical("n\u0303") == '"ñ"'.encode()


def test_the_hash_is_sha256_of_the_bytes() -> None:
    assert content_hash(canonical({})) == sha256(b"{}").hexdigest()


@pytest.mark.parametrize(
    "data",
    [1.0, float("nan"), 2**53, -(2**53), "\ud800", {1: "a"}, {"\ud800": 1}, b"a", {1, 2}],
)
def test_what_has_no_canonical_form_is_refused(data: Any) -> None:
    with pytest.raises(CanonError):
        canonical({"deep": [data]})


def test_two_keys_that_become_one_are_refused() -> None:
    with pytest.raises(CanonError, match="twice"):
        canonical({"n\u0303": 1, "ñ": 2})


@given(JSON)
def test_canonical_bytes_read_and_written_again_are_the_same(data: Any) -> None:
    try:
        body = canonical(data)
    except CanonError:
        return  # two keys that compose to one
    assert canonical(json.loads(body)) == body
