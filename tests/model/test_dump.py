"""The model as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sdksmith.model.dump import dump_api

from tests.model.documents import OK, build, openapi31

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

SCHEMAS: JsonObject = {
    "Animal": {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"type": "string"}],
        "discriminator": {"propertyName": "kind"},
    },
    "Cat": {
        "title": "A cat",
        "properties": {
            "lives": {"type": "integer", "format": "int32", "default": 9},
            "toys": {"type": "array", "items": {"$ref": "#/components/schemas/Animal"}},
        },
    },
}


def test_dump_contains_kinds_and_names() -> None:
    paths: JsonObject = {"/cats/{id}.json": {"get": {"responses": OK}}}
    dump = dump_api(build(openapi31(paths=paths, components={"schemas": SCHEMAS})).api)
    assert json.loads(json.dumps(dump)) == dump
    assert dump["title"] == "Pets"
    assert dump["schemas"] == [["Animal", "Animal"], ["Cat", "Cat"]]
    types = dump["types"]
    assert isinstance(types, list)
    assert types[:3] == [
        {"id": "#0", "kind": "scalar", "pointer": "", "scalar": "any"},
        {
            "id": "Animal",
            "kind": "union",
            "pointer": "/components/schemas/Animal",
            "name": "Animal",
            "members": ["Cat", "#3"],
            "discriminator": {"property_name": "kind", "mapping": {"Cat": "Cat"}},
        },
        {
            "id": "Cat",
            "kind": "record",
            "pointer": "/components/schemas/Cat",
            "name": "Cat",
            "title": "A cat",
            "fields": [
                {"name": "kind", "type": "#7", "presence": "optional"},
                {"name": "lives", "type": "#4", "presence": "default", "default": 9},
                {"name": "toys", "type": "#5", "presence": "optional"},
            ],
            "extra": "#0",
        },
    ]
    assert types[4] == {
        "id": "#4",
        "kind": "scalar",
        "pointer": "/components/schemas/Cat/properties/lives",
        "scalar": "integer",
        "format": "int32",
    }
    operations = dump["operations"]
    assert isinstance(operations, list)
    (operation,) = operations
    assert isinstance(operation, dict)
    assert operation["path"] == {
        "segments": [
            [{"kind": "text", "text": "cats"}],
            [{"kind": "slot", "name": "id"}, {"kind": "text", "text": ".json"}],
        ]
    }
    assert operation["responses"] == [
        {
            "status": "200",
            "contents": [{"media_type": "application/json", "type": None}],
            "description": "OK",
            "pointer": "/paths/~1cats~1{id}.json/get/responses/200",
        }
    ]


BODY: JsonObject = {
    "content": {
        "application/json": {
            "schema": {"type": "object", "properties": {"id": {"type": "string"}}}
        }
    }
}


def test_dump_contains_webhooks() -> None:
    webhooks: JsonObject = {"born": {"post": {"requestBody": BODY, "responses": OK}}}
    dumped = dump_api(build(openapi31(webhooks=webhooks)).api)
    listed = dumped["webhooks"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    assert (listed[0]["name"], listed[0]["method"]) == ("born", "POST")
