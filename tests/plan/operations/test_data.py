"""The `Operation` constants: responses, errors, styles, parts, security."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.api import (
    Body,
    Content,
    PartEncoding,
    Place,
    Requirement,
    Response,
    SchemeKind,
    SecurityScheme,
    Server,
    Style,
    Variable,
)
from sdksmith.model.types import Choice, MapOf, ScalarKind

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.contents import EVENTS, note_type
from tests.plan.views import entries, only_method, plan, source

if TYPE_CHECKING:
    pass

JSON = "application/json"


def test_default_values_are_omitted() -> None:
    builder = ApiBuilder()
    builder.operation("DELETE", "/pets/{id}", responses=(Response("204"),))
    method = only_method(plan(builder.build()))
    assert entries(method) == {}
    assert source(method.returns) == "None"
    assert (method.http_method, method.path) == ("DELETE", "/pets/{id}")
    assert str(method.constant) == "_DELETE"


def return_type(
    builder: ApiBuilder, *responses: Response, method: str = "GET"
) -> tuple[str, str | None]:
    builder.operations.clear()
    builder.operation(method, "/pet", responses=responses)
    made = only_method(plan(builder.build()))
    # A method called `list` makes it `builtins.list`.
    return source(made.returns), entries(made).get("returns")


def test_return_types_of_json_responses() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    pet = builder.record("Pet", name=text)
    status = builder.add(Choice(builder.meta("Status"), ScalarKind.STRING, ("a",)))
    types = {
        pet: ("Pet", '"Pet"'),
        builder.list_of(pet): ("list[Pet]", 'ListOf("Pet")'),
        builder.add(MapOf(builder.meta(), pet)): ("dict[str, Pet]", 'MapOf("Pet")'),
        text: ("str", "str"),
        builder.scalar(ScalarKind.DATETIME): ("dt.datetime", "dt.datetime"),
        builder.scalar(ScalarKind.UUID): ("UUID", "UUID"),
        builder.scalar(ScalarKind.ANY): ("Any", "ANY"),
        status: ("Status | str", "str"),
    }
    for type_id, expected in types.items():
        response = Response("200", (Content(JSON, type_id),))
        assert return_type(builder, response) == expected


def test_return_type_of_several_success_responses() -> None:
    builder = ApiBuilder()
    pet = Content(JSON, builder.record("Pet", name=builder.scalar()))
    job = Content(JSON, builder.record("Job", id=builder.scalar()))
    nothing = Response("204")
    assert return_type(builder, Response("201", (pet,)), Response("202", (job,))) == (
        "Pet | Job",
        '{"201": "Pet", "202": "Job"}',
    )
    assert return_type(builder, Response("200", (pet,)), nothing) == (
        "Pet | None",
        '{"200": "Pet", "204": None}',
    )
    assert return_type(builder, Response("200", (pet,)), Response("201", (pet,))) == (
        "Pet",
        '"Pet"',
    )
    assert return_type(builder, nothing, Response("default", (pet,))) == ("None", None)
    assert return_type(builder, Response("default", (pet,))) == ("Pet", '"Pet"')
    assert return_type(builder, Response("2XX", (pet,))) == ("Pet", '"Pet"')


def test_return_type_of_responses_without_a_schema() -> None:
    builder = ApiBuilder()
    pet = Content(JSON, builder.record("Pet", name=builder.scalar()))
    assert return_type(builder) == ("Any", "ANY")
    assert return_type(builder, Response("200")) == ("Any", "ANY")
    assert return_type(builder, Response("404")) == ("Any", "ANY")
    assert (
        return_type(builder, Response("200", (pet,)), Response("202"))[0]
        == "Pet | None"
    )
    assert return_type(builder, Response("205")) == ("None", None)
    assert return_type(builder, Response("200", (pet,)), method="HEAD") == (
        "None",
        None,
    )


def test_nullable_response() -> None:
    builder = ApiBuilder()
    content = Content(JSON, builder.record("Pet", name=builder.scalar()), nullable=True)
    assert return_type(builder, Response("200", (content,))) == (
        "Pet | None",
        'Nullable("Pet")',
    )


def test_types_and_descriptions_of_errors() -> None:
    builder = ApiBuilder()
    problem = Content(JSON, builder.record("Problem", title=builder.scalar()))
    unknown = Content(JSON, builder.scalar(ScalarKind.ANY))
    builder.operation(
        "GET",
        "/pet",
        responses=(
            Response("200"),
            Response("404", (problem,), description="No such pet."),
            Response("409", (unknown,)),
            Response("5XX", description="Our fault."),
            Response("503", description="Later."),
            Response("default", (problem,)),
        ),
    )
    method = only_method(plan(builder.build()))
    assert entries(method)["errors"] == '{"404": "Problem", "default": "Problem"}'
    assert [(str(item.name), item.description) for item in method.doc.raises] == [
        ("NotFoundError", "No such pet."),
        ("ConflictError", "The API returned status 409."),
        ("ServerError", "Later.; Our fault."),
    ]


@pytest.mark.parametrize(
    ("place", "style", "explode", "written"),
    [
        (Place.QUERY, Style.FORM, True, None),
        (Place.QUERY, Style.FORM, False, "form"),
        (Place.QUERY, Style.PIPE, False, "pipeDelimited"),
        (Place.QUERY, Style.DEEP, True, "deepObject*"),
        (Place.HEADER, Style.SIMPLE, False, None),
        (Place.HEADER, Style.SIMPLE, True, "simple*"),
        (Place.COOKIE, Style.FORM, False, "form"),
    ],
)
def test_style_of_a_parameter(
    place: Place, style: Style, explode: bool, written: str | None
) -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    builder.operation(
        "GET",
        "/pet",
        parameters=[parameter("X-y", place, texts, style=style, explode=explode)],
    )
    expected = None if written is None else f'{{"{place}": {{"X-y": "{written}"}}}}'
    assert entries(only_method(plan(builder.build()))).get("styles") == expected


def test_styles_of_several_parameters() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    texts = builder.list_of(text)
    builder.operation(
        "GET",
        "/pets/{id}",
        parameters=[
            parameter("id", Place.PATH, text, style=Style.MATRIX),
            parameter("plain", Place.QUERY, text, explode=False),
            parameter("url", Place.QUERY, text, allow_reserved=True),
            parameter("filter", Place.QUERY, texts, media_type=JSON),
        ],
    )
    assert entries(only_method(plan(builder.build())))["styles"] == (
        '{"path": {"id": "matrix"}, "query": {"url": "+form*", "filter": "json"}}'
    )


def test_parts_of_a_form() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    texts = builder.list_of(text)
    meta = builder.record(None, x=text)
    form = builder.record(None, name=text, tags=texts, ids=texts, meta=meta)
    encodings = (
        PartEncoding("name", explode=False),
        PartEncoding("tags", explode=False),
        PartEncoding("ids"),
        PartEncoding("meta", content_type="application/xml"),
    )
    content = Content("multipart/form-data", form, encodings=encodings)
    item = builder.operation("POST", "/pet")
    builder.operations[0] = replace(
        item, body=Body(required=False, contents=(content,))
    )
    data = entries(only_method(plan(builder.build())))
    assert data["body"] == '"multipart/form-data"'
    assert "body_required" not in data
    assert data["parts"] == (
        '{"tags": Part(style="form"), "meta": Part(content_type="application/xml")}'
    )


def test_files_are_marked_because_a_string_is_not_a_file() -> None:
    builder = ApiBuilder()
    binary = builder.scalar(ScalarKind.BINARY)
    files = builder.list_of(binary)
    form = builder.record(None, name=builder.scalar(), file=binary, pages=files)
    item = builder.operation("POST", "/pet")
    shapes = {
        "multipart/form-data": (
            form,
            '{"file": Formatted("file"), "pages": ListOf(Formatted("file"))}',
        ),
        "application/octet-stream": (binary, '{"": Formatted("file")}'),
        "application/json": (form, None),
    }
    for media_type, (type_id, shape) in shapes.items():
        body = Body(required=True, contents=(Content(media_type, type_id),))
        builder.operations[0] = replace(item, body=body)
        data = entries(only_method(plan(builder.build())))
        assert data.get("formats") == (shape and f'{{"body": {shape}}}')


def test_fixed_query_and_own_server() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    action = parameter("Action", Place.QUERY, text, fixed="Poll")
    item = builder.operation("GET", "/", parameters=[action])
    server = Server("https://{region}.acme.com", (Variable("region", "eu"),))
    builder.operations[0] = replace(item, servers=(server,))
    data = entries(only_method(plan(builder.build())))
    assert data["query"] == '{"Action": "Poll"}'
    assert data["base_url"] == '"https://eu.acme.com"'


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((("key",),), None),
        ((), "()"),
        (((),), "((),)"),
        ((("basic",), ("key", "app")), '(("basic",), ("key", "app"))'),
    ],
)
def test_security_is_given_if_it_differs_from_the_default(
    own: tuple[tuple[str, ...], ...], expected: str | None
) -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pet")
    alternatives = tuple(tuple(map(Requirement, keys)) for keys in own)
    builder.operations[0] = replace(item, security=alternatives)
    schemes = tuple(
        SecurityScheme(key, SchemeKind.API_KEY, name="X")
        for key in ("key", "basic", "app")
    )
    api = builder.build(security_schemes=schemes, security=((Requirement("key"),),))
    assert entries(only_method(plan(api))).get("security") == expected


def test_stream_is_not_the_type_of_an_error() -> None:
    builder = ApiBuilder()
    operation = builder.operation("GET", "/files")
    stream = Content(EVENTS, note_type(builder))
    responses = (Response("200", (stream,)), Response("400", (stream,)))
    builder.operations[-1] = replace(operation, responses=responses)
    assert "errors" not in entries(only_method(plan(builder.build())))
