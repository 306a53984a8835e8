"""Signatures: which arguments there are, in which order, and where they travel."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sdksmith.model.api import Body, Content, Operation, Place
from sdksmith.model.types import (
    Choice,
    Field,
    MapOf,
    Presence,
    Record,
    ScalarKind,
    UnionOf,
)
from sdksmith.render.names import resource_names

from .builder import ApiBuilder, parameter
from .planned import entries, methods_of, only_method, passed, plan, signature, source


def test_path_parameters_are_positional_in_path_order() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    given_order = [
        parameter("line", Place.PATH, text),
        parameter("id", Place.PATH, text),
    ]
    builder.operation("GET", "/invoices/{id}/lines/{line}", parameters=given_order)
    method = only_method(plan(builder.build()))
    assert signature(method) == "id: str, line: str"
    assert passed(method) == {"path": '"id": id, "line": line'}


def test_required_come_before_optional_and_deprecated_last() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.operation(
        "GET",
        "/pets",
        parameters=[
            parameter("old", Place.QUERY, text, deprecated=True),
            parameter("limit", Place.QUERY, text),
            parameter("tenant", Place.HEADER, text, required=True),
        ],
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == (
        "*, tenant: str, limit: str | Omit = omit, old: str | Omit = omit"
    )
    assert [item.deprecated for item in method.keywords] == [False, False, True, False]
    assert str(method.keywords[-1].name) == "options"
    assert source(method.keywords[-1].annotation) == "Options | None"


def test_every_place_is_passed_by_wire_name() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.operation(
        "POST",
        "/pets",
        body=builder.record(None, petName=text),
        parameters=[
            parameter("If-Match", Place.HEADER, text),
            parameter("session id", Place.COOKIE, text),
            parameter("filter[name]", Place.QUERY, text),
        ],
    )
    assert passed(only_method(plan(builder.build()))) == {
        "query": '"filter[name]": filter_name',
        "headers": '"If-Match": if_match',
        "cookies": '"session id": session_id',
        "body": '"petName": pet_name',
    }


def test_alike_in_several_places_all_say_their_place() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.operation(
        "PUT",
        "/pets/{id}",
        body=builder.record(None, id=text, name=text),
        parameters=[parameter("ID", Place.QUERY, text)],
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == (
        "path_id: str, *, body_id: str, name: str, query_id: str | Omit = omit"
    )


def test_alike_in_one_place_say_how_they_are_spelled() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    names = ["user-name", "user_name", "userName"]
    builder.operation(
        "GET", "/pets", parameters=[parameter(n, Place.QUERY, text) for n in names]
    )
    method = only_method(plan(builder.build()))
    assert [str(item.name) for item in method.keywords] == [
        "query_user_name_kebab",
        "query_user_name_snake",
        "query_user_name_camel",
        "options",
    ]


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("class", "class_"),
        ("options", "query_options"),
        ("self", "query_self"),
        ("omit", "query_omit"),
        ("2fa", "query_2fa"),
        ("$top", "top"),
        ("*", "star"),
        ("list", "list"),
        ("body", "body"),
    ],
)
def test_odd_names(wire: str, name: str) -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.operation("GET", "/pets", parameters=[parameter(wire, Place.QUERY, text)])
    method = only_method(plan(builder.build()))
    assert str(method.keywords[0].name) == name
    assert passed(method)["query"].endswith(f": {name}")


@pytest.mark.parametrize(
    ("kind", "annotation"),
    [
        (ScalarKind.STRING, "str"),
        (ScalarKind.INTEGER, "int"),
        (ScalarKind.NUMBER, "float"),
        (ScalarKind.BOOLEAN, "bool"),
        (ScalarKind.DATE, "dt.date | str"),
        (ScalarKind.DATETIME, "dt.datetime | str"),
        (ScalarKind.TIME, "dt.time | str"),
        (ScalarKind.DURATION, "dt.timedelta | str"),
        (ScalarKind.UUID, "UUID | str"),
        (ScalarKind.BYTES, "bytes"),
        (ScalarKind.UNTYPED, "ParameterValue"),
        (ScalarKind.ANY, "object"),
    ],
)
def test_annotations_of_scalars(kind: ScalarKind, annotation: str) -> None:
    builder = ApiBuilder()
    type_id = builder.scalar(kind)
    builder.operation("GET", "/pets", parameters=[parameter("x", Place.QUERY, type_id)])
    assert (
        signature(only_method(plan(builder.build())))
        == f"*, x: {annotation} | Omit = omit"
    )


def test_a_placeholder_that_nobody_described_is_text() -> None:
    builder = ApiBuilder()
    untyped = builder.scalar(ScalarKind.UNTYPED)
    builder.operation(
        "GET", "/pets/{id}", parameters=[parameter("id", Place.PATH, untyped)]
    )
    assert signature(only_method(plan(builder.build()))) == "id: str"


def test_defaults_are_documented_and_not_sent() -> None:
    builder = ApiBuilder()
    number = builder.scalar(ScalarKind.INTEGER)
    limit = parameter("limit", Place.QUERY, number, default=10, description="How many.")
    builder.operation("GET", "/pets", parameters=[limit])
    method = only_method(plan(builder.build()))
    assert signature(method) == "*, limit: int | Omit = omit"
    assert method.keywords[0].description == "How many. Default: `10`."


def test_what_is_read_only_is_not_asked_for() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    pet = builder.record(
        "Pet",
        id=Field("id", text, Presence.REQUIRED, read_only=True),
        name=text,
        nick=Field("nick", text, Presence.OPTIONAL, nullable=True),
    )
    builder.operation("POST", "/pets", body=pet)
    assert (
        signature(only_method(plan(builder.build())))
        == "*, name: str, nick: str | None | Omit = omit"
    )


def test_a_fixed_parameter_is_no_argument() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    action = parameter("Action", Place.QUERY, text, fixed="PollForTask")
    builder.operation("GET", "/", parameters=[action])
    method = only_method(plan(builder.build()))
    assert str(method.name) == "poll_for_task"
    assert signature(method) == ""


def test_a_value_without_a_choice_is_not_asked_for() -> None:
    builder = ApiBuilder()
    one = builder.add(Choice(builder.meta(), ScalarKind.STRING, ("v2",)))
    builder.operation(
        "GET",
        "/pets/{kind}",
        parameters=[
            parameter("kind", Place.PATH, one),
            parameter("API-Version", Place.HEADER, one, required=True),
            parameter("mark", Place.QUERY, one),
        ],
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == (
        'kind: Literal["v2"], *, api_version: Literal["v2"] = "v2",'
        ' mark: Literal["v2"] | Omit = omit'
    )
    assert passed(method)["headers"] == '"API-Version": api_version'
    assert source(method.smoke.call) == 'pets.retrieve("v2")'
    assert '"api-version": "v2"' in str(method.smoke.expected).lower()


def test_bodies_that_are_no_objects_are_one_argument() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    pet = builder.record("Pet", name=text)
    cat = builder.record("Cat", name=text)
    either = builder.add(UnionOf(builder.meta("Animal"), (pet, cat)))
    bodies = {
        "/lists": builder.list_of(pet),
        "/maps": builder.add(MapOf(builder.meta(), text)),
        "/unions": either,
        "/any": builder.scalar(ScalarKind.ANY),
        "/empty": builder.record(None),
        "/texts": text,
    }
    for path, body in bodies.items():
        builder.operation("PUT", path, body=body)
    methods = methods_of(plan(builder.build()))
    assert {name.split(".")[0]: signature(m) for name, m in methods.items()} == {
        "lists": "*, body: Sequence[PetParam | Pet]",
        "maps": "*, body: Mapping[str, str]",
        "unions": "*, body: AnimalParam",
        "any": "*, body: object",
        "empty": "*, body: Mapping[str, object]",
        "texts": "*, body: str",
    }
    assert passed(methods["lists.update"]) == {"body": "body"}


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/json", "*, name: str"),
        ("application/vnd.acme+json", "*, name: str"),
        ("multipart/form-data", "*, name: str"),
        ("application/x-www-form-urlencoded", "*, name: str"),
        ("application/xml", "*, body: str | bytes"),
        ("image/png", "*, body: FileInput"),
    ],
)
def test_bodies_by_media_type(media_type: str, expected: str) -> None:
    builder = ApiBuilder()
    pet = builder.record(None, name=builder.scalar())
    item = builder.operation("POST", "/pets")
    builder.operations[0] = _with_body(item, Content(media_type, pet))
    assert signature(only_method(plan(builder.build()))) == expected


def test_json_is_preferred_and_files_need_a_form() -> None:
    builder = ApiBuilder()
    plain = builder.record(None, name=builder.scalar())
    upload = builder.record(None, file=builder.scalar(ScalarKind.BINARY))
    for path, body in (("/pets", plain), ("/files", upload)):
        item = builder.operation("POST", path)
        contents = [
            Content("application/xml", body),
            Content("multipart/form-data", body),
            Content("application/json", body),
        ]
        builder.operations[-1] = _with_body(item, *contents)
    methods = methods_of(plan(builder.build()))
    sent = {name: entries(method)["body"] for name, method in methods.items()}
    assert sent == {
        "pets.create": '"application/json"',
        "files.create": '"multipart/form-data"',
    }
    assert signature(methods["files.create"]) == "*, file: FileInput"


def test_a_form_that_is_no_object_is_any_object() -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    item = builder.operation("POST", "/pets")
    form = Content("application/x-www-form-urlencoded", texts)
    builder.operations[0] = _with_body(item, form)
    expected = "*, body: Mapping[str, object]"
    assert signature(only_method(plan(builder.build()))) == expected


def test_enumerations_are_asked_for_by_name() -> None:
    builder = ApiBuilder()
    status = builder.add(Choice(builder.meta("Status"), ScalarKind.STRING, ("a", "b")))
    builder.operation(
        "GET", "/pets", parameters=[parameter("status", Place.QUERY, status)]
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == "*, status: Status | Omit = omit"


def test_a_method_called_list_does_not_hide_the_builtin() -> None:
    builder = ApiBuilder()
    texts = builder.list_of(builder.scalar())
    builder.operation("GET", "/pets", answer=texts)
    package = plan(builder.build())
    names = resource_names(package.resources[0])
    assert names.inner.write(only_method(package).returns) == "builtins.list[str]"
    typing_only = names.imports().typing_only
    assert typing_only is not None
    assert [str(item.module) for item in typing_only.standard] == ["builtins"]


_wires = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5)


@settings(max_examples=100, deadline=None)
@given(
    st.sets(_wires, max_size=5),
    st.sets(_wires, max_size=5),
    st.sets(_wires, max_size=3),
)
def test_arguments_are_unique_identifiers(
    query: set[str], body: set[str], header: set[str]
) -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    fields = tuple(Field(name, text, Presence.REQUIRED) for name in sorted(body))
    record = builder.add(Record(builder.meta(), fields, extra=None))
    builder.operation(
        "POST",
        "/pets/{id}",
        body=record,
        parameters=[
            *(parameter(name, Place.QUERY, text) for name in sorted(query)),
            *(parameter(name, Place.HEADER, text) for name in sorted(header)),
        ],
    )
    method = only_method(plan(builder.build()))
    arguments = [*method.positional, *method.keywords]
    names = [str(item.name) for item in arguments]
    assert len(set(names)) == len(names)
    whole = 0 if body else 1
    assert len(names) == len(query) + len(body) + len(header) + whole + 2
    assert all(name.isidentifier() for name in names)


def _with_body(item: Operation, *contents: Content) -> Operation:
    return replace(item, body=Body(required=True, contents=contents))
