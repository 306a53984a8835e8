"""Discriminator properties that variants do not define."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.types import Choice, Presence, Record

from tests.model.documents import build_schemas, schema_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def pets(**mapping: str) -> JsonObject:
    names = ("Cat", "Dog")
    return {
        "oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names],
        "discriminator": {"propertyName": "kind", "mapping": dict(mapping)},
    }


def test_missing_discriminators_are_optional_properties_of_the_variants() -> None:
    name: JsonObject = {"type": "string"}
    schemas: JsonObject = {
        "Pet": pets(cat="Cat", tomcat="Cat", dog="Dog"),
        "Cat": {"type": "object", "properties": {"name": name}},
        "Dog": {"type": "object", "properties": {"kind": name, "name": name}},
    }
    api = build_schemas(schemas)
    cat, dog = schema_of(api, "Cat"), schema_of(api, "Dog")
    assert isinstance(cat, Record)
    assert isinstance(dog, Record)
    assert [field.name for field in cat.fields] == ["kind", "name"]
    assert cat.fields[0].presence is Presence.OPTIONAL
    kind = api.types[cat.fields[0].type]
    assert isinstance(kind, Choice)
    assert kind.values == ("cat", "tomcat")
    assert [field.name for field in dog.fields] == ["kind", "name"]
    assert not isinstance(api.types[dog.fields[0].type], Choice)


def test_variants_of_several_unions_have_the_discriminators_of_all() -> None:
    schemas: JsonObject = {
        "Pet": pets(cat="Cat", dog="Dog"),
        "Animal": {
            **pets(),
            "discriminator": {"propertyName": "type", "mapping": {"c": "Cat"}},
        },
        "Cat": {"type": "object", "properties": {"name": {"type": "string"}}},
        "Dog": {"type": "object", "properties": {"name": {"type": "string"}}},
    }
    api = build_schemas(schemas)
    cat = schema_of(api, "Cat")
    assert isinstance(cat, Record)
    assert [field.name for field in cat.fields] == ["kind", "type", "name"]
