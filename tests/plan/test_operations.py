"""Operations as data: answers, errors, styles, parts, accept, security."""

from __future__ import annotations

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
from sdksmith.model.types import Choice, Field, MapOf, Presence, ScalarKind, UnionOf
from sdksmith.render.names import resource_names

from .builder import ApiBuilder, parameter
from .planned import entries, import_lines, only_method, plan, source

JSON = "application/json"


def test_only_what_differs_from_the_defaults_is_said() -> None:
    builder = ApiBuilder()
    builder.operation("DELETE", "/pets/{id}", responses=(Response("204"),))
    method = only_method(plan(builder.build()))
    assert entries(method) == {}
    assert source(method.returns) == "None"
    assert (method.http_method, method.path) == ("DELETE", "/pets/{id}")
    assert str(method.constant) == "_DELETE"


def _answers(
    builder: ApiBuilder, *responses: Response, method: str = "GET"
) -> tuple[str, str | None]:
    builder.operations.clear()
    builder.operation(method, "/pet", responses=responses)
    made = only_method(plan(builder.build()))
    # A method called `list` makes it `builtins.list`.
    return source(made.returns), entries(made).get("returns")


def test_what_is_returned() -> None:
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
        assert _answers(builder, response) == expected


def test_several_successes() -> None:
    builder = ApiBuilder()
    pet = Content(JSON, builder.record("Pet", name=builder.scalar()))
    job = Content(JSON, builder.record("Job", id=builder.scalar()))
    nothing = Response("204")
    assert _answers(builder, Response("201", (pet,)), Response("202", (job,))) == (
        "Pet | Job",
        '{"201": "Pet", "202": "Job"}',
    )
    assert _answers(builder, Response("200", (pet,)), nothing) == (
        "Pet | None",
        '{"200": "Pet", "204": None}',
    )
    assert _answers(builder, Response("200", (pet,)), Response("201", (pet,))) == (
        "Pet",
        '"Pet"',
    )
    assert _answers(builder, nothing, Response("default", (pet,))) == ("None", None)
    assert _answers(builder, Response("default", (pet,))) == ("Pet", '"Pet"')
    assert _answers(builder, Response("2XX", (pet,))) == ("Pet", '"Pet"')


def test_what_nobody_described() -> None:
    builder = ApiBuilder()
    pet = Content(JSON, builder.record("Pet", name=builder.scalar()))
    assert _answers(builder) == ("Any", "ANY")
    assert _answers(builder, Response("200")) == ("Any", "ANY")
    assert _answers(builder, Response("404")) == ("Any", "ANY")
    assert (
        _answers(builder, Response("200", (pet,)), Response("202"))[0] == "Pet | None"
    )
    assert _answers(builder, Response("205")) == ("None", None)
    assert _answers(builder, Response("200", (pet,)), method="HEAD") == ("None", None)


@pytest.mark.parametrize(
    ("media_types", "returns", "accept"),
    [
        (["application/json"], "Pet", None),
        (["application/xml", "application/json"], "Pet", None),
        (["application/hal+json"], "Pet", '"application/hal+json"'),
        (["*/*"], "Pet", None),
        (["text/html"], "Pet", '"text/html"'),
        (["application/xml"], "str", '"application/xml"'),
        (["text/csv"], "str", '"text/csv"'),
        (["image/png"], "Pet", '"image/png"'),
    ],
)
def test_media_types_of_a_described_answer(
    media_types: list[str], returns: str, accept: str | None
) -> None:
    builder = ApiBuilder()
    pet = builder.record("Pet", name=builder.scalar())
    contents = tuple(Content(media_type, pet) for media_type in media_types)
    builder.operation("GET", "/pet", responses=(Response("200", contents),))
    method = only_method(plan(builder.build()))
    assert source(method.returns) == returns
    assert entries(method).get("accept") == accept


@pytest.mark.parametrize(
    ("media_type", "returns"),
    [
        ("text/plain", "str"),
        ("application/pdf", "bytes"),
        ("application/octet-stream", "bytes"),
        ("application/xml", "str"),
        ("application/json", "Any"),
    ],
)
def test_media_types_without_a_schema(media_type: str, returns: str) -> None:
    builder = ApiBuilder()
    responses = (Response("200", (Content(media_type, None),)),)
    builder.operation("GET", "/pet", responses=responses)
    assert source(only_method(plan(builder.build())).returns) == returns


def test_a_binary_answer_is_bytes_whatever_its_media_type() -> None:
    builder = ApiBuilder()
    binary = builder.scalar(ScalarKind.BINARY)
    builder.operation("GET", "/pet", answer=binary)
    method = only_method(plan(builder.build()))
    assert (source(method.returns), entries(method)["returns"]) == ("bytes", "bytes")


def test_a_nullable_answer() -> None:
    builder = ApiBuilder()
    content = Content(JSON, builder.record("Pet", name=builder.scalar()), nullable=True)
    assert _answers(builder, Response("200", (content,))) == (
        "Pet | None",
        'Nullable("Pet")',
    )


def test_described_errors() -> None:
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


