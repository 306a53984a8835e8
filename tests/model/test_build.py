"""The model stage as a whole: independence of order, and OpenAPI 3.2."""

from __future__ import annotations

import copy
import json
import re
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.load.loading import load_document
from sdksmith.model.api import Place
from sdksmith.model.dump import dump_api

from tests.model.documents import build, load, only_operation, openapi31, type_of
from tests.shuffling import shuffle_keys
from tests.upgrade.documents import SOURCE

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.load.document import Document
    from sdksmith.model.api import Api


def ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


MEDIA: JsonObject = {
    media_type: {
        "schema": {"type": "object", "properties": {"x": {"enum": ["a", "b"]}}}
    }
    for media_type in ("application/json", "application/xml", "text/yaml")
}
SCHEMAS: JsonObject = {
    "Animal": {
        "discriminator": {"propertyName": "kind", "mapping": {"c": "Cat", "d": "Dog"}},
        "properties": {
            "kind": {"type": "string"},
            "at": {"properties": {"x": {}, "y": {}}},
        },
    },
    "Cat": {"allOf": [ref("Animal"), {"properties": {"kind": {"description": "!"}}}]},
    "Dog": {
        "allOf": [ref("Animal"), {"properties": {"at": {"properties": {"z": {}}}}}]
    },
    "Alias": ref("Dog"),
    "Either": {
        "properties": {"since": {"type": ["string", "null"]}},
        "oneOf": [
            ref("Cat"),
            {"properties": {"a": {"const": "x"}, "b": {"const": "y"}}},
        ],
    },
    "Named": {
        "type": "object",
        "patternProperties": {
            "^a": {"type": "string"},
            "^b": {"items": {"enum": [1, 2]}},
        },
        "additionalProperties": {"properties": {"deep": ref("Alias")}},
    },
}
OPERATION: JsonObject = {
    "requestBody": {"content": MEDIA},
    "responses": {
        "200": {"description": "", "content": MEDIA, "headers": {"B": {}, "A": {}}},
        "404": {
            "description": "",
            "content": {"application/json": {"schema": ref("Either")}},
        },
    },
    "x-sdksmith-error-codes": {"2": "Two", "1": "One"},
}
RICH = openapi31(
    paths={
        "/a/{id}": {"get": OPERATION, "put": {**OPERATION, "operationId": "put"}},
        "/b": {"get": {"x-sdksmith-error-codes": {"1": "Another", "3": "Three"}}},
    },
    components={"schemas": SCHEMAS},
)
SWAGGER = load_document("pets.yaml", SOURCE.encode()).document


def shuffled(document: Document, random: Random) -> Document:
    root = shuffle_keys(document.root, random)
    assert isinstance(root, dict)
    return load(root)


def canonical(api: Api) -> JsonValue:
    """Return a sorted dump of an API.

    Types are identified by location instead of number. Equal schemas of several media
    types have the same location.
    """
    labels = {
        f"#{index}": f"{item.meta.pointer} {item.meta.context} {type(item).__name__}"
        for index, item in enumerate(api.types)
    }
    return _sorted(dump_api(api), labels)


def _sorted(value: JsonValue, labels: dict[str, str]) -> JsonValue:
    if isinstance(value, list):
        members = [_sorted(item, labels) for item in value]
        return sorted(members, key=lambda item: json.dumps(item, sort_keys=True))
    if isinstance(value, dict):
        return {
            key: item if key == "context" else _sorted(item, labels)
            for key, item in value.items()
        }
    if isinstance(value, str):
        return re.sub(r"/content/[^/]+", "/content/*", labels.get(value, value))
    return value


