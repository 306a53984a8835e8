"""Discriminators: how the members of a union are distinguished."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Record, UnionOf

from tests.model.documents import build_schemas, ref, schema_of, show, show_component
from tests.model.schemas.unions import default_of, with_kind

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.api import Api


def test_discriminator_maps_values_to_members() -> None:
    tagged: JsonObject = {
        "Cat": {"properties": {"kind": {"const": "feline"}}},
        "Dog": {"properties": {"kind": {"type": "string"}}},
        "Fish": {"properties": {"kind": {"type": "string"}}},
    }
    union: JsonObject = {
        "oneOf": [ref("Cat"), ref("Dog"), ref("Fish")],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"fish": "#/components/schemas/Fish", "shark": "Fish"},
        },
    }
    assert show_component({**tagged, "Subject": union}) == (
        "Cat | Dog | Fish by kind: Dog=Dog, feline=Cat, fish=Fish, shark=Fish"
    )


def test_members_can_inherit_from_their_union() -> None:
    union: JsonObject = {
        "properties": {"kind": {"type": "string"}},
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "kind"},
    }
    schemas: JsonObject = {
        "Animal": union,
        "Cat": {"allOf": [ref("Animal"), {"properties": {"lives": {}}}]},
        "Dog": {"allOf": [ref("Animal")]},
    }
    assert show_component(schemas, "Cat") == "{kind?: string, lives?: any}"
    assert show_component(schemas, "Dog") == "{kind?: string}"


TEXT: JsonObject = {"type": "string"}


def mapping_of(api: Api, name: str) -> dict[str, str]:
    """Return the member for each value of the discriminator."""
    union = schema_of(api, name)
    assert isinstance(union, UnionOf)
    assert union.discriminator is not None
    metas = {
        value: api.types[member].meta for value, member in union.discriminator.mapping
    }
    return {value: meta.name or " ".join(meta.context) for value, meta in metas.items()}


def pets(**schemas: JsonValue) -> JsonObject:
    return {
        "Cat": with_kind({"const": "cat"}),
        "Dog": with_kind({"enum": ["dog", "puppy"]}),
        "Pet": {"oneOf": [ref("Cat"), ref("Dog")]},
        **schemas,
    }


def test_mapping_is_sorted_with_integers_in_numeric_order() -> None:
    kinds: list[JsonValue] = ["b", "10", "9", "-1", "a", "1", "01"]
    api = build_schemas(
        pets(Cat=with_kind({"enum": kinds[:4]}), Dog=with_kind({"enum": kinds[4:]}))
    )
    listed = ["-1", "1", "9", "10", "01", "a", "b"]
    assert list(mapping_of(api, "Pet")) == listed


def test_values_of_one_member_select_it() -> None:
    union: JsonObject = {
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "kind"},
    }
    api = build_schemas(pets(Pet=union))
    assert mapping_of(api, "Pet") == {"cat": "Cat", "dog": "Dog", "puppy": "Dog"}


def test_shared_values_select_no_member() -> None:
    kind: JsonObject = {"enum": ["cat", "dog"]}
    union: JsonObject = {
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat"}},
    }
    api = build_schemas(pets(Cat=with_kind(kind), Dog=with_kind(kind), Pet=union))
    assert mapping_of(api, "Pet") == {"cat": "Cat", "Dog": "Dog"}


def test_constants_are_an_implicit_discriminator() -> None:
    api = build_schemas(pets())
    assert mapping_of(api, "Pet") == {"cat": "Cat", "dog": "Dog", "puppy": "Dog"}


def test_required_property_is_preferred_as_discriminator() -> None:
    def member(kind: str, form: str) -> JsonObject:
        properties: JsonObject = {"aspect": {"const": form}, "kind": {"const": kind}}
        return {"type": "object", "required": ["kind"], "properties": properties}

    api = build_schemas(pets(Cat=member("cat", "x"), Dog=member("dog", "y")))
    union = schema_of(api, "Pet")
    assert isinstance(union, UnionOf)
    assert union.discriminator is not None
    assert union.discriminator.property_name == "kind"


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (1, 2, ["1", "2"]),
        (True, False, ["false", "true"]),
    ],
)
def test_non_string_constants_are_discriminator_values(
    one: JsonValue, other: JsonValue, values: list[str]
) -> None:
    api = build_schemas(
        pets(Cat=with_kind({"const": one}), Dog=with_kind({"const": other}))
    )
    assert sorted(mapping_of(api, "Pet")) == values


@pytest.mark.parametrize(
    "kinds",
    [
        (TEXT, TEXT),
        ({"const": "x"}, {"const": "x"}),
        ({"const": "x"}, TEXT),
        ({"enum": ["x", "y"]}, {"enum": ["y", "z"]}),
        ({"const": {"a": 1}}, {"const": {"a": 2}}),
    ],
)
def test_shared_constants_are_no_discriminator(
    kinds: tuple[JsonObject, JsonObject],
) -> None:
    api = build_schemas(pets(Cat=with_kind(kinds[0]), Dog=with_kind(kinds[1])))
    union = schema_of(api, "Pet")
    assert isinstance(union, UnionOf)
    assert union.discriminator is None


def test_nested_unions_contribute_their_members() -> None:
    fish = with_kind({"const": "fish"})
    outer: JsonObject = {
        "oneOf": [ref("Pet"), ref("Fish"), TEXT],
        "discriminator": {"propertyName": "kind"},
    }
    api = build_schemas(pets(Fish=fish, Animal=outer))
    assert mapping_of(api, "Animal") == {
        "cat": "Cat",
        "dog": "Dog",
        "fish": "Fish",
        "puppy": "Dog",
    }
    assert show(api, schema_of(api, "Animal")).startswith("Pet | Fish | string by kind")


def test_nested_unions_contribute_their_mappings() -> None:
    base: JsonObject = {
        **with_kind(TEXT),
        "discriminator": {"propertyName": "kind", "mapping": {"c": "Cod", "x": "Dog"}},
    }
    cod: JsonObject = {"allOf": [ref("Fish"), {"properties": {"fins": TEXT}}]}
    outer: JsonObject = {
        "oneOf": [ref("Cat"), ref("Fish")],
        "discriminator": {"propertyName": "kind", "mapping": {"x": "Cat"}},
    }
    api = build_schemas(pets(Fish=base, Cod=cod, Animal=outer))
    # The mapping of the union takes precedence.
    assert mapping_of(api, "Animal") == {
        "x": "Cat",
        "c": "Cod",
        "dog": "Dog",
        "puppy": "Dog",
        "Fish": "Fish base",
    }


def test_recursive_unions_are_converted() -> None:
    api = build_schemas(
        {
            "A": {"oneOf": [ref("B"), with_kind({"const": "a"})]},
            "B": {"oneOf": [ref("A"), with_kind({"const": "b"})]},
        }
    )
    assert sorted(mapping_of(api, "A")) == ["a", "b"]


@pytest.mark.parametrize("key", ["defaultMapping", "x-defaultMapping"])
def test_default_mapping_of_a_discriminator_is_read(key: str) -> None:
    union: JsonObject = {
        "anyOf": [ref("Cat"), ref("Dog")],
        "discriminator": {"propertyName": "kind", key: "Dog"},
    }
    api = build_schemas(pets(Pet=union))
    assert default_of(api, "Pet") == "Dog"


def test_nested_unions_with_another_discriminator_are_selected_as_a_whole() -> None:
    api = build_schemas(
        {
            "Tool": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Power"},
                    {"$ref": "#/components/schemas/Hand"},
                ],
                "discriminator": {"propertyName": "kind"},
            },
            "Hand": with_kind({"const": "hand"}),
            "Power": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Saw"},
                    {"$ref": "#/components/schemas/Drill"},
                ],
                "discriminator": {"propertyName": "sort"},
            },
            "Saw": with_kind({"const": "power"}, sort={"const": "saw"}),
            "Drill": with_kind({"const": "power"}, sort={"const": "drill"}),
        }
    )
    tool = schema_of(api, "Tool")
    assert isinstance(tool, UnionOf)
    assert tool.discriminator is not None
    assert [
        (value, type(api.types[one]), api.types[one].meta.name)
        for value, one in tool.discriminator.mapping
    ] == [("hand", Record, "Hand"), ("power", UnionOf, "Power")]
