"""Reading of streams: framing, truncation, reconnection."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from runtime import APIConnectionError, APIDecodeError, APITimeoutError, Operation

from ..mock_server import KINDS, Kind, make_response
from ..sample_models import Label
from ..streaming_server import (
    CONNECTION_RESET,
    JSONL_HEADERS,
    LABEL_LINES,
    LABELS,
    POST_LABELS,
    RAW_EVENTS,
    SERVICE,
    StreamingServer,
    body_of,
    encode_event,
    encode_lines,
    stream_response,
)


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
        # The content type overrides the documented framing.
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
def test_the_framing_is_chosen_by_content_type(
    kind: Kind, content_type: str, stream: Any, content: bytes
) -> None:
    operation: Operation[Any] = Operation("GET", "/x", returns="Label", stream=stream)
    headers = {"content-type": content_type} if content_type else {}
    chunks = [content[start : start + 3] for start in range(0, len(content), 3)]
    items = StreamingServer(stream_response(*chunks, headers=headers)).read_items(
        kind, operation
    )
    assert items == [Label(text="a"), Label(text="b")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        ("application/json", b'{"problem": "not now"}'),
        ("text/html", b"<html>" + b"x" * 100_000),
        ("image/png", b""),
    ],
)
def test_a_response_that_is_not_a_stream_is_an_error(
    kind: Kind, content_type: str, content: bytes
) -> None:
    headers = {"content-type": content_type, "x-request-id": "r1"}
    response = stream_response(*[content[:10], content[10:]], b"more", headers=headers)
    with pytest.raises(APIDecodeError, match=f"{content_type} instead of") as caught:
        StreamingServer(response).read_items(kind, LABELS)
    assert caught.value.request_id == "r1"
    assert len(caught.value.excerpt) < 600
    assert caught.value.excerpt.startswith(content[:10].decode())
    assert body_of(response).is_closed


def test_a_stream_with_another_content_type_is_rejected_in_strict_mode() -> None:
    response = stream_response(
        encode_event({"text": "a"}), headers={"content-type": "text/plain"}
    )
    with pytest.raises(APIDecodeError, match="text/plain instead of a stream"):
        StreamingServer(response).read_items(
            "sync", LABELS, response_validation="strict"
        )
    assert body_of(response).is_closed


class TestTruncation:
    """The last item of a truncated stream is returned only if it is complete."""

    def test_a_truncated_event_is_an_item_only_if_it_is_complete(self) -> None:
        content = b'data: {"text": "a"}\n\ndata: {"text": "b"}\n'
        assert (
            len(StreamingServer(stream_response(content)).read_items("sync", LABELS))
            == 2
        )
        assert (
            len(
                StreamingServer(stream_response(content)).read_items("sync", RAW_EVENTS)
            )
            == 1
        )
        with pytest.raises(APIDecodeError, match="a truncated event"):
            StreamingServer(stream_response(content)).read_items(
                "sync", LABELS, response_validation="strict"
            )
        with pytest.raises(APIDecodeError, match="invalid JSON") as caught:
            StreamingServer(stream_response(content[:-4])).read_items("sync", LABELS)
        assert caught.value.excerpt.startswith('{"text"')

    def test_a_truncated_line_is_an_error(self) -> None:
        with pytest.raises(APIDecodeError, match="item 2"):
            StreamingServer(
                stream_response(b'{"text":"a"}\n{"te', headers=JSONL_HEADERS)
            ).read_items("sync", LABEL_LINES)

    def test_a_truncated_number_in_a_sequence_is_rejected_in_strict_mode(self) -> None:
        numbers: Operation[int] = Operation("GET", "/n", returns=int, stream="json-seq")
        headers = {"content-type": "application/json-seq"}
        content = stream_response(b"\x1e1\n\x1e12", headers=headers)
        with pytest.raises(APIDecodeError, match="a truncated value"):
            StreamingServer(content).read_items(
                "sync", numbers, response_validation="strict"
            )

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("length", ["5", "500"])
    def test_a_body_that_does_not_match_its_length_is_an_error(
        self, kind: Kind, length: str
    ) -> None:
        content = encode_lines({"text": "a"})
        headers = {**JSONL_HEADERS, "content-length": length}
        with pytest.raises(
            APIConnectionError, match=f"received {len(content)} bytes, expected"
        ):
            StreamingServer(stream_response(content, headers=headers)).read_items(
                kind, LABEL_LINES
            )


class TestReconnection:
    """A GET request whose events have IDs is repeated after a connection failure."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_stream_continues_after_the_last_event(self, kind: Kind) -> None:
        server = StreamingServer(
            stream_response(
                encode_event({"text": "a"}, id=1),
                b"id: 2\ndata: {",
                failure=CONNECTION_RESET,
            ),
            stream_response(
                encode_event({"text": "b"}, id=2), failure=httpx2.ReadTimeout("")
            ),
            stream_response(
                encode_event({"text": "c"}),
                b"id: 3\nretry: 2500\n\n",
                failure=CONNECTION_RESET,
            ),
            make_response(503),
            stream_response(encode_event({"text": "d"}, id=4)),
        )
        items = server.read_items(kind, LABELS, headers={"x-mine": "1"})
        assert [item.text for item in items] == ["a", "b", "c", "d"]
        sent = [request.headers.get("last-event-id") for request in server.requests]
        assert sent == [None, "1", "2", "3", "3"]
        assert all(request.headers["x-mine"] == "1" for request in server.requests)
        assert server.waits == [0.5, 0.5, 2.5, 1.0]

    @pytest.mark.parametrize("kind", KINDS)
    def test_status_204_ends_the_stream(self, kind: Kind) -> None:
        server = StreamingServer(
            stream_response(
                encode_event({"text": "a"}, id=1), failure=CONNECTION_RESET
            ),
            stream_response(status=204),
        )
        assert len(server.read_items(kind, LABELS)) == 1

    @pytest.mark.parametrize("kind", KINDS)
    def test_events_without_ids_are_not_resumed(self, kind: Kind) -> None:
        server = StreamingServer(
            stream_response(encode_event({"text": "a"}), failure=CONNECTION_RESET)
        )
        with pytest.raises(APIConnectionError, match="while reading the response"):
            server.read_items(kind, LABELS)
        assert len(server.requests) == 1

    def test_a_post_is_not_resumed(self) -> None:
        server = StreamingServer(
            stream_response(encode_event({"text": "a"}, id=1), failure=CONNECTION_RESET)
        )
        with pytest.raises(APIConnectionError):
            server.read_items("sync", POST_LABELS)
        assert len(server.requests) == 1

    def test_an_id_that_is_invalid_in_a_header_is_not_resumed(self) -> None:
        server = StreamingServer(
            stream_response(b"id: \x01\ndata: 1\n\n", failure=CONNECTION_RESET)
        )
        with pytest.raises(APIConnectionError):
            server.read_items("sync", RAW_EVENTS)
        assert len(server.requests) == 1

    def test_a_stream_is_not_resumed_if_retries_are_disabled(self) -> None:
        server = StreamingServer(
            stream_response(encode_event({"text": "a"}, id=1), failure=CONNECTION_RESET)
        )
        with pytest.raises(APIConnectionError):
            server.read_items("sync", LABELS, max_retries=0)

    def test_a_stream_is_not_resumed_if_the_server_requests_a_long_delay(self) -> None:
        server = StreamingServer(
            stream_response(
                b"retry: 99000\nid: 1\ndata: 1\n\n", failure=CONNECTION_RESET
            )
        )
        with pytest.raises(APIConnectionError):
            server.read_items("sync", RAW_EVENTS)

    def test_reconnection_ends_if_no_events_arrive(self) -> None:
        server = StreamingServer(
            stream_response(
                encode_event({"text": "a"}, id=1), failure=CONNECTION_RESET
            ),
            stream_response(b": hello\n\n", failure=CONNECTION_RESET),
            stream_response(failure=httpx2.ReadTimeout("")),
        )
        with pytest.raises(APITimeoutError):
            server.read_items("sync", LABELS)
        assert len(server.requests) == 3

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_stream_that_restarts_from_the_beginning_is_an_error(
        self, kind: Kind
    ) -> None:
        first = stream_response(
            encode_event({"text": "a"}, id=1),
            encode_event({"text": "b"}, id=2),
            failure=CONNECTION_RESET,
        )
        again = stream_response(encode_event({"text": "a"}, id=1))
        server = StreamingServer(first, again)
        with pytest.raises(APIConnectionError, match="restarted it from the beginning"):
            server.read_items(kind, LABELS)
        assert body_of(again).is_closed

    def test_a_caller_can_resume_with_last_event_id(self) -> None:
        server = StreamingServer(
            stream_response(encode_event({"text": "a"}, id="x")), stream_response()
        )
        client = server.client(SERVICE)
        with client.open_stream(LABELS) as stream:
            assert stream.last_event_id == ""
            assert next(stream).text == "a"
            last = stream.last_event_id
        client.open_stream(LABELS, options={"headers": {"Last-Event-ID": last}}).close()
        assert server.requests[1].headers["last-event-id"] == "x"
