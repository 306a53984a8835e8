"""Streams: what they yield, how they end, and how they go on."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import (
    ANY,
    APIConnectionError,
    APIDecodeError,
    APIStreamError,
    NotFoundError,
    Operation,
    ResponseValidationWarning,
    ServerSentEvent,
)

from .mock_server import KINDS, Kind
from .sample_models import Cat, Dog, Label
from .streaming_server import (
    EVENTS,
    LABEL_LINES,
    LABELS,
    LINES,
    RAW,
    SERVICE,
    Feeder,
    body_of,
    event,
    feed,
    lines,
)


@pytest.mark.parametrize("kind", KINDS)
def test_events_that_nobody_described(kind: Kind) -> None:
    server = Feeder(
        feed(b"id: 1\nevent: a\ndata: {}\n\nretry: 5\nda", b"ta:[DONE]\n\n")
    )
    first, second = server.read(kind, RAW)
    assert first == ServerSentEvent("{}", "a", "1", None)
    assert second == ServerSentEvent("[DONE]", "message", "1", 5)
    assert first.json() == {}
    assert server.only.headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("kind", KINDS)
def test_typed_events(kind: Kind) -> None:
    response = feed(
        event({"text": "é"}),
        b": to keep the connection alive\n\ndata:\n\n",
        b'data: {"text":\ndata: "b", "new": 1}\n\n',
        b"data: [DONE]\n\n",
        event({"text": "never"}),
    )
    items = Feeder(response).read(kind, LABELS)
    assert [item.text for item in items] == ["é", "b"]
    assert all(isinstance(item, Label) for item in items)
    assert body_of(response).is_closed
    assert body_of(response).sent == 4


@pytest.mark.parametrize(
    ("returns", "data", "expected"),
    [
        ("Pet", '{"kind": "cat", "lives": 9}', Cat(kind="cat", lives=9)),
        ("Pet", '{"kind": "dog", "bark": "w"}', Dog(kind="dog", bark="w")),
        (str, "plain text", "plain text"),
        (int, "12", 12),
        (ANY, '{"a": 1}', {"a": 1}),
        (ANY, "plain text", "plain text"),
    ],
)
def test_data_of_events(returns: Any, data: str, expected: object) -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns=returns, stream="sse")
    server = Feeder(feed(f"data: {data}\n\n".encode()))
    (item,) = server.read("sync", operation)
    assert item == expected


class TestWholeEvents:
    """`itemSchema` of 3.2 describes the event with all its fields."""

    def read(self, *chunks: bytes, returns: str = "LabelEvent", **options: Any) -> Any:
        operation: Operation[Any] = Operation(
            "GET", "/x", returns=returns, stream="sse-event"
        )
        return Feeder(feed(*chunks)).read("sync", operation, **options)

    def test_data_is_json_where_its_type_is_an_object(self) -> None:
        (item,) = self.read(event({"text": "a"}, event="label", id="7", retry=5))
        assert (item.event, item.id, item.retry) == ("label", "7", 5)
        assert item.data == Label(text="a")

    def test_what_the_event_does_not_have_is_not_there(self) -> None:
        (item,) = self.read(event({"text": "a"}))
        assert item.model_fields_set == {"data"}

    @pytest.mark.parametrize(
        "data", ["plain", "12", '{"a": 1}', '"quoted"', "null", ""]
    )
    def test_data_is_text_where_its_type_is_text(self, data: str) -> None:
        chunk = f"data: {data}\n\n".encode()
        items = self.read(chunk, returns="TextEvent", response_validation="strict")
        assert [item.data for item in items] == ([data] if data else [])

    def test_the_kind_of_event_decides(self) -> None:
        items = self.read(
            b"event: text\ndata: {}\n\n",
            event({"text": "{}"}, event="label"),
            b"event: new\ndata: {}\n\n",
            returns="AnyEvent",
        )
        assert [item.data for item in items] == ["{}", Label(text="{}"), {}]

    def test_data_unlike_its_description(self) -> None:
        chunks = [b"data: plain\n\n", event({"color": "red"}), b"data: [DONE]\n\n"]
        first, second = self.read(*chunks)
        assert first.data == "plain"
        assert (second.data.text, second.data.color) == (None, "red")
        with pytest.raises(APIDecodeError, match="item 1 of the stream"):
            self.read(*chunks, response_validation="strict")

    def test_an_object_that_was_meant_to_be_the_data(self) -> None:
        chunk = event({"event": "label", "id": "8", "data": {"text": "a"}})
        (item,) = self.read(chunk, response_validation="strict")
        assert (item.event, item.id, item.data) == ("label", "8", Label(text="a"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("content_type", "stream", "content"),
    [
        ("application/jsonl", "jsonl", b'{"text":"a"}\n\n{"text":"b"}'),
        (
            "application/x-ndjson; charset=utf-8",
            "jsonl",
            b'{"text":"a"}\r\n{"text":"b"}\n',
        ),
        ("application/json", "jsonl", b'{"text":"a"}\n{"text":"b"}\n'),
        ("application/json-seq", "json-seq", b'\x1e{"text":"a"}\n\x1e{"text":\n"b"}\n'),
        ("", "json-seq", b'\x1e{"text":"a"}\x1e{"text":"b"}'),
        # What comes counts, not what was described.
        ("application/jsonl", "json-seq", b'{"text":"a"}\n{"text":"b"}\n'),
        ("application/jsonl", "sse", b'{"text":"a"}\n{"text":"b"}\n'),
        ("text/event-stream", "jsonl", b'data: {"text":"a"}\n\ndata: {"text":"b"}\n\n'),
        ("text/plain", "sse", b'data: {"text":"a"}\n\ndata: {"text":"b"}\n\n'),
        (
            "application/jsonl; charset=utf-16-le",
            "jsonl",
            '{"text":"a"}\n{"text":"b"}\n'.encode("utf-16-le"),
        ),
        ("application/jsonl; charset=hex", "jsonl", b'{"text":"a"}\n{"text":"b"}\n'),
    ],
)
def test_framings(kind: Kind, content_type: str, stream: Any, content: bytes) -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns="Label", stream=stream)
    headers = {"content-type": content_type} if content_type else {}
    chunks = [content[place : place + 3] for place in range(0, len(content), 3)]
    items = Feeder(feed(*chunks, headers=headers)).read(kind, operation)
    assert items == [Label(text="a"), Label(text="b")]


def test_lines_of_any_kind() -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns=ANY, stream="jsonl")
    values: list[object] = [None, 1, "a", [1], {"a": {}}]
    assert Feeder(feed(lines(*values), headers=LINES)).read("sync", operation) == values
    with pytest.raises(APIDecodeError, match="item 2 of the stream"):
        Feeder(feed(b"1\nx\n", headers=LINES)).read("sync", operation)


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_unlike_its_description(kind: Kind) -> None:
    content = lines({"text": "a"}, {"color": "red"}, {"text": "c"})
    items = Feeder(feed(content, headers=LINES)).read(kind, LABEL_LINES)
    assert [item.text for item in items] == ["a", None, "c"]
    with pytest.warns(ResponseValidationWarning, match="item 2 of the stream"):
        Feeder(feed(content, headers=LINES)).read(
            kind, LABEL_LINES, response_validation="warn"
        )
    with pytest.raises(APIDecodeError, match="item 2 of the stream") as caught:
        Feeder(feed(content, headers=LINES)).read(
            kind, LABEL_LINES, response_validation="strict"
        )
    assert caught.value.excerpt == '{"color": "red"}'
    assert caught.value.status_code == 200


def test_items_before_a_bad_one_come_first() -> None:
    response = feed(lines({"text": "a"}) + b'{"text": \n', headers=LINES)
    stream = Feeder(response).client(SERVICE).open_stream(LABEL_LINES)
    assert next(stream).text == "a"
    with pytest.raises(APIDecodeError, match="invalid JSON"):
        next(stream)
    assert stream.is_closed
    assert body_of(response).is_closed
    assert list(stream) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        ("application/json", b'{"problem": "not now"}'),
        ("text/html", b"<html>" + b"x" * 100_000),
        ("image/png", b""),
    ],
)
def test_an_answer_that_is_no_stream(
    kind: Kind, content_type: str, content: bytes
) -> None:
    headers = {"content-type": content_type, "x-request-id": "r1"}
    response = feed(*[content[:10], content[10:]], b"more", headers=headers)
    with pytest.raises(APIDecodeError, match=f"{content_type} instead of") as caught:
        Feeder(response).read(kind, LABELS)
    assert caught.value.request_id == "r1"
    assert len(caught.value.excerpt) < 600
    assert caught.value.excerpt.startswith(content[:10].decode())
    assert body_of(response).is_closed


def test_a_stream_by_another_name() -> None:
    response = feed(event({"text": "a"}), headers={"content-type": "text/plain"})
    with pytest.raises(APIDecodeError, match="text/plain instead of a stream"):
        Feeder(response).read("sync", LABELS, response_validation="strict")
    assert body_of(response).is_closed


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [200, 204])
def test_a_stream_without_items(kind: Kind, status: int) -> None:
    for operation in (RAW, LABELS):
        assert (
            Feeder(feed(status=status)).read(
                kind, operation, response_validation="strict"
            )
            == []
        )
    assert Feeder(feed(headers=LINES)).read(kind, LABEL_LINES) == []


class TestAnEndInTheMiddle:
    """What an end cut off is an item only where it certainly is whole."""

    def test_of_an_event(self) -> None:
        content = b'data: {"text": "a"}\n\ndata: {"text": "b"}\n'
        assert len(Feeder(feed(content)).read("sync", LABELS)) == 2
        assert len(Feeder(feed(content)).read("sync", RAW)) == 1
        with pytest.raises(APIDecodeError, match="a truncated event"):
            Feeder(feed(content)).read("sync", LABELS, response_validation="strict")
        with pytest.raises(APIDecodeError, match="invalid JSON") as caught:
            Feeder(feed(content[:-4])).read("sync", LABELS)
        assert caught.value.excerpt.startswith('{"text"')

    def test_of_a_line(self) -> None:
        with pytest.raises(APIDecodeError, match="item 2"):
            Feeder(feed(b'{"text":"a"}\n{"te', headers=LINES)).read("sync", LABEL_LINES)

    def test_of_a_number_in_a_sequence(self) -> None:
        numbers: Operation[int] = Operation("GET", "/n", returns=int, stream="json-seq")
        headers = {"content-type": "application/json-seq"}
        content = feed(b"\x1e1\n\x1e12", headers=headers)
        with pytest.raises(APIDecodeError, match="a truncated value"):
            Feeder(content).read("sync", numbers, response_validation="strict")

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("length", ["5", "500"])
    def test_of_a_body_with_another_length(self, kind: Kind, length: str) -> None:
        content = lines({"text": "a"})
        headers = {**LINES, "content-length": length}
        with pytest.raises(
            APIConnectionError, match=f"received {len(content)} bytes, expected"
        ):
            Feeder(feed(content, headers=headers)).read(kind, LABEL_LINES)


class TestReportedErrors:
    """Errors that come in place of an item."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_as_an_event(self, kind: Kind) -> None:
        problem = {"error": {"message": "overloaded", "code": "busy"}}
        response = feed(event({"text": "a"}), event(problem, event="error"))
        with pytest.raises(
            APIStreamError, match="within the stream: overloaded"
        ) as caught:
            Feeder(response).read(kind, LABELS)
        error = caught.value
        assert (error.body, error.code, error.status_code) == (problem, "busy", 200)
        assert body_of(response).is_closed

    def test_as_text(self) -> None:
        response = feed(b"event: error\ndata: out of words\n\n")
        with pytest.raises(APIStreamError, match="out of words") as caught:
            Feeder(response).read("sync", LABELS)
        assert caught.value.body == "out of words"

    @pytest.mark.parametrize("stream", ["sse", "jsonl"])
    def test_as_an_object(self, stream: Any) -> None:
        content = lines({"error": "no"})
        response = feed(
            b"data: " + content + b"\n" if stream == "sse" else content,
            headers=EVENTS if stream == "sse" else LINES,
        )
        operation: Operation[Any] = Operation(
            "GET", "/", returns="Label", stream=stream
        )
        with pytest.raises(APIStreamError, match="within the stream: no"):
            Feeder(response).read("sync", operation)

    def test_but_not_in_an_item_as_described(self) -> None:
        content = lines({"text": "a", "error": "harmless"})
        (item,) = Feeder(feed(content, headers=LINES)).read("sync", LABEL_LINES)
        assert item.error == "harmless"


@pytest.mark.parametrize("kind", KINDS)
def test_errors_before_the_stream_are_read_whole(kind: Kind) -> None:
    failed = feed(
        b'{"message"', b': "gone"}', status=404, headers={"content-type": "x/json"}
    )
    busy = feed(b"busy", status=503, headers={"content-type": "text/plain"})
    server = Feeder(busy, failed)
    with pytest.raises(NotFoundError, match="gone") as caught:
        server.read(kind, LABELS)
    assert caught.value.body == {"message": "gone"}
    assert len(server.waits) == 1
    assert body_of(busy).is_closed
    assert body_of(failed).is_closed
