"""Families of component schemas that inherit through `allOf`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.types import Record, UnionOf

from tests.model.documents import (
    build,
    build_schemas,
    field_of,
    ref,
    schema_of,
    show,
    show_component,
    swagger2,
    type_of,
)
from tests.model.schemas.unions import default_of, with_kind

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

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


def test_base_with_a_discriminator_is_a_union_of_descendants() -> None:
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


def test_mapping_defines_the_values_of_descendants() -> None:
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


def test_discriminator_without_descendants_is_ignored() -> None:
    lonely: JsonObject = {
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind"},
    }
    assert show_component({"Subject": lonely}) == "{kind?: string}"


def test_discriminator_of_swagger_2_is_a_union_of_descendants() -> None:
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


TEXT: JsonObject = {"type": "string"}


def test_default_member_of_a_family_is_its_base() -> None:
    base: JsonObject = {
        **with_kind(TEXT),
        "discriminator": {"propertyName": "kind"},
    }
    api = build_schemas(
        {"Pet": base, "Cat": {"allOf": [ref("Pet"), {"properties": {"a": TEXT}}]}}
    )
    assert default_of(api, "Pet") == "Pet base"


def shark(**properties: JsonValue) -> JsonObject:
    reference: JsonObject = {"$ref": "#/components/schemas/Shark"}
    return {"allOf": [reference, {"type": "object", "properties": properties}]}


def test_descendant_with_another_discriminator_is_a_union() -> None:
    schemas: JsonObject = {
        "Fish": {
            "type": "object",
            "properties": {"kind": {"type": "string"}},
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"shark": "Shark", "salmon": "Salmon"},
            },
        },
        "Salmon": {"allOf": [{"$ref": "#/components/schemas/Fish"}]},
        "Shark": {
            "allOf": [{"$ref": "#/components/schemas/Fish"}],
            "type": "object",
            "properties": {"sort": {"type": "string"}},
            "discriminator": {"propertyName": "sort", "mapping": {"saw": "SawShark"}},
        },
        "SawShark": shark(sort={"type": "string", "enum": ["saw"]}),
        "Goblin": shark(snout={"type": "integer"}),
    }
    api = build_schemas(schemas)
    fish, sharks = schema_of(api, "Fish"), schema_of(api, "Shark")
    assert isinstance(fish, UnionOf)
    assert isinstance(sharks, UnionOf)

    def selected(union: UnionOf) -> dict[str, tuple[str, str]]:
        assert union.discriminator is not None
        return {
            value: (type(api.types[one]).__name__, api.types[one].meta.name or "base")
            for value, one in union.discriminator.mapping
        }

    assert selected(fish) == {
        "Fish": ("Record", "base"),
        "salmon": ("Record", "Salmon"),
        "shark": ("UnionOf", "Shark"),
    }
    assert selected(sharks) == {
        "Goblin": ("Record", "Goblin"),
        "Shark": ("Record", "base"),
        "saw": ("Record", "SawShark"),
    }
    assert [api.types[one].meta.name for one in fish.members] == [
        "Salmon",
        "Shark",
        None,
    ]
