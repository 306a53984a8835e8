"""Unions decode to the right member, and values that fit none are kept."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from runtime import BaseModel, Variants
from runtime.response.lenient import construct

from .sample_models import (
    AnyOpenPet,
    ClosedState,
    Holder,
    JsonValue,
    OpenCat,
    OpenDog,
    OpenPet,
    OpenState,
)


def decode(annotation: Any, value: object) -> Any:
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    return adapter.validate_json(json.dumps(value), by_alias=True, by_name=False)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"kind": "cat", "lives": 9}, OpenCat),
        ({"kind": "puppy", "bark": "b"}, OpenDog),
        ({"kind": "fish", "lives": 1, "fins": [2]}, OpenPet),
        ({"kind": "", "bark": "b"}, OpenPet),
    ],
)
def test_the_property_decides(value: dict[str, object], kind: type[BaseModel]) -> None:
    for made in (decode(AnyOpenPet, value), construct(AnyOpenPet, value)):
        assert type(made) is kind
        assert made.to_dict() == value


@pytest.mark.parametrize("value", [{"lives": 9}, {"kind": None}, {"kind": ["cat"]}])
def test_what_says_nothing_is_kept_as_the_default(value: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        decode(AnyOpenPet, value)
    made = construct(AnyOpenPet, value)
    assert type(made) is OpenPet
    assert made.to_dict() == value


def test_a_broken_member_is_no_other_member() -> None:
    value = {"kind": "dog", "lives": 9}
    with pytest.raises(ValidationError) as caught:
        decode(AnyOpenPet, value)
    assert [error["loc"][-1] for error in caught.value.errors()] == ["bark"]
    made = construct(AnyOpenPet, value)
    assert type(made) is OpenDog
    assert made.to_dict() == value


def test_unions_in_a_union() -> None:
    state: Any = Annotated[
        OpenState | ClosedState,
        Variants("state", {"open": OpenState, "closed": ClosedState}),
    ]
    both: Any = Annotated[
        AnyOpenPet | state,
        Variants("state", {"open": OpenState, "closed": ClosedState}),
    ]
    assert type(decode(both, {"state": "closed", "reason": "x"})) is ClosedState
    assert type(decode(both, {"kind": "cat"})) is OpenCat
    assert type(construct(both, {"state": "closed", "reason": 5})) is ClosedState


def test_one_and_true_are_two_values() -> None:
    either: Any = Annotated[
        OpenState | ClosedState, Variants("flag", {"true": ClosedState, "1": OpenState})
    ]
    # A dict takes the one for the other; what is read from text does not matter.
    assert type(decode(either, {"flag": "1", "state": ""})) is OpenState
    assert (
        type(decode(either, {"flag": True, "state": "", "reason": ""})) is ClosedState
    )


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"state": "closed", "by": 1}, ClosedState),
        ({"state": "open", "reason": 1}, OpenState),
    ],
)
def test_without_a_discriminator_known_values_count_most(
    value: dict[str, object], kind: type[BaseModel]
) -> None:
    assert type(construct(OpenState | ClosedState, value)) is kind


def test_aliases_that_are_made_of_themselves() -> None:
    value = [1, {"a": ["x", {"state": "open"}]}, [[True]]]
    made = decode(JsonValue, value)
    assert made == construct(JsonValue, value)
    assert made[0] == 1
    assert made[1]["a"][0] == "x"
    assert made[2] == [[True]]
    holder = construct(Holder, {"json_": value, "token": 5})
    assert isinstance(holder, Holder)
    assert holder.to_dict() == {"json_": value, "token": 5}
    broken = [1.5, {"a": None}]
    assert construct(JsonValue, broken) == broken


@pytest.mark.parametrize("text", ["-_8=", "-_8", "+/8="])
def test_bytes_in_the_alphabet_of_urls(text: str) -> None:
    holder = decode(Holder, {"token": text})
    assert holder.token == b"\xfb\xff"
    assert holder.to_dict() == {"token": "-_8="}


def test_the_property_is_looked_up_without_python_code() -> None:
    schema: Any = TypeAdapter(AnyOpenPet).core_schema
    while schema["type"] != "union":
        schema = schema["schema"]
    # In a list of 50,000 a function here costs half as much again as all the rest.
    assert schema["choices"][0]["type"] == "tagged-union"
    assert schema["choices"][0]["discriminator"] == "kind"


class Left(BaseModel):
    a: str | None = None


class Right(BaseModel):
    b: str | None = None


@pytest.mark.parametrize(("value", "kind"), [({"b": "x"}, Right), ({"a": "x"}, Left)])
def test_without_required_properties_the_known_ones_count(
    value: dict[str, object], kind: type[BaseModel]
) -> None:
    assert type(decode(Left | Right, value)) is kind
    assert type(construct(Left | Right, value)) is kind
