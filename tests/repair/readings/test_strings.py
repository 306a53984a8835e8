"""Numbers that are read as strings keep their spelling."""

from __future__ import annotations

from sdksmith.json_data import JsonValue
from sdksmith.load import load_document
from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair

YAML = b"""
openapi: 3.0.3
info: {title: 007, version: 2.10}
paths:
  /codes:
    get:
      tags: [1.0, 0x1F, 2e3]
      parameters:
      - {name: code, in: query, schema: {type: string, default: 00501}}
      - {name: part, in: query, schema: {type: string, enum: [1.0, 1.10, 2]}}
      - name: all
        in: query
        schema: {type: array, items: {type: string}, default: [0.50, 7]}
      - {name: version, in: query, schema: {type: string, enum: ["1.10"], default: 1.10}}
      - {name: size, in: query, schema: {type: integer, default: "010"}}
      responses: {"200": {description: Codes.}}
"""


def repaired(data: bytes, *pointers: str) -> list[JsonValue]:
    root = repair(load_document("spec.yaml", data).document).document.root
    return [resolve(root, pointer) for pointer in pointers]


def test_unquoted_numbers_of_yaml_keep_their_spelling() -> None:
    at = "/paths/~1codes/get"
    assert repaired(YAML, "/info/title", "/info/version") == ["007", "2.10"]
    assert repaired(YAML, f"{at}/tags") == [["1.0", "0x1F", "2e3"]]
    parameters = [f"{at}/parameters/{index}/schema" for index in range(5)]
    assert repaired(
        YAML,
        f"{parameters[0]}/default",
        f"{parameters[1]}/enum",
        f"{parameters[2]}/default",
        f"{parameters[3]}/default",
        f"{parameters[4]}/default",
    ) == ["00501", [1.0, "1.10", 2], ["0.50", "7"], "1.10", 10]


def test_numbers_of_json_keep_their_spelling() -> None:
    data = b"""{"openapi": "3.0.3", "info": {"title": "T", "version": 1.10},
        "paths": {}, "tags": [{"name": 20.0}]}"""
    assert repaired(data, "/info/version", "/tags/0/name") == ["1.10", "20.0"]
