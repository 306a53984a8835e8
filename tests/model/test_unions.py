"""Unions: how their members are told apart, and unions that stand inside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Record, UnionOf

from .documents import build_schema, build_schemas, schema_of, show

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.api import Api

TEXT: JsonObject = {"type": "string"}


def reference(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def with_kind(kind: JsonValue, **properties: JsonValue) -> JsonObject:
    return {"type": "object", "properties": {"kind": kind, **properties}}


def mapping_of(api: Api, name: str) -> dict[str, str]:
    """Return what each value of a union's discriminator means."""
    union = schema_of(api, name)
    assert isinstance(union, UnionOf)
    assert union.discriminator is not None
    metas = {
        value: api.types[member].meta for value, member in union.discriminator.mapping
    }
    return {value: meta.name or " ".join(meta.context) for value, meta in metas.items()}


def default_of(api: Api, name: str) -> str:
    union = schema_of(api, name)
    assert isinstance(union, UnionOf)
    assert union.discriminator is not None
    assert union.discriminator.default is not None
    meta = api.types[union.discriminator.default].meta
    return meta.name or " ".join(meta.context)


def pets(**schemas: JsonValue) -> JsonObject:
    return {
        "Cat": with_kind({"const": "cat"}),
        "Dog": with_kind({"enum": ["dog", "puppy"]}),
        "Pet": {"oneOf": [reference("Cat"), reference("Dog")]},
        **schemas,
    }


def test_values_stand_in_their_order_and_integers_in_that_of_integers() -> None:
    kinds: list[JsonValue] = ["b", "10", "9", "-1", "a", "1", "01"]
    api = build_schemas(
        pets(Cat=with_kind({"enum": kinds[:4]}), Dog=with_kind({"enum": kinds[4:]}))
    )
    listed = ["-1", "1", "9", "10", "01", "a", "b"]
    assert list(mapping_of(api, "Pet")) == listed


def test_every_value_that_only_one_member_may_have_means_it() -> None:
    union: JsonObject = {
        "oneOf": [reference("Cat"), reference("Dog")],
        "discriminator": {"propertyName": "kind"},
    }
    api = build_schemas(pets(Pet=union))
    assert mapping_of(api, "Pet") == {"cat": "Cat", "dog": "Dog", "puppy": "Dog"}


def test_values_that_members_share_mean_none_of_them() -> None:
    kind: JsonObject = {"enum": ["cat", "dog"]}
    union: JsonObject = {
        "oneOf": [reference("Cat"), reference("Dog")],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat"}},
    }
    api = build_schemas(pets(Cat=with_kind(kind), Dog=with_kind(kind), Pet=union))
    assert mapping_of(api, "Pet") == {"cat": "Cat", "Dog": "Dog"}


def test_without_a_discriminator_constants_tell_members_apart() -> None:
    api = build_schemas(pets())
    assert mapping_of(api, "Pet") == {"cat": "Cat", "dog": "Dog", "puppy": "Dog"}


