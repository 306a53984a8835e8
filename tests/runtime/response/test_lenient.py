"""Lenient construction of values that do not match their schema."""

from __future__ import annotations

import json
import sys
from typing import Any, Literal, cast

import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from runtime import BaseModel
from runtime.response.lenient import construct
from typing_extensions import TypeAliasType

from ..sample_models import (
    Cage,
    Cat,
    Circle,
    Closed,
    ClosedState,
    Dog,
    Everything,
    Holder,
    JsonValue,
    Label,
    OpenState,
    Owner,
    Pet,
    Scores,
    Shape,
    Square,
)

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["cat", "dog", "circle", "2024-01-02", "aGk=", "\ud800"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.text(max_size=3)
        | st.sampled_from(
            [*Everything.model_fields, "id", "pets", "kind", "lives", "bark", "class"]
        ),
        inner,
        max_size=6,
    ),
    max_leaves=10,
)
OBJECTS = st.dictionaries(
    st.sampled_from([*Everything.model_fields, "shape", "kind", "other"]), JSON
)
Labels = TypeAliasType("Labels", list[Label])
TYPES: list[Any] = [
    Labels,
    Everything,
    Owner,
    Cat,
    Scores,
    Pet,
    Closed,
    Shape,
    list[Owner] | dict[str, Owner] | None,
    list[Pet],
    dict[str, Shape],
    tuple[int, Label],
    tuple[Label, ...],
    int,
    bytes,
    Literal["a", 1],
    Any,
]


@settings(max_examples=150)
@given(st.sampled_from(TYPES), JSON | OBJECTS)
def test_any_json_value_can_be_constructed(annotation: Any, value: object) -> None:
    construct(annotation, value)


@settings(max_examples=100)
@given(OBJECTS)
def test_all_properties_are_kept(value: dict[str, object]) -> None:
    result = construct(Everything, value)
    assert isinstance(result, Everything)
    names = {field.alias or name for name, field in Everything.model_fields.items()}
    assert result.model_fields_set == value.keys()
    assert set(result.model_extra or {}) == value.keys() - names


@settings(max_examples=100)
@given(st.sampled_from(TYPES), JSON | OBJECTS)
def test_valid_values_are_decoded_as_by_pydantic(
    annotation: Any, value: object
) -> None:
    try:
        expected = TypeAdapter(annotation).validate_json(json.dumps(value))
    except ValidationError:
        return
    if value is not None:
        assert repr(construct(annotation, value)) == repr(expected)


def test_models_keep_values_that_do_not_match() -> None:
    value = {
        "id": 5,
        "pets": [
            {"kind": "cat", "lives": "nine", "owner": {"id": None, "z": 1}},
            {"kind": "puppy", "born": "yesterday", "class": "x"},
            {"kind": "fish", "fins": 2},
            7,
        ],
        "status": ["odd"],
    }
    owner = construct(Owner, value)
    assert isinstance(owner, Owner)
    cat, dog, fish, seven = cast("list[object]", owner.pets)
    assert (type(cat), type(dog), type(fish)) == (Cat, Dog, BaseModel)
    assert seven == 7
    assert vars(dog)["bark"] is None  # required, but missing
    assert vars(dog)["class_"] == "x"
    assert owner.to_dict() == value
    assert owner.model_dump(by_alias=True, exclude_unset=True) == value


def test_defaults_are_not_shared() -> None:
    one, two = construct(Owner, {"id": 1}), construct(Owner, {"id": 2})
    assert isinstance(one, Owner)
    assert isinstance(two, Owner)
    one.pets.append(Label(text="x"))
    assert two.pets == []


def test_items_of_containers_are_decoded_one_by_one() -> None:
    assert construct(list[int], [1, "2", "x", None]) == [1, 2, "x", None]
    assert construct(dict[str, int], {"a": "1", "b": "x"}) == {"a": 1, "b": "x"}
    assert construct(tuple[int, str], ["x"]) == ("x",)
    assert construct(tuple[int, str], ["1", 2, 3]) == (1, 2, 3)
    assert construct(tuple[int, ...], ["1", "x"]) == (1, "x")
    assert construct(list[int], {"a": 1}) == {"a": 1}
    assert construct(dict[str, int], [1]) == [1]
    assert construct(Label, [1]) == [1]
    assert construct(set[int], ["x"]) == ["x"]
    assert construct(list, "x") == "x"


