"""Repair of damaged documents: the result is valid and final."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.json_data import array_of
from sdksmith.load.document import Dialect, resolve, split
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import DocumentError

from tests.repair.documents import document, parse, validation_errors

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

WHOLE = parse("""
swagger: "2.0"
info:
  title: Parcels
  version: "1"
  contact: {name: Ann, email: ann@example.com}
  license: {name: MIT, url: "https://example.com/licence"}
host: example.com
basePath: /v1
schemes: [https]
consumes: [application/json]
produces: [application/json]
tags: [{name: parcels, externalDocs: {url: "https://example.com"}}]
security: [{key: []}, {login: [read]}]
paths:
  /parcels/{id}:
    parameters: [{name: id, in: path, required: true, type: string}]
    get:
      tags: [parcels]
      operationId: getParcel
      parameters:
      - {name: q, in: query, type: array, items: {type: integer}}
      - {$ref: "#/parameters/page"}
      responses:
        "200":
          description: A parcel.
          schema: {$ref: "#/definitions/Parcel"}
          headers: {X-Age: {type: integer}}
          examples: {application/json: {}}
        "404": {$ref: "#/responses/missing"}
        default: {description: An error.}
    post:
      consumes: [multipart/form-data]
      parameters: [{name: label, in: formData, type: file}]
      security: [{basic: []}]
      responses: {"201": {description: Labelled.}}
  /parcels:
    put:
      deprecated: true
      parameters:
      - {name: body, in: body, required: true, schema: {$ref: "#/definitions/Parcel"}}
      responses: {"204": {description: Nothing.}}
definitions:
  Parcel:
    type: object
    required: [id]
    properties:
      id: {type: string, enum: [a, b], default: a}
      size: {type: integer, minimum: 1, exclusiveMinimum: true}
      parts: {type: array, items: {$ref: "#/definitions/Parcel"}}
      notes: {type: object, additionalProperties: {type: string}}
  Letter:
    allOf: [{$ref: "#/definitions/Parcel"}, {type: object}]
parameters:
  page: {name: page, in: query, type: integer, default: 1}
responses:
  missing: {description: Not found.}
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  basic: {type: basic}
  login:
    type: oauth2
    flow: implicit
    authorizationUrl: https://example.com/login
    scopes: {read: Look.}
""")

JUNK = array_of(parse("""
junk:
- [null, true, false, 0, 1, -1, 2.5]
- ["", x, header, /a, ":id", "{", "200", "true", "{x}", "a,b", a@b]
- [[], [a], [1], [null], [{}], [{type: string}]]
- [{}, {a: 1}, {a: {}}, {name: a}, {type: string}, {get: {}}, {"200": x}]
- [{$ref: "#/definitions/Parcel"}, {$ref: "#/nowhere"}]
""")["junk"])
KEYS = [
    *("", "x", "GET", "a b", "/b/:id", "/b?c=d", "/b#c", "{z", "1", "4xx", "200 OK"),
    *("name", "type", "in", "$REF", "Description", "parameters", "responses"),
]


@dataclass(frozen=True)
class Damage:
    """Damage of a document: number of a node, and its replacement."""

    place: int
    junk: JsonValue = None
    key: str | None = None
    is_removal: bool = False


def pointers(value: JsonValue, above: str = "") -> list[str]:
    if isinstance(value, dict):
        items = [
            (key.replace("~", "~0").replace("/", "~1"), value[key]) for key in value
        ]
    elif isinstance(value, list):
        items = [(str(index), item) for index, item in enumerate(value)]
    else:
        items = []
    found: list[str] = []
    for token, item in items:
        found += [f"{above}/{token}", *pointers(item, f"{above}/{token}")]
    return found


def damage(root: JsonObject, what: Damage) -> None:
    # Without a version, the specification is unknown.
    places = [pointer for pointer in pointers(root) if pointer != "/swagger"]
    pointer = places[what.place % len(places)]
    parent = resolve(root, pointer.rpartition("/")[0])
    token = split(pointer)[-1]
    if isinstance(parent, list):
        parent[int(token)] = copy.deepcopy(what.junk)
    elif isinstance(parent, dict):
        value = parent.pop(token)
        if what.key is not None:
            parent[what.key] = value
        elif not what.is_removal:
            parent[token] = copy.deepcopy(what.junk)


PLACES = st.integers(0, 500)
DAMAGES = st.one_of(
    st.builds(
        Damage,
        PLACES,
        junk=st.sampled_from([item for row in JUNK for item in array_of(row)]),
    ),
    st.builds(Damage, PLACES, key=st.sampled_from(KEYS)),
    st.builds(Damage, PLACES, is_removal=st.just(True)),
)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.lists(DAMAGES, min_size=1, max_size=4), st.booleans())
def test_repair_of_damaged_documents_is_valid_and_final(
    damages: list[Damage], guess: bool
) -> None:
    root = copy.deepcopy(WHOLE)
    for what in damages:
        damage(root, what)
    try:
        broken = document(root)
    except DocumentError:
        return
    before = copy.deepcopy(broken.root)
    repaired = repair(broken, guess=guess)
    assert broken.root == before
    assert repair(repaired.document, guess=guess).document is repaired.document
    # Documents that need other files (RF007) cannot be validated.
    if "RF007" not in {item.code for item in repaired.diagnostics}:
        assert validation_errors(repaired.document.root, Dialect.SWAGGER_20) == []