@given(st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_model_does_not_depend_on_key_order(seed: int) -> None:
    random = Random(seed)
    for document in (RICH, SWAGGER):
        expected = canonical(build(document).api)
        assert canonical(build(shuffled(document, random)).api) == expected


def test_document_is_not_mutated() -> None:
    before = copy.deepcopy(RICH.root)
    build(RICH)
    assert before == RICH.root


def test_build_is_deterministic() -> None:
    first, second = build(RICH), build(RICH)
    assert first.api == second.api
    assert first.diagnostics == second.diagnostics


DOCUMENT_OF_3_2: JsonObject = {
    "openapi": "3.2.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://e.com", "name": "live"}],
    "tags": [
        {"name": "pets"},
        {"name": "cats", "summary": "Cats", "parent": "pets", "kind": "nav"},
    ],
    "paths": {
        "/pets": {
            "get": {
                "parameters": [
                    {
                        "name": "q",
                        "in": "querystring",
                        "content": {
                            "application/x-www-form-urlencoded": {
                                "schema": {"$ref": "#/components/schemas/Query"},
                                "encoding": {"tags": {"explode": False}},
                            }
                        },
                    },
                    {"name": "c", "in": "cookie", "style": "cookie", "schema": {}},
                ],
                "responses": {
                    "200": {
                        "summary": "Pets.",
                        "content": {
                            "application/json": {
                                "$ref": "#/components/mediaTypes/Pets"
                            },
                            "application/jsonl": {"itemSchema": {"type": "integer"}},
                            "multipart/mixed": {
                                "itemSchema": {"type": "string"},
                                "prefixEncoding": [{"contentType": "text/plain"}],
                                "itemEncoding": {
                                    "contentType": "image/png",
                                    "headers": {
                                        "X-Part": {"schema": {"type": "string"}}
                                    },
                                },
                            },
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {"Query": {"type": "object"}},
        "mediaTypes": {"Pets": {"itemSchema": {"type": "string"}}},
        "securitySchemes": {
            "login": {
                "type": "oauth2",
                "deprecated": True,
                "oauth2MetadataUrl": "https://e.com/.well-known",
                "flows": {
                    "deviceAuthorization": {
                        "deviceAuthorizationUrl": "https://e.com/device",
                        "tokenUrl": "https://e.com/token",
                        "scopes": {},
                    }
                },
            }
        },
    },
}


@pytest.fixture(name="dump_of_3_2")
def dump_document_of_3_2() -> JsonObject:
    return dump_api(build(load(DOCUMENT_OF_3_2)).api)


def test_servers_tags_and_schemes_of_3_2_are_read(dump_of_3_2: JsonObject) -> None:
    assert dump_of_3_2["servers"] == [{"url": "https://e.com", "name": "live"}]
    assert dump_of_3_2["tags"] == [
        {"name": "pets"},
        {"name": "cats", "summary": "Cats", "parent": "pets", "kind": "nav"},
    ]
    assert dump_of_3_2["security_schemes"] == [
        {
            "key": "login",
            "kind": "oauth2",
            "deprecated": True,
            "url": "https://e.com/.well-known",
            "pointer": "/components/securitySchemes/login",
            "flows": [
                {
                    "kind": "deviceAuthorization",
                    "token_url": "https://e.com/token",
                    "device_url": "https://e.com/device",
                }
            ],
        }
    ]


def test_parameters_of_3_2_are_read() -> None:
    query, cookie = only_operation(build(load(DOCUMENT_OF_3_2)).api).parameters
    assert (query.place, query.media_type) == (
        Place.QUERYSTRING,
        "application/x-www-form-urlencoded",
    )
    assert [(item.property_name, item.explode) for item in query.encodings] == [
        ("tags", False)
    ]
    assert (str(cookie.style), cookie.explode) == ("cookie", True)


def test_contents_of_3_2_are_read() -> None:
    api = build(load(DOCUMENT_OF_3_2)).api
    (response,) = only_operation(api).responses
    assert response.summary == "Pets."
    whole, lines, parts = response.contents
    assert whole.type is not None
    assert type_of(api, whole.type) == "[string]"
    assert lines.item is not None
    assert (lines.type, type_of(api, lines.item)) == (None, "integer")
    assert [item.content_type for item in parts.first_encodings] == ["text/plain"]
    assert parts.item_encoding is not None
    assert [item.name for item in parts.item_encoding.headers] == ["X-Part"]