def test_unions_use_the_best_matching_member() -> None:
    def kind(value: object) -> type[object]:
        return type(construct(Shape, value))

    # Matching literals come first, even if other values do not match.
    assert kind({"shape": "circle", "radius": "wide"}) is Circle
    assert kind({"shape": "square", "text": 1}) is Square
    # Then required properties, then known properties.
    assert kind({"text": 5}) is Label
    assert kind({"text": 5, "color": 6, "radius": 1}) is Label
    # A literal that does not match excludes a member.
    assert kind({"shape": "hexagon"}) is Label
    assert construct(Shape, "x") == "x"
    assert construct(Circle | Square, {"shape": "hexagon"}) == {"shape": "hexagon"}


def test_unions_of_containers_and_models_are_decoded_by_shape() -> None:
    either = list[Label] | dict[str, Label] | None
    assert construct(either, [{"text": 1}]) == [construct(Label, {"text": 1})]
    assert construct(either, {"a": {"text": 1}}) == {"a": construct(Label, {"text": 1})}
    assert construct(either, 5) == 5
    nested = int | (list[Label] | Pet)
    assert isinstance(construct(nested, {"kind": "cat", "lives": "x"}), Cat)
    # An object is decoded to a model rather than to a dict.
    assert isinstance(construct(dict[str, int] | Label, {"text": None}), Label)


def test_a_field_can_be_a_discriminated_union() -> None:
    cage = construct(Cage, {"pet": {"kind": "cat", "lives": "nine"}})
    assert isinstance(cage, Cage)
    assert isinstance(cage.pet, Cat)
    assert cage.to_dict() == {"pet": {"kind": "cat", "lives": "nine"}}


def test_an_unknown_variant_of_a_closed_union_is_a_dict() -> None:
    assert isinstance(construct(Closed, {"shape": "circle", "radius": "x"}), Circle)
    unknown = construct(Closed, {"shape": "hexagon", "radius": 1})
    assert unknown == {"shape": "hexagon", "radius": 1}


def test_additional_properties_are_decoded_to_their_type() -> None:
    scores = construct(Scores, {"name": 1, "a": "2", "b": "x"})
    assert isinstance(scores, Scores)
    assert scores.model_extra == {"a": 2, "b": "x"}


def test_type_aliases_are_resolved() -> None:
    assert construct(Labels, [{"text": 1}]) == [construct(Label, {"text": 1})]


def test_pydantic_models_of_other_packages_are_constructed() -> None:
    class Closed_(pydantic.BaseModel):  # noqa: N801 (differs from `Closed`)
        a: int

    result = construct(Closed_, {"a": "x", "b": 1})
    assert isinstance(result, Closed_)
    assert vars(result) == {"a": "x"}


def test_a_value_nested_too_deeply_is_returned_unchanged() -> None:
    value: object = {"text": 5}
    for _ in range(sys.getrecursionlimit()):
        value = {"text": 5, "child": value}
    assert construct(Everything, value) is value


def test_fields_can_have_names_that_pydantic_uses() -> None:
    result = construct(Everything, {"cls": "x", "model_name": 5, "self": 1})
    assert isinstance(result, Everything)
    assert vars(result)["cls"] == "x"
    assert vars(result)["model_name"] == 5
    assert result.model_extra == {"self": 1}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**4000, "\udc80"])
def test_values_that_json_cannot_represent_are_kept(value: object) -> None:
    result = construct(Everything, {"text": value, "number": value})
    assert isinstance(result, Everything)
    assert repr(result.text) == repr(value)


def decode(annotation: Any, value: object) -> Any:
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    return adapter.validate_json(json.dumps(value), by_alias=True, by_name=False)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"state": "closed", "by": 1}, ClosedState),
        ({"state": "open", "reason": 1}, OpenState),
    ],
)
def test_unions_without_a_discriminator_are_decoded_by_listed_values(
    value: dict[str, object], kind: type[BaseModel]
) -> None:
    assert type(construct(OpenState | ClosedState, value)) is kind


def test_recursive_type_aliases_are_resolved() -> None:
    value = [1, {"a": ["x", {"state": "open"}]}, [[True]]]
    result = decode(JsonValue, value)
    assert result == construct(JsonValue, value)
    assert result[0] == 1
    assert result[1]["a"][0] == "x"
    assert result[2] == [[True]]
    holder = construct(Holder, {"json_": value, "token": 5})
    assert isinstance(holder, Holder)
    assert holder.to_dict() == {"json_": value, "token": 5}
    broken = [1.5, {"a": None}]
    assert construct(JsonValue, broken) == broken


class Left(BaseModel):
    a: str | None = None


class Right(BaseModel):
    b: str | None = None


@pytest.mark.parametrize(("value", "kind"), [({"b": "x"}, Right), ({"a": "x"}, Left)])
def test_unions_without_required_properties_are_decoded_by_known_properties(
    value: dict[str, object], kind: type[BaseModel]
) -> None:
    assert type(decode(Left | Right, value)) is kind
    assert type(construct(Left | Right, value)) is kind
