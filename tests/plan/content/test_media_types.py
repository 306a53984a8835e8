"""Media types of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Content, Response
from sdksmith.model.types import ScalarKind

from tests.plan.builder import ApiBuilder
from tests.plan.contents import EVENTS, JSON, methods_for, return_types
from tests.plan.views import entries, only_method, plan, source

if TYPE_CHECKING:
    pass


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
        (["image/png"], "bytes", '"image/png"'),
        (["application/jwt"], "str", '"application/jwt"'),
        (["application/yaml"], "str", '"application/yaml"'),
        (["application/pdf"], "bytes", '"application/pdf"'),
        (["application/vnd.acme.v2"], "Pet", '"application/vnd.acme.v2"'),
        (["application/merge-patch+json", "application/json"], "Pet", None),
        (["application/hal+json", "application/json"], "Pet", None),
    ],
)
def test_return_type_and_accept_header_by_media_type(
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
def test_return_type_by_media_type_without_a_schema(
    media_type: str, returns: str
) -> None:
    builder = ApiBuilder()
    responses = (Response("200", (Content(media_type, None),)),)
    builder.operation("GET", "/pet", responses=responses)
    assert source(only_method(plan(builder.build())).returns) == returns


def test_binary_response_is_bytes_for_any_media_type() -> None:
    builder = ApiBuilder()
    binary = builder.scalar(ScalarKind.BINARY)
    builder.operation("GET", "/pet", response=binary)
    method = only_method(plan(builder.build()))
    assert (source(method.returns), entries(method)["returns"]) == ("bytes", "bytes")


@pytest.mark.parametrize(
    ("media_types", "accept"),
    [
        (["application/json", "application/octet-stream"], "application/octet-stream"),
        (["*/*", "application/zip"], "application/zip"),
        (["*/*", "application/json"], "*/*"),
    ],
)
def test_binary_data_is_not_requested_as_json(
    media_types: list[str], accept: str
) -> None:
    builder = ApiBuilder()
    binary = builder.scalar(ScalarKind.BINARY)
    contents = tuple(Content(media_type, binary) for media_type in media_types)
    builder.operation("GET", "/file", responses=(Response("200", contents),))
    method = only_method(plan(builder.build()))
    assert entries(method)["accept"] == f'"{accept}"'


def test_string_in_any_media_type_is_text() -> None:
    builder = ApiBuilder()
    for media_type in ("*/*", "text/*"):
        builder.operations.clear()
        contents = (Content(media_type, builder.scalar()),)
        builder.operation("GET", "/motto", responses=(Response("200", contents),))
        data = entries(only_method(plan(builder.build())))
        assert data == {"returns": "str", "accept": f'"{media_type}"'}


def test_stream_is_preferred_to_json_without_a_schema() -> None:
    builder = ApiBuilder()
    anything = builder.scalar(ScalarKind.ANY)
    methods = methods_for(builder, Content(JSON, anything), Content(EVENTS, None))
    assert [method.streams for method in methods.values()] == [True]


def test_bytes_are_preferred_to_json_without_a_schema() -> None:
    builder = ApiBuilder()
    data = Content("image/png", builder.scalar(ScalarKind.BINARY))
    anything = Content(JSON, builder.scalar(ScalarKind.ANY))
    assert return_types(builder, anything, data) == {"retrieve": "bytes"}
    assert return_types(builder, Content(JSON, None), data) == {"retrieve": "bytes"}
    file = builder.record("File", id=builder.scalar())
    assert return_types(builder, Content(JSON, file), data) == {
        "retrieve": "File",
        "retrieve_as_png": "bytes",
    }
