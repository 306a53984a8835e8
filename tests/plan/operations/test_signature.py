"""Signatures: arguments, their order and their locations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sdksmith.model.api import Place
from sdksmith.model.types import Choice, Field, Presence, Record, ScalarKind

from tests.plan.builder import ApiBuilder, parameter
from tests.plan.views import only_method, passed, plan, signature, source


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


def test_required_arguments_come_first_and_deprecated_ones_last() -> None:
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


def test_arguments_of_each_location_are_passed_by_wire_name() -> None:
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


def test_equal_names_in_several_locations_get_the_location_as_prefix() -> None:
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
        "id: str, *, body_id: str, name: str, query_id: str | Omit = omit"
    )


def test_equal_names_in_one_location_get_their_spelling_as_suffix() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    names = ["user-name", "user_name", "userName"]
    builder.operation(
        "GET", "/pets", parameters=[parameter(n, Place.QUERY, text) for n in names]
    )
    method = only_method(plan(builder.build()))
    assert [str(item.name) for item in method.keywords] == [
        "user_name_kebab",
        "user_name",
        "user_name_camel",
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
def test_argument_names(wire: str, name: str) -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    builder.operation("GET", "/pets", parameters=[parameter(wire, Place.QUERY, text)])
    method = only_method(plan(builder.build()))
    assert str(method.keywords[0].name) == name
    assert passed(method)["query"].endswith(f": {name}")


def test_path_parameter_without_a_type_is_a_string() -> None:
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


def test_read_only_properties_are_not_arguments() -> None:
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


def test_fixed_parameter_is_not_an_argument() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    action = parameter("Action", Place.QUERY, text, fixed="PollForTask")
    builder.operation("GET", "/", parameters=[action])
    method = only_method(plan(builder.build()))
    assert str(method.name) == "poll_for_task"
    assert signature(method) == ""


def test_required_parameter_with_a_single_value_has_a_default() -> None:
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
        'kind: Literal["v2"] = "v2", *, api_version: Literal["v2"] = "v2",'
        ' mark: Literal["v2"] | Omit = omit'
    )
    assert passed(method)["headers"] == '"API-Version": api_version'
    assert source(method.smoke.call) == "pets.retrieve()"
    assert '"api-version": "v2"' in str(method.smoke.expected).lower()


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


def test_constants_of_a_path_follow_its_other_parameters() -> None:
    builder = ApiBuilder()
    one = builder.add(Choice(builder.meta(), ScalarKind.STRING, ("v2",)))
    text = builder.scalar()
    builder.operation(
        "GET",
        "/{version}/pets/{pet}",
        parameters=[
            parameter("version", Place.PATH, one),
            parameter("pet", Place.PATH, text),
        ],
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == 'pet: str, version: Literal["v2"] = "v2"'


def test_a_body_that_is_optional_can_be_omitted() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    one = builder.add(Choice(builder.meta(), ScalarKind.STRING, ("job",)))
    job = builder.record("Job", kind=one, name=text)
    operation = builder.operation("POST", "/jobs", body=job)
    assert operation.body is not None
    builder.operations[0] = replace(
        operation, body=replace(operation.body, required=False)
    )
    method = only_method(plan(builder.build()))
    assert signature(method) == (
        '*, kind: Literal["job"] | Omit = omit, name: str | Omit = omit'
    )
    kind, name = method.doc.arguments
    assert (
        kind.description == name.description == "Required if there is a request body."
    )


def test_constants_of_a_body_have_a_default() -> None:
    builder = ApiBuilder()
    one = builder.add(Choice(builder.meta(), ScalarKind.STRING, ("job",)))
    job = builder.record("Job", kind=one, name=builder.scalar())
    builder.operation("POST", "/jobs", body=job)
    method = only_method(plan(builder.build()))
    assert signature(method) == '*, name: str, kind: Literal["job"] = "job"'
    assert passed(method)["body"] == '"name": name, "kind": kind'


@pytest.mark.parametrize(
    ("names", "argument"),
    [(("a",), "extra_body"), (("a", "extra_body"), "extra_body_2")],
)
def test_additional_properties_have_an_argument(
    names: tuple[str, ...], argument: str
) -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    number = builder.scalar(ScalarKind.INTEGER)
    fields = tuple(Field(name, text, Presence.REQUIRED) for name in names)
    meta = builder.meta("Labels")
    record = builder.add(Record(meta, fields, extra=number, extra_declared=True))
    builder.operation("PUT", "/labels", body=record)
    method = only_method(plan(builder.build()))
    assert signature(method).endswith(f"{argument}: Mapping[str, int] | Omit = omit")
    assert passed(method)["body"].endswith(f"**({argument} or {{}})")