def test_the_property_that_all_members_require_is_the_best() -> None:
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
def test_constants_that_are_no_text(
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
def test_nothing_is_told_apart_by_what_members_share(
    kinds: tuple[JsonObject, JsonObject],
) -> None:
    api = build_schemas(pets(Cat=with_kind(kinds[0]), Dog=with_kind(kinds[1])))
    union = schema_of(api, "Pet")
    assert isinstance(union, UnionOf)
    assert union.discriminator is None


def test_a_union_of_unions_knows_the_records_in_them() -> None:
    fish = with_kind({"const": "fish"})
    outer: JsonObject = {
        "oneOf": [reference("Pet"), reference("Fish"), TEXT],
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


def test_a_union_of_unions_knows_what_their_discriminators_say() -> None:
    base: JsonObject = {
        **with_kind(TEXT),
        "discriminator": {"propertyName": "kind", "mapping": {"c": "Cod", "x": "Dog"}},
    }
    cod: JsonObject = {"allOf": [reference("Fish"), {"properties": {"fins": TEXT}}]}
    outer: JsonObject = {
        "oneOf": [reference("Cat"), reference("Fish")],
        "discriminator": {"propertyName": "kind", "mapping": {"x": "Cat"}},
    }
    api = build_schemas(pets(Fish=base, Cod=cod, Animal=outer))
    # What the union itself says comes first.
    assert mapping_of(api, "Animal") == {
        "x": "Cat",
        "c": "Cod",
        "dog": "Dog",
        "puppy": "Dog",
        "Fish": "Fish base",
    }


def test_unions_that_contain_one_another_come_to_an_end() -> None:
    api = build_schemas(
        {
            "A": {"oneOf": [reference("B"), with_kind({"const": "a"})]},
            "B": {"oneOf": [reference("A"), with_kind({"const": "b"})]},
        }
    )
    assert sorted(mapping_of(api, "A")) == ["a", "b"]


@pytest.mark.parametrize("key", ["defaultMapping", "x-defaultMapping"])
def test_the_default_of_a_discriminator(key: str) -> None:
    union: JsonObject = {
        "anyOf": [reference("Cat"), reference("Dog")],
        "discriminator": {"propertyName": "kind", key: "Dog"},
    }
    api = build_schemas(pets(Pet=union))
    assert default_of(api, "Pet") == "Dog"


def test_a_family_falls_back_to_its_base() -> None:
    base: JsonObject = {
        **with_kind(TEXT),
        "discriminator": {"propertyName": "kind"},
    }
    api = build_schemas(
        {"Pet": base, "Cat": {"allOf": [reference("Pet"), {"properties": {"a": TEXT}}]}}
    )
    assert default_of(api, "Pet") == "Pet base"


def one_of(*names: str) -> JsonObject:
    members: list[JsonValue] = [
        {"type": "object", "required": [name], "properties": {name: TEXT}}
        for name in names
    ]
    return {"oneOf": members}


def test_two_unions_in_one_schema_are_multiplied() -> None:
    whole: JsonObject = {"allOf": [one_of("a", "b"), one_of("c", "d")]}
    assert build_schema(whole) == (
        "{a: string, c: string} | {a: string, d: string}"
        " | {b: string, c: string} | {b: string, d: string}"
    )


def test_a_union_beside_properties_and_one_in_a_part() -> None:
    whole: JsonObject = {
        "type": "object",
        "properties": {"id": TEXT},
        "allOf": [one_of("a", "b")],
        **one_of("c", "d"),
    }
    api = build_schemas({"Whole": whole})
    union = schema_of(api, "Whole")
    assert isinstance(union, UnionOf)
    names = [
        [field.name for field in record.fields]
        for record in (api.types[member] for member in union.members)
        if isinstance(record, Record)
    ]
    assert [sorted(fields) for fields in names] == [
        ["a", "c", "id"],
        ["a", "d", "id"],
        ["b", "c", "id"],
        ["b", "d", "id"],
    ]
    contexts = [" ".join(api.types[member].meta.context) for member in union.members]
    assert contexts[0] == "Whole with a with c"
    assert len(set(contexts)) == 4


def test_more_unions_than_anybody_reads_are_not_multiplied() -> None:
    parts: list[JsonValue] = [one_of(*(f"{a}{b}" for b in "wxyz")) for a in "abcd"]
    union = schema_of(build_schemas({"Whole": {"allOf": parts}}), "Whole")
    assert isinstance(union, UnionOf)
    assert len(union.members) == 16


def test_conditions_add_what_may_be_there() -> None:
    schema: JsonObject = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": TEXT},
        "if": {"properties": {"kind": {"const": "a"}}},
        "then": {"properties": {"more": {"type": "integer"}}, "required": ["more"]},
        "else": {"properties": {"kind": {"const": "b"}, "less": TEXT}},
        "dependentSchemas": {"kind": {"properties": {"also": {"type": "boolean"}}}},
        "not": {"required": ["never"]},
    }
    assert build_schema(schema) == (
        "{kind: string, more?: integer, less?: string, also?: boolean}"
    )


@pytest.mark.parametrize(
    ("schema", "shown"),
    [
        ({"const": {"a": 1}}, "map<any>"),
        ({"const": [1]}, "[any]"),
        ({"enum": [{"a": 1}, [1], "x", None]}, "map<any> | [any] | string"),
        ({"enum": [{"a": 1}, {"b": 1}]}, "map<any>"),
        ({"enum": [[1], 2, 2.5]}, "[any] | integer | number"),
        (
            {"enum": [{"a": 1}], "type": "object", "properties": {"a": TEXT}},
            "{a?: string}",
        ),
    ],
)
def test_listed_values_that_are_no_scalars_show_their_types(
    schema: JsonObject, shown: str
) -> None:
    assert build_schema(schema) == shown
