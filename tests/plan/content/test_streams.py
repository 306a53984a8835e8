"""Streams of items in responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Content, Response
from sdksmith.model.types import Choice, ScalarKind, UnionOf
from sdksmith.plan.content.alternatives import media_word
from sdksmith.plan.content.streams import Framing, find_framing

from tests.plan.builder import ApiBuilder
from tests.plan.contents import EVENTS, JSON, LINES, methods_for, note_type
from tests.plan.views import entries, only_method, plan, source

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId


@pytest.mark.parametrize(
    ("media_type", "framing"),
    [
        ("text/event-stream", Framing.EVENT_DATA),
        ("text/event-stream; charset=utf-8", Framing.EVENT_DATA),
        ("application/jsonl", Framing.LINES),
        ("application/x-ndjson", Framing.LINES),
        ("application/ndjson", Framing.LINES),
        ("application/stream+json", Framing.LINES),
        ("application/vnd.acme+x-ndjson", Framing.LINES),
        ("application/json-seq", Framing.SEQUENCE),
        ("application/geo+json-seq", Framing.SEQUENCE),
        ("application/json", None),
        ("application/geo+json", None),
        ("text/plain", None),
    ],
)
def test_framing_of_a_media_type(media_type: str, framing: Framing | None) -> None:
    assert find_framing(media_type) is framing
    assert (media_word(media_type) == "stream") is (framing is not None)


def stream_of(builder: ApiBuilder, content: Content) -> tuple[str, str, str]:
    """Return annotation, item type and framing of the only method for a response."""
    (method,) = methods_for(builder, content).values()
    data = entries(method)
    return source(method.returns), data.get("returns", ""), data.get("stream", "")


def union(builder: ApiBuilder, *members: TypeId) -> TypeId:
    return builder.add(UnionOf(builder.meta(), members))


def test_schema_describes_an_item() -> None:
    builder = ApiBuilder()
    note = note_type(builder)
    assert stream_of(builder, Content(EVENTS, note)) == (
        "Stream[Note]",
        '"Note"',
        '"sse"',
    )
    assert stream_of(builder, Content(LINES, note)) == (
        "Stream[Note]",
        '"Note"',
        '"jsonl"',
    )
    assert stream_of(builder, Content("application/json-seq", None, item=note)) == (
        "Stream[Note]",
        '"Note"',
        '"json-seq"',
    )


def test_schema_describes_an_array_of_items() -> None:
    builder = ApiBuilder()
    notes = builder.list_of(note_type(builder))
    for media_type, framing in ((EVENTS, '"sse"'), (LINES, '"jsonl"')):
        assert stream_of(builder, Content(media_type, notes)) == (
            "Stream[Note]",
            '"Note"',
            framing,
        )


def test_schema_describes_a_whole_event() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    note = note_type(builder)
    whole = builder.record("NoteEvent", data=note, event=text, id=text, retry=text)
    other = builder.record("TextEvent", data=text)
    both = union(builder, whole, other)
    for content in (
        Content(EVENTS, whole),
        Content(EVENTS, None, item=whole),
        Content(EVENTS, None, item=both),
    ):
        assert stream_of(builder, content)[2] == '"sse-event"'
    # With another property, the schema describes the data of an event.
    payload = builder.record("Payload", data=note, event=text, at=text)
    assert stream_of(builder, Content(EVENTS, payload))[2] == '"sse"'
    assert (
        stream_of(builder, Content(EVENTS, union(builder, whole, payload)))[2]
        == '"sse"'
    )
    assert stream_of(builder, Content(LINES, whole))[2] == '"jsonl"'


@pytest.mark.parametrize("schema", ["nothing", "text", "choice", "bytes"])
def test_schema_that_does_not_describe_an_item(schema: str) -> None:
    builder = ApiBuilder()
    types = {
        "nothing": None,
        "text": builder.scalar(),
        "bytes": builder.scalar(ScalarKind.BINARY),
        "choice": builder.add(Choice(builder.meta(), ScalarKind.STRING, ("a", "b"))),
    }
    content = Content(EVENTS, types[schema])
    assert stream_of(builder, content) == (
        "Stream[ServerSentEvent]",
        "ServerSentEvent",
        '"sse"',
    )
    returns, made, framing = stream_of(builder, Content(LINES, types[schema]))
    if schema == "bytes":  # a file of lines
        assert (returns, made, framing) == ("bytes", "bytes", "")
    else:
        assert (returns, made, framing) == ("Stream[Any]", "ANY", '"jsonl"')


def test_responses_without_a_body_are_empty_streams() -> None:
    builder = ApiBuilder()
    operation = builder.operation("GET", "/files")
    stream = Response("200", contents=(Content(LINES, note_type(builder)),))
    responses = (stream, Response("204"))
    builder.operations[-1] = replace(operation, responses=responses)
    method = only_method(plan(builder.build()))
    assert source(method.returns) == "Stream[Note]"
    assert entries(method)["returns"] == '"Note"'
    # With another response body, the method does not return a stream.
    other = Response("202", contents=(Content(JSON, note_type(builder)),))
    builder.operations[-1] = replace(operation, responses=(stream, other))
    method = only_method(plan(builder.build()))
    assert (source(method.returns), method.streams) == ("str | Note", False)


@pytest.mark.parametrize(
    ("event", "stream"),
    [
        ("string", ("Stream[Note]", '"Note"', '"sse"')),
        ("choice", ("Stream[Happening]", '"Happening"', '"sse-event"')),
    ],
)
def test_an_event_with_all_fields_is_its_data_unless_another_one_is_restricted(
    event: str, stream: tuple[str, str, str]
) -> None:
    builder = ApiBuilder()
    text, number = builder.scalar(), builder.scalar(ScalarKind.INTEGER)
    names = builder.add(Choice(builder.meta(), ScalarKind.STRING, ("born", "died")))
    name = names if event == "choice" else text
    happening = builder.record(
        "Happening",
        data=note_type(builder),
        event=name,
        id=text,
        retry=number,
    )
    assert stream_of(builder, Content(EVENTS, None, item=happening)) == stream
