"""Parameters of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Place, Style
from sdksmith.report.diagnostics import Effect

from tests.model.documents import (
    OK,
    build,
    build_operation,
    only_operation,
    openapi31,
    parameter_of,
    swagger2,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject


def test_path_parameters_are_in_path_order() -> None:
    parameters: JsonArray = [
        {"name": "limit", "in": "query", "schema": {"type": "integer"}},
        {"name": "b", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "X-Id", "in": "header", "schema": {"type": "string"}},
        {"name": "a", "in": "path", "schema": {"type": "integer"}},
        {"name": "session", "in": "cookie", "schema": {"type": "string"}},
    ]
    api = build_operation({"parameters": parameters, "responses": OK}, "/x/{a}/{b}/{a}")
    found = [(item.name, item.place) for item in only_operation(api).parameters]
    assert found == [
        ("a", Place.PATH),
        ("b", Place.PATH),
        ("limit", Place.QUERY),
        ("X-Id", Place.HEADER),
        ("session", Place.COOKIE),
    ]
    assert parameter_of(api, "a").required
    assert not parameter_of(api, "limit").required


def test_parameters_of_the_operation_override_those_of_the_path() -> None:
    item: JsonObject = {
        "parameters": [
            {"name": "a", "in": "query", "schema": {"type": "string"}},
            {"name": "x-b", "in": "header", "schema": {"type": "string"}},
            {"name": "a", "in": "header", "schema": {"type": "string"}},
        ],
        "get": {
            "parameters": [
                {"$ref": "#/components/parameters/A"},
                {"name": "X-B", "in": "header", "schema": {"type": "integer"}},
            ],
            "responses": OK,
        },
    }
    shared: JsonObject = {"name": "a", "in": "query", "schema": {"type": "boolean"}}
    api = build(
        openapi31(paths={"/x": item}, components={"parameters": {"A": shared}})
    ).api
    found = [
        (parameter.name, parameter.place.value, type_of(api, parameter.type))
        for parameter in only_operation(api).parameters
    ]
    assert found == [
        ("a", "query", "boolean"),
        ("X-B", "header", "integer"),
        ("a", "header", "string"),
    ]


@pytest.mark.parametrize(
    ("fields", "style", "explode"),
    [
        ({"in": "query"}, Style.FORM, True),
        ({"in": "query", "explode": False}, Style.FORM, False),
        ({"in": "query", "style": "spaceDelimited"}, Style.SPACE, False),
        ({"in": "query", "style": "pipeDelimited", "explode": True}, Style.PIPE, True),
        ({"in": "query", "style": "deepObject"}, Style.DEEP, False),
        ({"in": "query", "style": "matrix"}, Style.FORM, True),
        ({"in": "query", "x-sdksmith-style": "tabDelimited"}, Style.TAB, False),
        ({"in": "header"}, Style.SIMPLE, False),
        ({"in": "header", "style": "form"}, Style.SIMPLE, False),
        ({"in": "cookie"}, Style.FORM, True),
        ({"in": "path", "style": "label"}, Style.LABEL, False),
        ({"in": "path", "style": "matrix", "explode": True}, Style.MATRIX, True),
        ({"in": "path", "style": "nonsense"}, Style.SIMPLE, False),
    ],
)
def test_default_styles_depend_on_the_location(
    fields: JsonObject, style: Style, explode: bool
) -> None:
    parameter: JsonObject = {"name": "p", "schema": {"type": "array"}, **fields}
    api = build_operation({"parameters": [parameter], "responses": OK}, "/x/{p}")
    found = next(
        item
        for item in only_operation(api).parameters
        if item.name == "p" and item.place.value == fields["in"]
    )
    assert (found.style, found.explode) == (style, explode)


def test_parameter_with_content_is_read() -> None:
    parameter: JsonObject = {
        "name": "filter",
        "in": "query",
        "content": {"Application/JSON": {"schema": {"type": "object"}}},
    }
    api = build_operation({"parameters": [parameter], "responses": OK})
    found = parameter_of(api, "filter")
    assert (found.media_type, type_of(api, found.type)) == (
        "application/json",
        "map<any>",
    )


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        ({}, "untyped"),
        ({"schema": {}}, "untyped"),
        ({"schema": {"type": "string"}, "x-sdksmith-untyped": True}, "untyped"),
        (
            {"schema": {"type": "string", "enum": ["a"]}, "x-sdksmith-untyped": True},
            "string['a']",
        ),
    ],
)
def test_untyped_parameter_accepts_any_scalar(
    parameter: JsonObject, expected: str
) -> None:
    whole: JsonObject = {"name": "p", "in": "query", **parameter}
    api = build_operation({"parameters": [whole], "responses": OK})
    assert type_of(api, parameter_of(api, "p").type) == expected


def test_description_and_flags_of_a_parameter_are_read() -> None:
    parameter: JsonObject = {
        "name": "p",
        "in": "query",
        "required": True,
        "allowReserved": True,
        "deprecated": True,
        "example": 3,
        "schema": {
            "type": ["integer", "null"],
            "default": 7,
            "description": "How many.",
        },
    }
    api = build_operation({"parameters": [parameter], "responses": OK})
    found = parameter_of(api, "p")
    assert found.required
    assert found.allow_reserved
    assert found.deprecated
    assert found.nullable
    assert (found.default, found.examples) == (7, (3,))
    assert found.description == "How many."


def test_unmatched_placeholders_and_parameters_are_noted() -> None:
    operation: JsonObject = {
        "parameters": [
            {"name": "other", "in": "path", "schema": {"type": "string"}},
            {},
        ],
        "responses": OK,
    }
    built = build(openapi31(paths={"/pets/{id}": {"get": operation}}))
    (parameter,) = only_operation(built.api).parameters
    assert (parameter.name, type_of(built.api, parameter.type)) == ("id", "string")
    assert [item.code for item in built.diagnostics] == ["MD008", "MD010", "MD007"]
    effects = [item.effect for item in built.diagnostics]
    assert effects == [Effect.OMITTED, Effect.NOTED, Effect.NOTED]


def test_header_with_invalid_name_is_omitted() -> None:
    parameter: JsonObject = {"name": "Card Type", "in": "header", "schema": {}}
    operation: JsonObject = {"parameters": [parameter], "responses": OK}
    built = build(openapi31(paths={"/pets": {"get": operation}}))
    assert only_operation(built.api).parameters == ()
    found = [(item.code, item.effect) for item in built.diagnostics]
    assert found == [("MD008", Effect.OMITTED)]


@pytest.mark.parametrize(
    ("choices", "content", "kept", "effect"),
    [
        (["application/json", "text/csv"], None, True, None),
        (["application/json"], None, False, Effect.NOTED),
        (["application/json", "text/csv"], "application/json", False, Effect.OMITTED),
        (["application/json", "application/v2+json"], "application/json", True, None),
        (["text/csv", "text/html"], "text/csv text/html", False, Effect.NOTED),
    ],
)
def test_a_choice_of_media_types_is_an_argument_of_swagger_2_or_omitted(
    choices: JsonArray, content: str | None, kept: bool, effect: Effect | None
) -> None:
    parameter: JsonObject = {
        "name": "Accept",
        "in": "header",
        "x-sdksmith-keep": True,
        "schema": {"type": "string", "enum": choices},
    }
    response: JsonObject = {"description": "OK"}
    if content:
        schema: JsonObject = {"schema": {"type": "object"}}
        response["content"] = dict.fromkeys(content.split(), schema)
    operation: JsonObject = {"parameters": [parameter], "responses": {"200": response}}
    built = build(openapi31(paths={"/pets": {"get": operation}}))
    assert bool(only_operation(built.api).parameters) is kept
    assert [item.effect for item in built.diagnostics] == ([effect] if effect else [])


@pytest.mark.parametrize("name", ["Accept", "content-type"])
def test_openapi_3_ignores_accept_content_type_and_authorization(
    name: str,
) -> None:
    parameter: JsonObject = {"name": name, "in": "header", "schema": {"type": "string"}}
    operation: JsonObject = {"parameters": [parameter], "responses": OK}
    built = build(openapi31(paths={"/pets": {"get": operation}}))
    assert only_operation(built.api).parameters == ()
    assert [item.code for item in built.diagnostics] == ["MD005"]


@pytest.mark.parametrize("scheme", ["bearer", None])
def test_authorization_header_is_a_parameter_without_security_schemes(
    scheme: str | None,
) -> None:
    parameter: JsonObject = {
        "name": "Authorization",
        "in": "header",
        "required": True,
        "schema": {"type": "string"},
    }
    operation: JsonObject = {"parameters": [parameter], "responses": OK}
    schemes: JsonObject = {"token": {"type": "http", "scheme": scheme}}
    components: JsonObject = {"securitySchemes": schemes if scheme else {}}
    built = build(openapi31(paths={"/pets": {"get": operation}}, components=components))
    parameters = only_operation(built.api).parameters
    if scheme:
        assert parameters == ()
        assert sorted(item.code for item in built.diagnostics) == ["MD005", "MD011"]
    else:
        # Clients can send the same header with every call.
        assert [(item.name, item.required) for item in parameters] == [
            ("Authorization", False)
        ]
        assert built.diagnostics == ()


OWN_HEADERS: list[tuple[str, JsonObject, bool]] = [
    ("Authorization", {}, False),
    ("Authorization", {"security": [{"basic": []}]}, False),
    ("Authorization", {"security": [{"key": []}]}, True),
    ("Content-Type", {}, True),
    (
        "Content-Type",
        {"parameters": [{"name": "b", "in": "body", "schema": {}}]},
        False,
    ),
    ("Accept", {"responses": {"204": {"description": "Gone"}}}, True),
    ("Accept", {"responses": {"200": {"description": "", "schema": {}}}}, False),
]
"""Header, other fields of the operation, and whether it is a parameter."""


@pytest.mark.parametrize(("name", "more", "kept"), OWN_HEADERS)
def test_swagger_2_keeps_headers_that_the_client_does_not_set(
    name: str, more: JsonObject, kept: bool
) -> None:
    parameters: JsonArray = [{"name": name, "in": "header", "type": "string"}]
    more = dict(more)
    extra = more.pop("parameters", [])
    assert isinstance(extra, list)
    operation: JsonObject = {
        "responses": {"204": {"description": "Done"}},
        "parameters": [*parameters, *extra],
        **more,
    }
    document = swagger2(
        paths={"/pets": {"post": operation}},
        securityDefinitions={
            "basic": {"type": "basic"},
            "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
        },
    )
    api = build(document).api
    assert bool(only_operation(api).parameters) is kept


def test_operations_share_the_objects_of_their_parameters() -> None:
    limit: JsonObject = {"name": "limit", "in": "query", "schema": {"enum": ["a", "b"]}}
    operation: JsonObject = {
        "parameters": [{"$ref": "#/components/parameters/Limit"}],
        "responses": OK,
    }
    item: JsonObject = {
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "get": operation,
        "post": {**operation},
    }
    document = openapi31(
        paths={"/x/{id}": item}, components={"parameters": {"Limit": limit}}
    )
    first, second = build(document).api.operations
    assert [one.name for one in first.parameters] == ["id", "limit"]
    for one, other in zip(first.parameters, second.parameters, strict=True):
        assert one is other
