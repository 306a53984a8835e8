"""The cheap check whether a document needs bundling."""

from __future__ import annotations

import pytest
from sdksmith.bundle.detection import may_have_external_references
from sdksmith.load import load_document

START = b'{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, '
LOCAL = {
    "nothing": b'"x-a": 1}',
    "local pointer": b'"x-a": {"$ref": "#/info"}}',
    "property of this name": b'"x-a": {"properties": {"$ref": {"type": "string"}}}}',
    "property named $id": b'"x-a": {"properties": {"$id": {"type": "string"}}}}',
}
EXTERNAL = {
    "file": b'"x-a": {"$ref": "a.yaml#/A"}}',
    "URL": b'"x-a": {"$ref":"https://example.com/a.json"}}',
    "anchor": b'"x-a": {"$ref": "#a"}}',
    "identifier": b'"x-a": {"$id": "a"}}',
    "escaped dollar sign": b'"x-a": {"\\u0024ref": "a.yaml"}}',
    "file in a mapping": b'"x-a": {"mapping": {"a": "a.yaml"}}}',
}


@pytest.mark.parametrize("rest", LOCAL.values(), ids=LOCAL)
def test_documents_without_external_references(rest: bytes) -> None:
    document = load_document("api.json", START + rest).document
    assert not may_have_external_references(document)


@pytest.mark.parametrize("rest", EXTERNAL.values(), ids=EXTERNAL)
def test_documents_with_external_references(rest: bytes) -> None:
    document = load_document("api.json", START + rest).document
    assert may_have_external_references(document)
