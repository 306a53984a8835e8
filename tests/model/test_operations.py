"""Operations: parameters, bodies, responses, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.diagnostics import Effect
from sdksmith.model.api import (
    PathSlot,
    PathText,
    Place,
    Server,
    Style,
    Variable,
)
from sdksmith.model.paths import parse_path

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
    from sdksmith.jsondata import JsonArray, JsonObject, JsonValue


def path_text(path: str) -> str:
    """Return a parsed path with its placeholders in angle brackets."""
    segments = parse_path(path).segments
    return "/".join(
        "".join(
            part.text if isinstance(part, PathText) else f"<{part.name}>"
            for part in run
        )
        for run in segments
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", ""),
        ("/pets", "pets"),
        ("/pets/", "pets/"),
        ("/pets/{id}", "pets/<id>"),
        ("/pets/{id}/", "pets/<id>/"),
        ("/data.{format}", "data.<format>"),
        ("/{a}-{b}/c", "<a>-<b>/c"),
        ("/{a}{b}", "<a><b>"),
        ("/users/{id | userPrincipalName}", "users/<id | userPrincipalName>"),
        ("/a//b", "a//b"),
        ("/a/{b", "a/{b"),
        ("/a/{}", "a/{}"),
        ("/x/{a/b}/y", "x/<a/b>/y"),
    ],
)
def test_a_path_is_parsed(path: str, expected: str) -> None:
    assert path_text(path) == expected


def test_a_path_template_holds_no_braces() -> None:
    assert parse_path("/pets/{id}.json").segments == (
        (PathText("pets"),),
        (PathSlot("id"), PathText(".json")),
    )


def test_path_parameters_come_in_path_order_and_others_as_written() -> None:
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


def test_parameters_of_the_operation_replace_those_of_the_path() -> None:
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
    ("said", "style", "explode"),
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
def test_styles_have_the_defaults_of_their_place(
    said: JsonObject, style: Style, explode: bool
) -> None:
    parameter: JsonObject = {"name": "p", "schema": {"type": "array"}, **said}
    api = build_operation({"parameters": [parameter], "responses": OK}, "/x/{p}")
    found = next(
        item
        for item in only_operation(api).parameters
        if item.name == "p" and item.place.value == said["in"]
    )
    assert (found.style, found.explode) == (style, explode)


def test_a_parameter_may_have_content() -> None:
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
def test_a_parameter_that_nobody_typed_takes_any_scalar(
    parameter: JsonObject, expected: str
) -> None:
    whole: JsonObject = {"name": "p", "in": "query", **parameter}
    api = build_operation({"parameters": [whole], "responses": OK})
    assert type_of(api, parameter_of(api, "p").type) == expected


def test_a_parameter_keeps_what_is_said_about_it() -> None:
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


def test_a_query_in_the_path_is_fixed() -> None:
    item: JsonObject = {
        "x-sdksmith-path": "/search",
        "x-sdksmith-query": {"action": "find"},
        "get": {
            "parameters": [
                {"name": "action", "in": "query", "schema": {"type": "string"}}
            ],
            "responses": OK,
        },
    }
    api = build(openapi31(paths={"/search#find": item})).api
    operation = only_operation(api)
    assert operation.path == parse_path("/search")
    (fixed,) = operation.parameters
    assert (fixed.name, fixed.fixed, fixed.required) == ("action", "find", True)


def test_placeholders_and_path_parameters_that_do_not_meet_are_noted() -> None:
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
    assert {item.effect for item in built.diagnostics} == {Effect.NOTED}


@pytest.mark.parametrize("name", ["Accept", "content-type", "Authorization"])
def test_openapi_3_ignores_headers_that_media_types_and_security_describe(
    name: str,
) -> None:
    parameter: JsonObject = {"name": name, "in": "header", "schema": {"type": "string"}}
    operation: JsonObject = {"parameters": [parameter], "responses": OK}
    built = build(openapi31(paths={"/pets": {"get": operation}}))
    assert only_operation(built.api).parameters == ()
    assert [item.code for item in built.diagnostics] == ["MD005"]


OWN_HEADERS: list[tuple[str, JsonObject, bool]] = [
    ("Authorization", {}, True),
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
"""Header, what else the operation says, and whether the caller gives it."""


@pytest.mark.parametrize(("name", "more", "kept"), OWN_HEADERS)
def test_swagger_2_sends_them_unless_the_client_does(
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


def test_a_body_has_its_media_types_in_order_and_one_type() -> None:
    schema: JsonObject = {"properties": {"name": {"type": "string"}}}
    content: JsonObject = {
        "application/xml": {"schema": schema},
        " Application/JSON ": {"schema": schema, "example": {"name": "Rex"}},
        "text/csv": {"schema": {"type": "string"}},
        "application/octet-stream": {},
        "text/plain": {},
    }
    api = build_operation({"requestBody": {"content": content, "required": True}})
    body = only_operation(api).body
    assert body is not None
    assert body.required
    found = [(item.media_type, type_of(api, item.type)) for item in body.contents]
    assert found == [
        ("application/xml", "{name?: string}"),
        ("application/json", "{name?: string}"),
        ("text/csv", "string"),
        ("application/octet-stream", "binary"),
        ("text/plain", "undescribed"),
    ]
    assert body.contents[0].type == body.contents[1].type
    assert body.contents[1].examples == ({"name": "Rex"},)


def test_parts_of_a_form_keep_their_encoding() -> None:
    content: JsonObject = {
        "multipart/form-data": {
            "schema": {"properties": {"file": {"type": "string", "format": "binary"}}},
            "encoding": {
                "file": {"contentType": "image/png, image/jpeg"},
                "tags": {"style": "spaceDelimited"},
                "ids": {"explode": False},
            },
        }
    }
    api = build_operation({"requestBody": {"content": content}})
    body = only_operation(api).body
    assert body is not None
    found = [
        (item.property_name, item.content_type, item.style, item.explode)
        for item in body.contents[0].encodings
    ]
    assert found == [
        ("file", "image/png", Style.FORM, True),
        ("tags", "", Style.SPACE, False),
        ("ids", "", Style.FORM, False),
    ]


def responses_of(responses: JsonValue, **more: JsonValue) -> dict[str, list[str]]:
    api = build_operation({"responses": responses, **more})
    return {
        item.status: [
            f"{content.media_type} {type_of(api, content.type)}"
            for content in item.contents
        ]
        for item in only_operation(api).responses
    }


def content_of(schema: JsonObject) -> JsonObject:
    return {"content": {"application/json": {"schema": schema}}}


def test_responses_are_sorted_and_their_status_is_made_plain() -> None:
    responses: JsonObject = {
        "default": content_of({"type": "string"}),
        "4xx": {"$ref": "#/components/responses/Bad"},
        "404": content_of({"type": "integer"}),
        "200": {"description": "OK"},
        "x-note": {},
        "OK": {},
    }
    shared: JsonObject = {"Bad": content_of({"type": "boolean"})}
    assert responses_of(responses)["4XX"] == ["application/json undescribed"]
    api = build(
        openapi31(
            paths={"/pets": {"get": {"responses": responses}}},
            components={"responses": shared},
        )
    ).api
    found = [
        (item.status, [type_of(api, content.type) for content in item.contents])
        for item in only_operation(api).responses
    ]
    assert found == [
        ("200", []),
        ("404", ["integer"]),
        ("4XX", ["boolean"]),
        ("default", ["string"]),
    ]


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ({}, {"default": True}),
        ({"200": {}}, {"200": True}),
        ({"201": {}, "404": {}}, {"201": True, "404": False}),
        ({"204": {}}, {"204": False}),
        ({"302": {}}, {"302": False}),
        ({"404": {}}, {"404": False, "default": True}),
        ({"200": {}, "default": {}}, {"200": True, "default": False}),
        ({"200": {}, "default": content_of({})}, {"200": False, "default": True}),
        ({"201": {}, "200": content_of({})}, {"200": True, "201": False}),
    ],
)
def test_success_that_nobody_describes_may_hold_anything(
    responses: JsonObject, expected: dict[str, bool]
) -> None:
    found = responses_of(responses)
    assert {status: bool(contents) for status, contents in found.items()} == expected


def test_undescribed_content_has_the_media_types_of_the_operation() -> None:
    operation: JsonObject = {"responses": OK, "produces": ["text/csv", "text/plain"]}
    api = build(swagger2(paths={"/pets": {"get": operation}})).api
    (response,) = only_operation(api).responses
    found = [(item.media_type, item.type) for item in response.contents]
    assert found == [("text/csv", None), ("text/plain", None)]


def test_a_response_has_headers() -> None:
    responses: JsonObject = {
        "200": {
            "headers": {
                "X-Left": {"schema": {"type": "integer"}, "description": "Calls left."},
                "Content-Type": {"schema": {"type": "string"}},
                "X-Ref": {"$ref": "#/components/headers/Ref"},
            }
        }
    }
    shared: JsonObject = {"Ref": {"schema": {"type": "string"}, "required": True}}
    api = build(
        openapi31(
            paths={"/x": {"get": {"responses": responses}}},
            components={"headers": shared},
        )
    ).api
    headers = only_operation(api).responses[0].headers
    found = [(item.name, type_of(api, item.type), item.required) for item in headers]
    assert found == [("X-Left", "integer", False), ("X-Ref", "string", True)]


def test_an_operation_that_cannot_be_made_leaves_nothing_behind() -> None:
    schema: JsonObject = {"properties": {"id": {"enum": ["a"]}}}
    bad: JsonObject = {"responses": {"200": content_of(schema)}}
    good = build(openapi31(paths={"/good": {"get": {"responses": OK}}}))
    both = build(
        openapi31(
            paths={
                "no/slash": {"get": bad, "put": bad},
                "/good": {"get": {"responses": OK}, "post": 1, "x-note": {}},
                "x-paths": {"get": bad},
            }
        )
    )
    assert both.api.types == good.api.types
    assert both.api.operations == good.api.operations
    assert both.api.operations_there == 4
    omitted = [item for item in both.diagnostics if item.effect is Effect.OMITTED]
    assert [(item.code, item.count) for item in omitted] == [("MD001", 1)] * 3
    assert [item.location.pointer for item in omitted] == [
        "/paths/no~1slash/get",
        "/paths/no~1slash/put",
        "/paths/~1good/post",
    ]
    assert all(item.location.line > 1 for item in omitted)


def test_a_path_item_may_be_elsewhere() -> None:
    shared: JsonObject = {"get": {"responses": OK, "operationId": "shared"}}
    api = build(
        openapi31(
            paths={
                "/a": {"$ref": "#/components/pathItems/A", "put": {"responses": OK}}
            },
            components={"pathItems": {"A": shared}},
        )
    ).api
    assert [(item.method, item.id) for item in api.operations] == [
        ("PUT", ""),
        ("GET", "shared"),
    ]


def test_any_method_of_openapi_3_2_is_an_operation() -> None:
    item: JsonObject = {
        "query": {"responses": OK},
        "additionalOperations": {"COPY": {"responses": OK}},
    }
    document = openapi31(paths={"/a": item})
    assert [item.method for item in build(document).api.operations] == ["QUERY", "COPY"]


def test_servers_may_stand_on_the_operation_the_path_and_the_document() -> None:
    def server(url: str) -> JsonArray:
        return [{"url": url}]

    paths: JsonObject = {
        "/a": {"servers": server("https://path"), "get": {"responses": OK}},
        "/b": {
            "servers": server("https://path"),
            "get": {"responses": OK, "servers": server("https://own")},
        },
        "/c": {"get": {"responses": OK}},
    }
    variables: JsonObject = {
        "port": {"default": 443, "enum": [443, "8443"], "description": "Where."}
    }
    document = openapi31(
        paths=paths, servers=[{"url": "https://all:{port}", "variables": variables}, {}]
    )
    api = build(document).api
    urls = [[server.url for server in item.servers] for item in api.operations]
    assert urls == [["https://path"], ["https://own"], []]
    assert api.servers == (
        Server(
            "https://all:{port}", (Variable("port", "443", ("443", "8443"), "Where."),)
        ),
    )


@pytest.mark.parametrize(
    ("extensions", "group", "method"),
    [
        ({"x-sdksmith-group": "a.b", "x-sdksmith-method": "go"}, ("a", "b"), "go"),
        (
            {"x-fern-sdk-group-name": ["a", "b"], "x-fern-sdk-method-name": "go"},
            ("a", "b"),
            "go",
        ),
        ({"x-speakeasy-group": "a", "x-speakeasy-name-override": "go"}, ("a",), "go"),
        ({"x-sdksmith-group": "own", "x-speakeasy-group": "other"}, ("own",), ""),
        ({"x-sdksmith-group": 1, "x-sdksmith-method": []}, (), ""),
        ({}, (), ""),
    ],
)
def test_the_document_may_name_its_operations(
    extensions: JsonObject, group: tuple[str, ...], method: str
) -> None:
    hints = only_operation(build_operation({"responses": OK, **extensions})).hints
    assert (hints.group, hints.method) == (group, method)


def test_error_codes_are_collected_once() -> None:
    def operation(codes: JsonObject) -> JsonObject:
        return {"get": {"responses": OK, "x-sdksmith-error-codes": codes}}

    api = build(
        openapi31(
            paths={
                "/b": operation({"10": "Ten", "2": "Two", "E1": "Word", "3": ""}),
                "/a": operation({"2": "Deux", "3": "Three"}),
            }
        )
    ).api
    found = [(item.code, item.description) for item in api.error_codes]
    assert found == [("2", "Deux"), ("3", "Three"), ("10", "Ten"), ("E1", "Word")]


def test_inline_schemas_of_an_operation_say_where_they_stand() -> None:
    record: JsonObject = {"properties": {"x": {}}}
    operation: JsonObject = {
        "operationId": "payInvoice",
        "parameters": [{"name": "by", "in": "query", "schema": {"enum": ["card"]}}],
        "requestBody": content_of(record),
        "responses": {
            "200": content_of({"type": "array", "items": record}),
            "202": content_of(record),
            "404": content_of(record),
            "default": content_of(record),
        },
    }
    api = build_operation(operation)
    contexts = {
        item.meta.context
        for item in api.types
        if type(item).__name__ in {"Record", "Choice"}
    }
    assert contexts == {
        ("payInvoice", "by"),
        ("payInvoice", "request"),
        ("payInvoice", "response", "item"),
        ("payInvoice", "202", "response"),
        ("payInvoice", "404", "error"),
        ("payInvoice", "error"),
    }