def test_a_module_imports_what_its_data_needs_at_run_time() -> None:
    builder = ApiBuilder()
    moments = builder.list_of(builder.scalar(ScalarKind.DATETIME))
    pet = builder.record("Pet", name=builder.scalar())
    builder.operation("GET", "/moments", answer=moments)
    builder.operation("POST", "/moments/find", answer=pet, body=pet)
    (view,) = plan(builder.build()).resources
    imports = resource_names(view).imports()
    runtime = ("AsyncResource", "ListOf", "Operation", "Options", "Resource")
    assert import_lines(imports) == [
        "import datetime as dt",
        "from typing import TYPE_CHECKING",
        f"from .._runtime import {', '.join(runtime)}",
    ]
    assert import_lines(imports.typing_only) == [
        "import builtins",
        "from ..models.pet import Pet",
    ]


@pytest.mark.parametrize(
    ("place", "style", "explode", "said"),
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
def test_styles(place: Place, style: Style, explode: bool, said: str | None) -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    builder.operation(
        "GET",
        "/pet",
        parameters=[parameter("X-y", place, texts, style=style, explode=explode)],
    )
    expected = None if said is None else f'{{"{place}": {{"X-y": "{said}"}}}}'
    assert entries(only_method(plan(builder.build()))).get("styles") == expected


def test_other_styles() -> None:
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


def test_forms() -> None:
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
    said = entries(only_method(plan(builder.build())))
    assert said["body"] == '"multipart/form-data"'
    assert "body_required" not in said
    assert said["parts"] == (
        '{"tags": Part(style="form"), "meta": Part(content_type="application/xml")}'
    )


def test_fixed_query_and_own_server() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    action = parameter("Action", Place.QUERY, text, fixed="Poll")
    item = builder.operation("GET", "/", parameters=[action])
    server = Server("https://{region}.acme.com", (Variable("region", "eu"),))
    builder.operations[0] = replace(item, servers=(server,))
    said = entries(only_method(plan(builder.build())))
    assert said["query"] == '{"Action": "Poll"}'
    assert said["base_url"] == '"https://eu.acme.com"'


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ((("key",),), None),
        ((), "()"),
        (((),), "((),)"),
        ((("basic",), ("key", "app")), '(("basic",), ("key", "app"))'),
    ],
)
def test_security(own: tuple[tuple[str, ...], ...], said: str | None) -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pet")
    alternatives = tuple(tuple(map(Requirement, keys)) for keys in own)
    builder.operations[0] = replace(item, security=alternatives)
    schemes = tuple(
        SecurityScheme(key, SchemeKind.API_KEY, name="X")
        for key in ("key", "basic", "app")
    )
    api = builder.build(security_schemes=schemes, security=((Requirement("key"),),))
    assert entries(only_method(plan(api))).get("security") == said


def test_docs() -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pets/{id}", answer=builder.scalar())
    builder.operations[0] = replace(
        item,
        summary="Find a pet",
        description="By its *name*.",
        deprecated=True,
        responses=(replace(item.responses[0], description="OK"),),
        external_docs="https://acme.com/docs",
    )
    doc = only_method(plan(builder.build())).doc
    assert doc.summary == "Find a pet."
    assert doc.body == "By its *name*.\n\nSee https://acme.com/docs"
    assert doc.deprecated
    assert doc.returns == ""


@pytest.mark.parametrize(
    ("description", "summary", "body"),
    [
        ("Find it. Then feed it.", "Find it.", "Then feed it."),
        ("Find it", "Find it.", ""),
        ("Version 1.2 of it. More", "Version 1.2 of it.", "More"),
        ("<p>Find it.</p><p>More.</p>", "<p>Find it.</p>", "<p>More.</p>"),
        ("Find\n\nMore", "Find.", "More"),
        ("", "Call `GET /pet`.", ""),
    ],
)
def test_a_summary_is_the_first_sentence(
    description: str, summary: str, body: str
) -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pet")
    builder.operations[0] = replace(item, description=description)
    doc = only_method(plan(builder.build())).doc
    assert (doc.summary, doc.body) == (summary, body)


@pytest.mark.parametrize(
    ("said", "summary"),
    [
        ("Get Pets Pet Feed", "Feed it."),
        ("get pets pet feed", "Feed it."),
        ("Feed a pet", "Feed a pet."),
        ("Get Pets", "Get Pets."),
    ],
)
def test_a_summary_that_repeats_the_path_gives_way(said: str, summary: str) -> None:
    builder = ApiBuilder()
    item = builder.operation("GET", "/pets/{pet}/feed")
    builder.operations[0] = replace(item, summary=said, description="Feed it.")
    assert only_method(plan(builder.build())).doc.summary == summary


def test_a_union_in_a_list_has_a_name() -> None:
    builder = ApiBuilder()
    cat = builder.record("Cat", a=builder.scalar())
    dog = builder.record("Dog", b=builder.scalar())
    union = builder.add(UnionOf(builder.meta(None, "getPets", "item"), (cat, dog)))
    builder.operation("GET", "/pets", answer=builder.list_of(union))
    method = only_method(plan(builder.build()))
    name = source(method.returns).removeprefix("list[").removesuffix("]")
    assert entries(method)["returns"] == f'ListOf("{name}")'


def test_a_field_of_the_envelope() -> None:
    builder = ApiBuilder()
    page = builder.record(
        "Page", next=Field("next", builder.scalar(), Presence.OPTIONAL)
    )
    builder.operation("GET", "/pets", answer=page)
    assert source(only_method(plan(builder.build())).returns) == "Page"
