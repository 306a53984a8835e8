"""`allOf`, `oneOf`, `anyOf`, and discriminators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Record, UnionOf

from tests.model.documents import (
    build,
    build_schema,
    build_schemas,
    field_of,
    record_of,
    schema_of,
    show,
    swagger2,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

PET: JsonObject = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "integer"}, "tag": {"type": "string"}},
}


def ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def shown(schemas: JsonObject, name: str = "Subject") -> str:
    api = build_schemas({"Pet": PET, **schemas})
    return show(api, schema_of(api, name))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"allOf": [ref("Pet"), {"properties": {"name": {"type": "string"}}}]},
            "{id: integer, tag?: string, name?: string}",
        ),
        (
            {
                "allOf": [ref("Pet")],
                "required": ["tag", "name"],
                "properties": {"name": {"type": "string"}},
            },
            "{id: integer, tag: string, name: string}",
        ),
        ({"allOf": [ref("Pet"), {"required": ["tag"]}]}, "{id: integer, tag: string}"),
        (
            {"allOf": [ref("Pet")], "properties": {"tag": {"type": "integer"}}},
            "{id: integer, tag?: integer}",
        ),
        (
            {"allOf": [ref("Pet")], "properties": {"tag": {"description": "Mine."}}},
            "{id: integer, tag?: string}",
        ),
        ({**ref("Pet"), "required": ["tag"]}, "{id: integer, tag: string}"),
        (
            {**ref("Pet"), "properties": {"name": {"type": "string"}}},
            "{id: integer, tag?: string, name?: string}",
        ),
        ({"allOf": [{"type": "string"}, {"maxLength": 3}]}, "string"),
        ({"allOf": [{"type": "string"}, {"enum": ["a"]}]}, "string['a']"),
        ({"allOf": [{"allOf": [ref("Pet")]}]}, "{id: integer, tag?: string}"),
        ({"allOf": []}, "any"),
        ({"allOf": [ref("Pet"), ref("Pet")]}, "{id: integer, tag?: string}"),
        ({"allOf": [ref("Subject"), ref("Pet")]}, "{id: integer, tag?: string}"),
    ],
)
def test_parts_are_one_record(schema: JsonObject, expected: str) -> None:
    assert shown({"Subject": schema}) == expected


def test_objects_inside_two_parts_are_merged() -> None:
    base: JsonObject = {
        "properties": {"at": {"properties": {"x": {"type": "integer"}}}}
    }
    more: JsonObject = {
        "properties": {"at": {"properties": {"y": {"type": "integer"}}}}
    }
    expected = "{at?: {x?: integer, y?: integer}}"
    assert shown({"Base": base, "Subject": {"allOf": [ref("Base"), more]}}) == expected


def test_a_component_that_only_extends_is_a_record_of_its_own() -> None:
    api = build_schemas({"Pet": PET, "Cat": {"allOf": [ref("Pet")]}})
    assert record_of(api, "Cat").meta.name == "Cat"
    assert dict(api.schemas)["Cat"] != dict(api.schemas)["Pet"]


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [ref("Pet")]},
        {"allOf": [ref("Pet"), {"description": "Yours."}]},
        {"allOf": [ref("Pet")], "description": "Yours.", "type": "object"},
        {"oneOf": [ref("Pet")]},
        {"anyOf": [ref("Pet"), {"type": "null"}]},
        {"oneOf": [ref("Pet"), ref("Pet")]},
        {**ref("Pet"), "description": "Yours."},
    ],
)
def test_an_inline_schema_of_one_part_is_that_part(schema: JsonObject) -> None:
    api = build_schemas({"Pet": PET, "User": {"properties": {"pet": schema}}})
    assert type_of(api, field_of(api, "User", "pet").type) == "Pet"


ALTERNATIVES: list[tuple[JsonObject, str]] = [
    ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, "string | integer"),
    ({"anyOf": [{"type": "string"}, {"type": "string"}]}, "string"),
    (
        {"anyOf": [{"type": "string", "maxLength": 1}, {"type": "string"}, {}]},
        "string | any",
    ),
    ({"oneOf": [{"type": "string"}, {"type": "null"}]}, "string"),
    ({"oneOf": [{"type": "null"}]}, "any"),
    (
        {"anyOf": [{"type": "string"}, {"enum": ["a", "b"]}]},
        "string | string['a', 'b']",
    ),
    (
        {
            "oneOf": [
                {"oneOf": [{"type": "string"}, {"type": "boolean"}]},
                ref("Pet"),
            ]
        },
        "string | boolean | Pet",
    ),
    ({"type": "object", "oneOf": [ref("Pet"), {"type": "array"}]}, "Pet | [any]"),
    (
        {
            "properties": {"a": {"type": "string"}},
            "anyOf": [{"required": ["a"]}, {}],
        },
        "{a?: string}",
    ),
    (
        {
            "properties": {"kind": {"type": "string"}},
            "oneOf": [ref("Pet"), {"properties": {"name": {"type": "string"}}}],
        },
        (
            "{kind?: string, id: integer, tag?: string} | "
            "{kind?: string, name?: string}"
        ),
    ),
    (
        {
            "allOf": [
                {"properties": {"kind": {"type": "string"}}},
                {"anyOf": [ref("Pet"), {"properties": {"name": {}}}]},
            ]
        },
        "{kind?: string, id: integer, tag?: string} | {kind?: string, name?: any}",
    ),
]


@pytest.mark.parametrize(("schema", "expected"), ALTERNATIVES)
def test_alternatives_are_a_union(schema: JsonObject, expected: str) -> None:
    assert shown({"Subject": schema}) == expected


def test_members_say_what_tells_them_apart() -> None:
    api = build_schemas(
        {
            "Pet": PET,
            "Owner": {
                "properties": {
                    "it": {
                        "oneOf": [
                            {"properties": {"type": {"const": "cat"}}},
                            {"properties": {"type": {"const": "dog"}}},
                            {"title": "Big fish", "properties": {"depth": {}}},
                        ]
                    },
                    "both": {
                        "properties": {"since": {}},
                        "oneOf": [
                            ref("Pet"),
                            {"type": "object", "properties": {"x": {}}},
                        ],
                    },
                }
            },
        }
    )
    contexts = [
        item.meta.context
        for item in api.types
        if isinstance(item, Record) and item.meta.name is None
    ]
    assert contexts == [
        ("Owner", "it", "cat"),
        ("Owner", "it", "dog"),
        ("Owner", "it", "Big fish"),
        ("Owner", "both", "Pet"),
        ("Owner", "both", "with", "x"),
    ]


def test_a_union_is_told_apart_by_its_discriminator() -> None:
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
    assert shown({**tagged, "Subject": union}) == (
        "Cat | Dog | Fish by kind: Dog=Dog, feline=Cat, fish=Fish, shark=Fish"
    )


def test_members_that_inherit_from_their_union_do_not_go_round() -> None:
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
    assert shown(schemas, "Cat") == "{kind?: string, lives?: any}"
    assert shown(schemas, "Dog") == "{kind?: string}"


FAMILY: JsonObject = {
    "Animal": {
        "type": "object",
        "discriminator": {"propertyName": "kind"},
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}},
    },
    "Dog": {"allOf": [ref("Animal"), {"properties": {"breed": {"type": "string"}}}]},
    "Cat": {"allOf": [ref("Animal")], "x-ms-discriminator-value": "felis"},
    "Puppy": {"allOf": [ref("Dog"), {"properties": {"age": {"type": "integer"}}}]},
    "Zoo": {"properties": {"animals": {"type": "array", "items": ref("Animal")}}},
    "Kennel": {"properties": {"dog": ref("Dog")}},
}


def test_a_base_with_a_discriminator_stands_for_its_descendants() -> None:
    api = build_schemas(FAMILY)
    animal = schema_of(api, "Animal")
    assert isinstance(animal, UnionOf)
    assert animal.meta.name == "Animal"
    *descendants, base = animal.members
    assert [type_of(api, member) for member in descendants] == [
        "Cat",
        "{kind: string, breed?: string}",
        "Puppy",
    ]
    record = api.types[base]
    assert isinstance(record, Record)
    assert record.meta.context == ("Animal", "base")
    assert type_of(api, base) == "{kind: string}"
    assert animal.discriminator is not None
    assert animal.discriminator.property_name == "kind"
    values = [value for value, _ in animal.discriminator.mapping]
    assert values == ["Animal", "Dog", "Puppy", "felis"]
    zoo = field_of(api, "Zoo", "animals")
    assert type_of(api, zoo.type) == "[Animal]"
    assert show(api, schema_of(api, "Puppy")) == (
        "{kind: string, breed?: string, age?: integer}"
    )
    dog = schema_of(api, "Dog")
    assert isinstance(dog, UnionOf)
    assert type_of(api, dog.members[0]) == "Puppy"


def test_a_mapping_names_the_descendants_of_a_base() -> None:
    animal: JsonObject = {
        "type": "object",
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"d": "Dog", "p": "#/components/schemas/Puppy", "?": "Gone"},
        },
        "properties": {"kind": {"type": "string"}},
    }
    api = build_schemas({**FAMILY, "Animal": animal})
    union = schema_of(api, "Animal")
    assert isinstance(union, UnionOf)
    assert union.discriminator is not None
    values = [value for value, _ in union.discriminator.mapping]
    assert values == ["Animal", "d", "felis", "p"]


def test_a_discriminator_that_nobody_inherits_changes_nothing() -> None:
    lonely: JsonObject = {
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind"},
    }
    assert shown({"Subject": lonely}) == "{kind?: string}"


def test_the_discriminator_of_swagger_2_makes_a_family() -> None:
    definitions: JsonObject = {
        "Animal": {
            "type": "object",
            "discriminator": "kind",
            "x-sdksmith-mapping": {"hund": "#/definitions/Dog"},
            "properties": {"kind": {"type": "string"}},
        },
        "Dog": {"allOf": [{"$ref": "#/definitions/Animal"}]},
        "Cat": {"allOf": [{"$ref": "#/definitions/Animal"}]},
    }
    api = build(swagger2(definitions=definitions)).api
    assert show(api, schema_of(api, "Animal")) == (
        "Cat | Dog | {kind?: string} by kind: Animal={kind?: string}, Cat=Cat, hund=Dog"
    )


@pytest.mark.parametrize("value", [None, 1, "x", [], [1], {"a": 1}, {"$ref": 1}])
@pytest.mark.parametrize(
    "key",
    [
        *("type", "enum", "properties", "required", "items", "allOf", "oneOf", "anyOf"),
        *("additionalProperties", "discriminator", "format", "prefixItems", "$ref"),
        *("patternProperties", "description", "x-ms-enum", "nullable", "examples"),
    ],
)
def test_no_shape_of_a_keyword_is_too_strange(key: str, value: JsonValue) -> None:
    assert build_schema({key: value})
    assert build_schema({"type": "object", "properties": {"a": {}}, key: value})
