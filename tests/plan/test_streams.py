"""Operations whose answers, or bodies, are sequences of items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.api import Body, Content, Response
from sdksmith.model.types import Choice, ScalarKind, UnionOf
from sdksmith.plan.content.alternatives import media_word
from sdksmith.plan.content.streams import Framing, find_framing

from .builder import ApiBuilder
from .planned import entries, methods_of, only_method, plan, signature, source

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import MethodView

JSON = "application/json"
EVENTS = "text/event-stream"
LINES = "application/jsonl"


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
def test_media_types(media_type: str, framing: Framing | None) -> None:
    assert find_framing(media_type) is framing
    assert (media_word(media_type) == "stream") is (framing is not None)


def answered(builder: ApiBuilder, *contents: Content) -> dict[str, MethodView]:
    """Return the methods of an operation that answers with one of these."""
    builder.operations.clear()
    operation = builder.operation("GET", "/files")
    responses = (Response("200", contents=contents),)
    builder.operations[-1] = replace(operation, responses=responses)
    return methods_of(plan(builder.build()))


def only(builder: ApiBuilder, content: Content) -> tuple[str, str, str]:
    """Return what the one method for an answer says of its stream."""
    (method,) = answered(builder, content).values()
    said = entries(method)
    return source(method.returns), said.get("returns", ""), said.get("stream", "")


def union(builder: ApiBuilder, *members: TypeId) -> TypeId:
    return builder.add(UnionOf(builder.meta(), members))


def item(builder: ApiBuilder) -> TypeId:
    return builder.record("Note", text=builder.scalar())


def test_the_schema_of_an_item() -> None:
    builder = ApiBuilder()
    note = item(builder)
    assert only(builder, Content(EVENTS, note)) == ("Stream[Note]", '"Note"', '"sse"')
    assert only(builder, Content(LINES, note)) == ("Stream[Note]", '"Note"', '"jsonl"')
    assert only(builder, Content("application/json-seq", None, item=note)) == (
        "Stream[Note]",
        '"Note"',
        '"json-seq"',
    )


def test_the_schema_of_all_items_is_that_of_an_array() -> None:
    builder = ApiBuilder()
    notes = builder.list_of(item(builder))
    for media_type, framing in ((EVENTS, '"sse"'), (LINES, '"jsonl"')):
        assert only(builder, Content(media_type, notes)) == (
            "Stream[Note]",
            '"Note"',
            framing,
        )


def test_the_schema_of_a_whole_event() -> None:
    builder = ApiBuilder()
    text = builder.scalar()
    note = item(builder)
    whole = builder.record("NoteEvent", data=note, event=text, id=text, retry=text)
    other = builder.record("TextEvent", data=text)
    both = union(builder, whole, other)
    for content in (
        Content(EVENTS, whole),
        Content(EVENTS, None, item=whole),
        Content(EVENTS, None, item=both),
    ):
        assert only(builder, content)[2] == '"sse-event"'
    # It has another property, so that it is what the data holds; so do lines.
    payload = builder.record("Payload", data=note, event=text, at=text)
    assert only(builder, Content(EVENTS, payload))[2] == '"sse"'
    assert only(builder, Content(EVENTS, union(builder, whole, payload)))[2] == '"sse"'
    assert only(builder, Content(LINES, whole))[2] == '"jsonl"'


@pytest.mark.parametrize("described", ["nothing", "text", "choice", "bytes"])
def test_what_says_nothing_of_an_event(described: str) -> None:
    builder = ApiBuilder()
    types = {
        "nothing": None,
        "text": builder.scalar(),
        "bytes": builder.scalar(ScalarKind.BINARY),
        "choice": builder.add(Choice(builder.meta(), ScalarKind.STRING, ("a", "b"))),
    }
    content = Content(EVENTS, types[described])
    assert only(builder, content) == (
        "Stream[ServerSentEvent]",
        "ServerSentEvent",
        '"sse"',
    )
    returns, made, framing = only(builder, Content(LINES, types[described]))
    if described == "bytes":  # a file that holds lines
        assert (returns, made, framing) == ("bytes", "bytes", "")
    else:
        assert (returns, made, framing) == ("Stream[Any]", "ANY", '"jsonl"')


def test_async_methods_are_awaited_for_a_stream() -> None:
    builder = ApiBuilder()
    (method,) = answered(builder, Content(EVENTS, item(builder))).values()
    assert method.streams
    assert method.call == "open_stream"
    assert method.async_returns is None
    assert method.awaited_returns is not None
    assert source(method.awaited_returns) == "AsyncStream[Note]"
    assert [source(item) for item in method.operation_types] == ["Note"]


def test_a_stream_beside_json_is_a_method_of_its_own() -> None:
    builder = ApiBuilder()
    note = item(builder)
    notes = builder.list_of(note)
    whole = Content(JSON, notes)
    for stream in (Content(LINES, notes), Content(EVENTS, None)):
        for contents in ((whole, stream), (stream, whole)):
            methods = answered(builder, *contents)
            assert list(methods) == ["files.list", "files.list_as_stream"]
            assert source(methods["files.list"].returns) == "list[Note]"
            assert methods["files.list_as_stream"].streams
    # The same items again, under another name.
    methods = answered(builder, whole, Content(LINES, notes), Content(EVENTS, note))
    assert len(methods) == 2


def test_streams_of_different_items_are_methods_by_other_names() -> None:
    builder = ApiBuilder()
    contents = (
        Content(JSON, builder.record("Whole", all=builder.scalar())),
        Content("application/x-ndjson", item(builder)),
        Content(EVENTS, builder.record("Change", by=builder.scalar())),
    )
    assert list(answered(builder, *contents)) == [
        "files.retrieve",
        "files.retrieve_as_event_stream",
        "files.retrieve_as_ndjson",
    ]


def test_json_that_nobody_described_stands_behind_a_stream() -> None:
    builder = ApiBuilder()
    anything = builder.scalar(ScalarKind.ANY)
    methods = answered(builder, Content(JSON, anything), Content(EVENTS, None))
    assert [method.streams for method in methods.values()] == [True]


def test_answers_without_a_body_are_streams_without_items() -> None:
    builder = ApiBuilder()
    operation = builder.operation("GET", "/files")
    stream = Response("200", contents=(Content(LINES, item(builder)),))
    responses = (stream, Response("204"))
    builder.operations[-1] = replace(operation, responses=responses)
    method = only_method(plan(builder.build()))
    assert source(method.returns) == "Stream[Note]"
    assert entries(method)["returns"] == '"Note"'
    # Another body: it is a stream never, rather than sometimes.
    other = Response("202", contents=(Content(JSON, item(builder)),))
    builder.operations[-1] = replace(operation, responses=(stream, other))
    method = only_method(plan(builder.build()))
    assert (source(method.returns), method.streams) == ("str | Note", False)


def test_the_error_of_a_stream_is_none() -> None:
    builder = ApiBuilder()
    operation = builder.operation("GET", "/files")
    stream = Content(EVENTS, item(builder))
    responses = (Response("200", (stream,)), Response("400", (stream,)))
    builder.operations[-1] = replace(operation, responses=responses)
    assert "errors" not in entries(only_method(plan(builder.build())))


def test_the_property_that_asks_for_a_stream() -> None:
    builder = ApiBuilder()
    text, flag = builder.scalar(), builder.scalar(ScalarKind.BOOLEAN)
    question = builder.record("Question", text=text, stream=flag)
    operation = builder.operation("POST", "/questions")
    answer = item(builder)

    def methods(*contents: Content) -> dict[str, str]:
        builder.operations[-1] = replace(
            operation,
            body=Body(required=True, contents=(Content(JSON, question),)),
            responses=(Response("200", contents),),
        )
        made = methods_of(plan(builder.build()))
        return {name: signature(method) for name, method in made.items()}

    whole, stream = Content(JSON, answer), Content(EVENTS, answer)
    plain = "*, text: str, stream: bool"
    asked = "*, text: str, stream: bool | Omit = True"
    assert methods(whole) == {"questions.create": plain}
    assert methods(stream) == {"questions.create": asked}
    assert methods(whole, stream) == {
        "questions.create": plain,
        "questions.create_as_stream": asked,
    }


def test_items_that_are_sent() -> None:
    builder = ApiBuilder()
    note = item(builder)
    operation = builder.operation("POST", "/notes")

    def sent(content: Content) -> str:
        body = Body(required=True, contents=(content,))
        builder.operations[-1] = replace(operation, body=body)
        return signature(only_method(plan(builder.build())))

    for content in (
        Content(LINES, None, item=note),
        Content(LINES, note),
        Content("application/json-seq", builder.list_of(note)),
    ):
        made = sent(content)
        assert made.startswith("*, body: Iterable[NoteParam")
        assert "AsyncIterable[NoteParam" in made
    # What nobody described is text, or bytes.
    assert sent(Content(LINES, None)) == "*, body: str | bytes"
    assert sent(Content(LINES, builder.scalar())) == "*, body: str | bytes"
    assert sent(Content(EVENTS, note)) == "*, body: str | bytes"
