"""Decoding of the items of a stream."""

from __future__ import annotations

from typing import Any

import pytest
from runtime import (
    ANY,
    APIDecodeError,
    APIStreamError,
    Operation,
    ResponseValidationWarning,
)

from ..mock_server import KINDS, Kind
from ..sample_models import Cat, Dog, Label
from ..streaming_server import (
    JSONL_HEADERS,
    LABEL_LINES,
    LABELS,
    SSE_HEADERS,
    StreamingServer,
    body_of,
    encode_event,
    encode_lines,
    stream_response,
)


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
def test_data_is_decoded_to_the_documented_type(
    returns: Any, data: str, expected: object
) -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns=returns, stream="sse")
    server = StreamingServer(stream_response(f"data: {data}\n\n".encode()))
    (item,) = server.read_items("sync", operation)
    assert item == expected


class TestWholeEvents:
    """Events that are described with all their fields (OpenAPI 3.2, `itemSchema`)."""

    def read(self, *chunks: bytes, returns: str = "LabelEvent", **options: Any) -> Any:
        operation: Operation[Any] = Operation(
            "GET", "/x", returns=returns, stream="sse-event"
        )
        return StreamingServer(stream_response(*chunks)).read_items(
            "sync", operation, **options
        )

    def test_data_is_json_if_its_type_is_an_object(self) -> None:
        (item,) = self.read(encode_event({"text": "a"}, event="label", id="7", retry=5))
        assert (item.event, item.id, item.retry) == ("label", "7", 5)
        assert item.data == Label(text="a")

    def test_missing_fields_are_not_set(self) -> None:
        (item,) = self.read(encode_event({"text": "a"}))
        assert item.model_fields_set == {"data"}

    @pytest.mark.parametrize(
        "data", ["plain", "12", '{"a": 1}', '"quoted"', "null", ""]
    )
    def test_data_is_a_string_if_its_type_is_a_string(self, data: str) -> None:
        chunk = f"data: {data}\n\n".encode()
        items = self.read(chunk, returns="TextEvent", response_validation="strict")
        assert [item.data for item in items] == ([data] if data else [])

    def test_the_event_name_selects_the_type_of_the_data(self) -> None:
        items = self.read(
            b"event: text\ndata: {}\n\n",
            encode_event({"text": "{}"}, event="label"),
            b"event: new\ndata: {}\n\n",
            returns="AnyEvent",
        )
        assert [item.data for item in items] == ["{}", Label(text="{}"), {}]

    def test_data_that_does_not_match_its_schema_is_rejected_in_strict_mode(
        self,
    ) -> None:
        chunks = [
            b"data: plain\n\n",
            encode_event({"color": "red"}),
            b"data: [DONE]\n\n",
        ]
        first, second = self.read(*chunks)
        assert first.data == "plain"
        assert (second.data.text, second.data.color) == (None, "red")
        with pytest.raises(APIDecodeError, match="item 1 of the stream"):
            self.read(*chunks, response_validation="strict")

    def test_a_whole_event_can_be_sent_as_data(self) -> None:
        chunk = encode_event({"event": "label", "id": "8", "data": {"text": "a"}})
        (item,) = self.read(chunk, response_validation="strict")
        assert (item.event, item.id, item.data) == ("label", "8", Label(text="a"))


def test_lines_can_be_any_json_value() -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns=ANY, stream="jsonl")
    values: list[object] = [None, 1, "a", [1], {"a": {}}]
    assert (
        StreamingServer(
            stream_response(encode_lines(*values), headers=JSONL_HEADERS)
        ).read_items("sync", operation)
        == values
    )
    with pytest.raises(APIDecodeError, match="item 2 of the stream"):
        StreamingServer(stream_response(b"1\nx\n", headers=JSONL_HEADERS)).read_items(
            "sync", operation
        )


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_that_does_not_match_its_schema_depends_on_the_mode(kind: Kind) -> None:
    content = encode_lines({"text": "a"}, {"color": "red"}, {"text": "c"})
    items = StreamingServer(stream_response(content, headers=JSONL_HEADERS)).read_items(
        kind, LABEL_LINES
    )
    assert [item.text for item in items] == ["a", None, "c"]
    with pytest.warns(ResponseValidationWarning, match="item 2 of the stream"):
        StreamingServer(stream_response(content, headers=JSONL_HEADERS)).read_items(
            kind, LABEL_LINES, response_validation="warn"
        )
    with pytest.raises(APIDecodeError, match="item 2 of the stream") as caught:
        StreamingServer(stream_response(content, headers=JSONL_HEADERS)).read_items(
            kind, LABEL_LINES, response_validation="strict"
        )
    assert caught.value.excerpt == '{"color": "red"}'
    assert caught.value.status_code == 200


class TestReportedErrors:
    """Errors that are sent instead of an item."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_an_error_event_is_raised(self, kind: Kind) -> None:
        problem = {"error": {"message": "overloaded", "code": "busy"}}
        response = stream_response(
            encode_event({"text": "a"}), encode_event(problem, event="error")
        )
        with pytest.raises(
            APIStreamError, match="within the stream: overloaded"
        ) as caught:
            StreamingServer(response).read_items(kind, LABELS)
        error = caught.value
        assert (error.body, error.code, error.status_code) == (problem, "busy", 200)
        assert body_of(response).is_closed

    def test_an_error_event_can_be_text(self) -> None:
        response = stream_response(b"event: error\ndata: out of words\n\n")
        with pytest.raises(APIStreamError, match="out of words") as caught:
            StreamingServer(response).read_items("sync", LABELS)
        assert caught.value.body == "out of words"

    @pytest.mark.parametrize("stream", ["sse", "jsonl"])
    def test_an_object_with_an_error_is_raised(self, stream: Any) -> None:
        content = encode_lines({"error": "no"})
        response = stream_response(
            b"data: " + content + b"\n" if stream == "sse" else content,
            headers=SSE_HEADERS if stream == "sse" else JSONL_HEADERS,
        )
        operation: Operation[Any] = Operation(
            "GET", "/", returns="Label", stream=stream
        )
        with pytest.raises(APIStreamError, match="within the stream: no"):
            StreamingServer(response).read_items("sync", operation)

    def test_an_error_property_of_a_valid_item_is_not_raised(self) -> None:
        content = encode_lines({"text": "a", "error": "harmless"})
        (item,) = StreamingServer(
            stream_response(content, headers=JSONL_HEADERS)
        ).read_items("sync", LABEL_LINES)
        assert item.error == "harmless"
