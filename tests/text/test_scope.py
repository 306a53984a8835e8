"""Assignment of unique names to a scope."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from sdksmith.text.scope import assign_by_priority, assign_names


def test_uncontested_name_is_assigned() -> None:
    assert assign_names({"a": ["x"], "b": ["y", "z"]}) == {"a": "x", "b": "y"}


def test_contested_names_become_longer_on_both_sides() -> None:
    wanted = {"a": ["status", "order_status"], "b": ["status", "charge_status"]}
    assert assign_names(wanted) == {"a": "order_status", "b": "charge_status"}


def test_contested_name_is_not_assigned() -> None:
    wanted = {"a": ["x", "ax"], "b": ["x", "bx"], "c": ["y", "x"], "d": ["y", "dy"]}
    names = assign_names(wanted)
    assert "x" not in names.values()
    assert names["d"] == "dy"


def test_other_names_are_unaffected_by_conflicts() -> None:
    wanted = {"a": ["x", "ax"], "b": ["x", "bx"], "c": ["z", "cz"]}
    assert assign_names(wanted)["c"] == "z"


def test_reserved_names_are_not_assigned() -> None:
    assert assign_names({"a": ["list", "list_"]}, {"list"}) == {"a": "list_"}


def test_names_that_are_equal_after_folding_conflict() -> None:
    wanted = {"a": ["User", "UserA"], "b": ["user", "userB"]}
    assert assign_names(wanted, fold=str.lower) == {"a": "UserA", "b": "userB"}


def test_equal_candidates_get_a_digest_suffix() -> None:
    names = assign_names({"a": ["x"], "b": ["x"]})
    assert len(set(names.values())) == 2
    assert all(name.startswith("x_") and name.isidentifier() for name in names.values())
    assert not any(character.isdigit() for name in names.values() for character in name)


_names = st.lists(st.sampled_from("abcdefAB"), min_size=1, max_size=4)
_scopes = st.dictionaries(st.text(max_size=3), _names, max_size=12)


@given(_scopes, st.randoms(use_true_random=False), st.sets(st.sampled_from("abc")))
def test_names_are_unique_and_independent_of_order(
    wanted: dict[str, list[str]], random: Random, reserved: set[str]
) -> None:
    names = assign_names(wanted, reserved, fold=str.lower)
    folded = [name.lower() for name in names.values()]
    assert len(set(folded)) == len(folded) == len(wanted)
    assert not set(folded) & reserved
    shuffled = list(wanted.items())
    random.shuffle(shuffled)
    assert assign_names(dict(shuffled), reserved, fold=str.lower) == names


def test_keys_of_lower_priority_change_no_other_name() -> None:
    wanted = {"a": ["x", "xa"], "b": ["x", "xb"], "c": ["xa", "c"], "d": ["D", "d"]}
    priorities = {"a": (0, 1), "b": (0, 2), "c": (1,), "d": (2,)}
    named = assign_by_priority(wanted, priorities, {"d"}, fold=str.lower)
    assert named["a"] == "x"
    assert named["b"] == "xb"
    assert named["c"] == "xa"
    assert named["d"].startswith("d_")


def test_keys_of_the_same_priority_are_treated_alike() -> None:
    wanted = {"a": ["x", "xa"], "b": ["x", "xb"]}
    assert assign_by_priority(wanted, {"a": (1,), "b": (1,)}) == {"a": "xa", "b": "xb"}
