"""Comparison of types given as source."""

from __future__ import annotations

import pytest
from sdksmith.diff.surface import Definition, Field
from sdksmith.diff.types import Types

TYPES = {
    "models.State": Definition("alias", value='Literal["a", "b"] | str'),
    "models.Closed": Definition("alias", value='Literal["a", "b"]'),
    "models.Order": Definition("class"),
    "params.A": Definition("dict", fields=(Field("id", "str"),)),
    "params.B": Definition("dict", fields=(Field("id", "str"),)),
    "models.Loop": Definition("alias", value="list[models.Loop]"),
}


@pytest.mark.parametrize(
    ("old", "new", "accepts"),
    [
        ("str", "str", True),
        ("str", "int", False),
        ("int", "float", True),
        ("float", "int", False),
        ("str", "str | None", True),
        ("str | None", "str", False),
        ("int | str", "str | int", True),
        ("str", "Any", True),
        ("list[int]", "Sequence[float]", True),
        ("Sequence[float]", "list[float]", False),
        ("dict[str, int]", "Mapping[str, int | None]", True),
        ('Literal["a"]', "str", True),
        ('Literal["a"]', 'Literal["a", "b"]', True),
        ('Literal["a", "b"]', 'Literal["a"]', False),
        ("Literal[1]", "str", False),
        ("models.State", 'Literal["a", "b"] | str', True),
        ('Literal["c"]', "models.State", True),
        ('Literal["c"]', "models.Closed", False),
        ("models.Closed", "models.State", True),
        ("models.State", "models.Closed", False),
        ("models.Order", "models.State", False),
        ("params.A", "params.B", True),
        ("models.Loop", "list[int]", False),
        ("list[models.Loop]", "models.Loop", True),
        ("not a type (", "not a type (", True),
        ("x" * 5, "[" * 5000, False),
    ],
)
def test_accepted_types(old: str, new: str, accepts: bool) -> None:
    types = Types(TYPES, TYPES)
    assert types.accepts(old, new) is accepts
    assert types.returns_within(new, old) is accepts
