"""Values of every type on the wire, in every place of a request and in responses.

Other programs judge what is sent: a JSON Schema validator checks bodies, and the standard
library and pydantic read them, as servers do.
"""

from __future__ import annotations

import datetime as dt
import json
from base64 import b64decode
from collections.abc import Callable
from decimal import Decimal
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import httpx2
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic.types import Base64UrlBytes
from pydantic_core import to_jsonable_python

from tests.suites.package import import_package, make_package

Schema = dict[str, Any]

OFFSETS = st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
)
MOMENTS = st.datetimes(
    min_value=dt.datetime(1970, 1, 1),  # noqa: DTZ001 (bounds are naive)
    timezones=OFFSETS,
)
DECIMALS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30
)
TEXTS = st.text(
    st.characters(
        min_codepoint=0x21, max_codepoint=0x7E, exclude_characters=",;\\\"'./%"
    ),
    min_size=1,
)

# Name of a root type: its schema, values of it, and the type by which pydantic reads it.
TYPES: dict[str, tuple[Schema, st.SearchStrategy[Any], Any]] = {
    "text": ({"type": "string"}, TEXTS, str),
    "integer": ({"type": "integer"}, st.integers(), int),
    "number": ({"type": "number"}, st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False)), float),
    "boolean": ({"type": "boolean"}, st.booleans(), bool),
    "day": ({"type": "string", "format": "date"}, st.dates(), dt.date),
    "moment": ({"type": "string", "format": "date-time"}, MOMENTS, dt.datetime),
    "clock": ({"type": "string", "format": "time"}, st.times(timezones=st.just(dt.UTC)), dt.time),
    "key": ({"type": "string", "format": "uuid"}, st.uuids(), UUID),
    "data": ({"type": "string", "format": "byte"}, st.binary(min_size=1), bytes),
    "safe": ({"type": "string", "format": "base64url"}, st.binary(min_size=1), bytes),
    "period": ({"type": "string", "format": "duration"}, st.timedeltas(min_value=dt.timedelta(), max_value=dt.timedelta(99999)), dt.timedelta),
    "price": ({"type": "string", "format": "decimal"}, DECIMALS, Decimal),
    "rate": ({"type": "number", "format": "decimal"}, DECIMALS, Decimal),
    "color": ({"type": "string", "enum": ["red", "dark blue"]}, st.sampled_from(["red", "dark blue"]), str),
    "level": ({"type": "integer", "enum": [1, 20]}, st.sampled_from([1, 20]), int),
}  # fmt: skip
PLACES = ("query", "header", "cookie", "path")
VERSIONS = ("2.0", "3.0.3", "3.1.0")


def wrapped(shape: str, schema: Schema) -> Schema:
    if shape == "list":
        return {"type": "array", "items": schema}
    if shape == "map":
        return {"type": "object", "additionalProperties": schema}
    return schema


def operation(version: str, parameters: list[Schema], schema: Schema | None) -> Schema:
    """Return an operation that returns its body."""
    if version == "2.0":
        if schema is None:
            return {
                "parameters": parameters,
                "responses": {"204": {"description": "-"}},
            }
        body = {"name": "body", "in": "body", "required": True, "schema": schema}
        response = {"description": "-", "schema": schema}
        return {"parameters": [*parameters, body], "responses": {"200": response}}
    if schema is None:
        return {"parameters": parameters, "responses": {"204": {"description": "-"}}}
    content = {"application/json": {"schema": schema}}
    return {
        "parameters": parameters,
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "-", "content": content}},
    }


def parameter(version: str, place: str, schema: Schema, *, many: bool) -> Schema:
    made: Schema = {"name": "v", "in": place, "required": True}
    shape = wrapped("list", schema) if many else schema
    if version == "2.0":
        return {**made, **shape, **({"collectionFormat": "csv"} if many else {})}
    explode = {"explode": False} if many and place in {"query", "cookie"} else {}
    return {**made, "schema": shape, **explode}


