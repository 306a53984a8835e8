"""Names of fields."""

from __future__ import annotations

import keyword

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from runtime.model import BaseModel
from sdksmith.plan.naming.fields import (
    ADD_SPELLING,
    AVOID_ATTRIBUTE,
    EXACT,
    RESERVED_FIELDS,
    SNAKE_CASE,
    SPELL_PUNCTUATION,
    explain_field,
    name_fields,
)
from sdksmith.plan.naming.rules import NamingRule


def test_field_names_avoid_attributes_of_pydantic_models() -> None:
    ours = {name for name in dir(BaseModel) if not name.startswith("_")}
    # pydantic uses `hasattr`, which also finds attributes of the metaclass.
    searched = (pydantic.BaseModel, type(pydantic.BaseModel))
    theirs = {name for kind in searched for name in dir(kind) if name[0] != "_"}
    theirs = {name for name in theirs if hasattr(pydantic.BaseModel, name)}
    assert ours | theirs | {"builtins"} == RESERVED_FIELDS
    assert name_fields(["copy", "json", "model_dump", "name"]) == {
        "copy": "copy_",
        "json": "json_",
        "model_dump": "model_dump_",
        "name": "name",
    }


def test_equal_field_names_get_their_spelling_as_suffix() -> None:
    assert name_fields(["ID", "id", "other"]) == {
        "ID": "id_upper",
        "id": "id",
        "other": "other",
    }
    assert name_fields(["_id", "Id"]) == {"_id": "underscore_id", "Id": "id"}
    assert name_fields(["_id", "$id", "id"]) == {
        "_id": "underscore_id",
        "$id": "dollar_id",
        "id": "id",
    }
    assert name_fields(["ID", "Id"]) == {"ID": "id_upper", "Id": "id_pascal"}
    assert name_fields(["user-name", "userName"]) == {
        "user-name": "user_name_kebab",
        "userName": "user_name",
    }
    assert name_fields(["a-b", "a:b", "a b"]) == {
        "a-b": "a_b_kebab",
        "a:b": "a_b_spelled",
        "a b": "a_b_spaced",
    }


def test_last_words_of_long_names_are_kept() -> None:
    start = "allowOrganizationToUseThirdPartyElectronicNotary"
    names = name_fields([start, f"{start}Metadata", f"{start}ForAllEnvelopesMetadata"])
    assert [name.rpartition("_")[2] for name in names.values()] == [
        "notary",
        "metadata",
        "metadata",
    ]
    assert max(map(len, names.values())) <= 80


@pytest.mark.parametrize(
    ("wires", "rules"),
    [
        (["user_name"], [EXACT]),
        (["userName"], [SNAKE_CASE]),
        (["copy"], [AVOID_ATTRIBUTE]),
        (["userName", "user_name"], [SNAKE_CASE, ADD_SPELLING]),
        (["_id", "id"], [SNAKE_CASE, SPELL_PUNCTUATION]),
    ],
)
def test_rules_of_a_name(wires: list[str], rules: list[NamingRule]) -> None:
    assert list(explain_field(wires[0], name_fields(wires)[wires[0]])) == rules


_wires = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@settings(deadline=None)
@given(st.lists(_wires, unique=True, max_size=8))
def test_field_names_are_unique_identifiers_in_any_order(wires: list[str]) -> None:
    names = name_fields(wires)
    assert len(set(names.values())) == len(wires)
    for name in names.values():
        assert name.isidentifier()
        assert name.isascii()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")
        assert name not in RESERVED_FIELDS
    assert name_fields(wires[::-1]) == names
