"""Operations with several media types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.api import Content
from sdksmith.model.types import ScalarKind

from tests.plan.builder import ApiBuilder
from tests.plan.contents import (
    EVENTS,
    FORM,
    JSON,
    LINES,
    MULTIPART,
    method_names,
    methods_for,
    note_type,
    return_types,
)
from tests.plan.views import entries, methods_of, plan, signature, source

if TYPE_CHECKING:
    pass


def test_stream_and_json_are_separate_methods() -> None:
    builder = ApiBuilder()
    note = note_type(builder)
    notes = builder.list_of(note)
    whole = Content(JSON, notes)
    for stream in (Content(LINES, notes), Content(EVENTS, None)):
        for contents in ((whole, stream), (stream, whole)):
            methods = methods_for(builder, *contents)
            assert list(methods) == ["files.list", "files.list_as_stream"]
            assert source(methods["files.list"].returns) == "list[Note]"
            assert methods["files.list_as_stream"].streams
    # Another stream of the same items has no method.
    methods = methods_for(builder, whole, Content(LINES, notes), Content(EVENTS, note))
    assert len(methods) == 2


def test_streams_of_different_items_are_separate_methods() -> None:
    builder = ApiBuilder()
    contents = (
        Content(JSON, builder.record("Whole", all=builder.scalar())),
        Content("application/x-ndjson", note_type(builder)),
        Content(EVENTS, builder.record("Change", by=builder.scalar())),
    )
    assert list(methods_for(builder, *contents)) == [
        "files.retrieve",
        "files.retrieve_as_event_stream",
        "files.retrieve_as_ndjson",
    ]


def test_body_with_other_data_is_a_separate_method() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    upload = builder.record("Upload", file=builder.scalar(ScalarKind.BINARY), name=text)
    link = builder.record("Link", url=text, name=text)
    part = builder.record("Part", name=text)
    both = [Content(JSON, link), Content(MULTIPART, upload)]
    assert method_names(builder, *both) == ["create", "create_as_json"]
    assert method_names(builder, *both[::-1]) == ["create", "create_as_json"]
    # The JSON body accepts the same data.
    assert method_names(builder, Content(JSON, link), Content(FORM, part)) == ["create"]
    assert method_names(builder, Content(JSON, link), Content(FORM, link)) == ["create"]
    assert method_names(
        builder, Content(JSON, link), Content("application/xml", part)
    ) == ["create"]
    assert method_names(builder, Content(JSON, link), Content("text/plain", text)) == [
        "create",
        "create_as_text",
    ]
    assert method_names(builder, Content(JSON, link), Content("text/plain", None)) == [
        "create"
    ]


def test_variants_have_separate_signatures_and_bodies() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    method_names(
        builder,
        Content(JSON, builder.record("Link", url=text)),
        Content(FORM, builder.record("Form", code=text)),
    )
    package = plan(builder.build())
    methods = methods_of(package)
    assert signature(methods["files.create"]) == "*, url: str"
    assert signature(methods["files.create_as_form"]) == "*, code: str"
    assert entries(methods["files.create_as_form"])["body"] == f'"{FORM}"'
    assert "Same as `create`, but sends the body as" in (
        methods["files.create_as_form"].doc.body
    )


def test_response_with_other_data_is_a_separate_method() -> None:
    builder = ApiBuilder()
    file = builder.record("File", id=builder.scalar())
    other = builder.record("Other", id=builder.scalar())
    text, data = builder.scalar(), builder.scalar(ScalarKind.BINARY)
    assert return_types(
        builder,
        Content("text/csv", text),
        Content(JSON, file),
        Content("application/pdf", data),
        Content("application/xml", file),
        Content("application/vnd.acme.short+json", other),
    ) == {
        "retrieve": "File",
        "retrieve_as_csv": "str",
        "retrieve_as_pdf": "bytes",
        "retrieve_as_short": "Other",
    }
    assert return_types(builder, Content(JSON, file), Content("text/json", file)) == {
        "retrieve": "File"
    }
