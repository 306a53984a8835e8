"""The model does not depend on the order in which a document is written."""

from __future__ import annotations

import copy
import json
import re
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.load.loading import load_document
from sdksmith.model.dump import dump_api

from tests.model.documents import build, load, openapi31
from tests.upgrade.test_document import SOURCE

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


def shuffle(value: JsonValue, random: Random) -> JsonValue:
    """Return a value with the keys of each of its objects in another order."""
    if isinstance(value, list):
        return [shuffle(item, random) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    random.shuffle(keys)
    return {key: shuffle(value[key], random) for key in keys}


def shuffled(document: Document, random: Random) -> Document:
    root = shuffle(document.root, random)
    assert isinstance(root, dict)
    return load(root)


def canonical(api: Api) -> JsonValue:
    """Return the dump of an API with the order taken out.

    Types go by where they stand instead of by number. Of equal schemas for several
    media types any may stand for all.
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
def test_keys_in_any_order_give_the_same_model(seed: int) -> None:
    random = Random(seed)
    for document in (RICH, SWAGGER):
        expected = canonical(build(document).api)
        assert canonical(build(shuffled(document, random)).api) == expected


def test_building_changes_nothing_in_the_document() -> None:
    before = copy.deepcopy(RICH.root)
    build(RICH)
    assert before == RICH.root


def test_two_runs_give_the_same_model() -> None:
    first, second = build(RICH), build(RICH)
    assert first.api == second.api
    assert first.diagnostics == second.diagnostics