def document(version: str) -> Schema:
    paths: Schema = {}
    for name, (schema, _, _) in TYPES.items():
        for shape in ("scalar", "list", "map"):
            put = operation(version, [], wrapped(shape, schema))
            paths[f"/{shape}/{name}"] = {"put": put}
        for place in PLACES:
            if version == "2.0" and place == "cookie":
                continue
            for many in (False, True):
                kind = "many" if many else "one"
                end = "/{v}" if place == "path" else ""
                given = [parameter(version, place, schema, many=many)]
                paths[f"/{place}/{kind}/{name}{end}"] = {
                    "get": operation(version, given, None)
                }
    root = {"swagger": version} if version == "2.0" else {"openapi": version}
    kinds = {"consumes": ["application/json"], "produces": ["application/json"]}
    name = f"Wire {version.replace('.', '')}"
    return {
        **root,
        "info": {"title": name, "version": "1"},
        **(kinds if version == "2.0" else {}),
        "paths": paths,
    }


class Wire:
    """A client whose server returns the body of each request."""

    def __init__(self, package: Any) -> None:
        self.requests: list[httpx2.Request] = []
        transport = httpx2.MockTransport(self._respond)
        self.client = package.Client(
            base_url="https://wire.example.com",
            http_client=httpx2.Client(transport=transport),
            response_validation="strict",
        )

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        if request.method == "GET":
            return httpx2.Response(204)
        headers = {"content-type": "application/json"}
        return httpx2.Response(200, content=request.content, headers=headers)

    def put(self, shape: str, name: str, value: object) -> tuple[object, bytes]:
        """Return what the client reads of the body that it sent, and the body."""
        found = getattr(getattr(self.client, shape), name).update(body=value)
        return found, self.requests.pop().content

    def get(self, place: str, kind: str, name: str, value: object) -> httpx2.Request:
        found = getattr(getattr(getattr(self.client, place), kind), name)
        if place == "path":
            found.retrieve(value)
        else:
            found(v=value)
        return self.requests.pop()


@pytest.fixture(scope="module", params=VERSIONS)
def wire(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Wire:
    folder: Path = tmp_path_factory.mktemp("wire")
    return Wire(import_package(make_package(document(request.param), folder)))


def read_text(annotation: Any, schema: Schema, text: str) -> object:
    """Return what a server reads in a parameter."""
    if annotation is bytes:
        if schema["format"] == "base64url":
            return TypeAdapter(Base64UrlBytes).validate_python(text)
        return b64decode(text, validate=True)
    return TypeAdapter(annotation).validate_strings(text)


TAKEN: dict[str, Callable[[httpx2.Request], str]] = {
    "query": lambda request: dict(parse_qsl(request.url.query.decode()))["v"],
    "header": lambda request: request.headers["v"],
    "cookie": lambda request: unquote(
        SimpleCookie(request.headers["cookie"])["v"].value
    ),
    "path": lambda request: unquote(request.url.raw_path.decode().rpartition("/")[2]),
}


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("shape", ["scalar", "list", "map"])
def test_a_body_is_read_as_it_was_given(wire: Wire, shape: str, name: str) -> None:
    schema, values, _ = TYPES[name]
    if shape == "list":
        values = st.lists(values, max_size=3)
    elif shape == "map":
        values = st.dictionaries(TEXTS, values, max_size=3)
    validator = jsonschema_rs.validator_for(wrapped(shape, schema))

    @settings(max_examples=5)
    @given(values)
    def check(value: object) -> None:
        found, body = wire.put(shape, name, value)
        assert found == value
        assert repr(found) == repr(value) or "." in repr(value)  # 10.0 is read as 10
        validator.validate(json.loads(body))

    check()


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("place", PLACES)
def test_a_parameter_is_read_as_it_was_given(wire: Wire, place: str, name: str) -> None:
    schema, values, annotation = TYPES[name]
    if not hasattr(wire.client, place):
        pytest.skip("Swagger 2.0 has no cookies")

    @settings(max_examples=5)
    @given(values, st.lists(values, min_size=1, max_size=3))
    def check(value: object, many: list[object]) -> None:
        text = TAKEN[place](wire.get(place, "one", name, value))
        assert read_text(annotation, schema, text) == value
        text = TAKEN[place](wire.get(place, "many", name, many))
        assert [read_text(annotation, schema, t) for t in text.split(",")] == many

    check()


def test_values_are_json(wire: Wire) -> None:
    moment = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
    assert wire.put("scalar", "moment", moment)[1] == (
        f'"{to_jsonable_python(moment)}"'.encode()
    )
