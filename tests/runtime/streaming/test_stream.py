"""Streams."""

from __future__ import annotations

import asyncio
import gc

import pytest
from runtime import (
    APIDecodeError,
    AsyncStream,
    Hooks,
    NotFoundError,
    ServerSentEvent,
    Stream,
)

from ..mock_server import KINDS, Kind
from ..sample_models import Label
from ..streaming_server import (
    JSONL_HEADERS,
    LABEL_LINES,
    LABELS,
    RAW_EVENTS,
    SERVICE,
    SSE_HEADERS,
    StreamingServer,
    body_of,
    encode_event,
    encode_lines,
    stream_response,
)


@pytest.mark.parametrize("kind", KINDS)
def test_undocumented_events_are_server_sent_events(kind: Kind) -> None:
    server = StreamingServer(
        stream_response(b"id: 1\nevent: a\ndata: {}\n\nretry: 5\nda", b"ta:[DONE]\n\n")
    )
    first, second = server.read_items(kind, RAW_EVENTS)
    assert first == ServerSentEvent("{}", "a", "1", None)
    assert second == ServerSentEvent("[DONE]", "message", "1", 5)
    assert first.json() == {}
    assert server.only_request.headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("kind", KINDS)
def test_events_are_decoded_to_models(kind: Kind) -> None:
    response = stream_response(
        encode_event({"text": "é"}),
        b": to keep the connection alive\n\ndata:\n\n",
        b'data: {"text":\ndata: "b", "new": 1}\n\n',
        b"data: [DONE]\n\n",
        encode_event({"text": "never"}),
    )
    items = StreamingServer(response).read_items(kind, LABELS)
    assert [item.text for item in items] == ["é", "b"]
    assert all(isinstance(item, Label) for item in items)
    assert body_of(response).is_closed
    assert body_of(response).sent == 4


def test_items_before_an_invalid_one_are_returned() -> None:
    response = stream_response(
        encode_lines({"text": "a"}) + b'{"text": \n', headers=JSONL_HEADERS
    )
    stream = StreamingServer(response).client(SERVICE).open_stream(LABEL_LINES)
    assert next(stream).text == "a"
    with pytest.raises(APIDecodeError, match="invalid JSON"):
        next(stream)
    assert stream.is_closed
    assert body_of(response).is_closed
    assert list(stream) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [200, 204])
def test_a_stream_can_be_empty(kind: Kind, status: int) -> None:
    for operation in (RAW_EVENTS, LABELS):
        assert (
            StreamingServer(stream_response(status=status)).read_items(
                kind, operation, response_validation="strict"
            )
            == []
        )
    assert (
        StreamingServer(stream_response(headers=JSONL_HEADERS)).read_items(
            kind, LABEL_LINES
        )
        == []
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_status_is_raised_with_its_body(kind: Kind) -> None:
    failed = stream_response(
        b'{"message"', b': "gone"}', status=404, headers={"content-type": "x/json"}
    )
    unavailable = stream_response(
        b"busy", status=503, headers={"content-type": "text/plain"}
    )
    server = StreamingServer(unavailable, failed)
    with pytest.raises(NotFoundError, match="gone") as caught:
        server.read_items(kind, LABELS)
    assert caught.value.body == {"message": "gone"}
    assert len(server.waits) == 1
    assert body_of(unavailable).is_closed
    assert body_of(failed).is_closed


class TestClosing:
    """A stream closes its response in all circumstances."""

    def test_a_stream_has_properties_of_its_response_and_event(self) -> None:
        headers = {**SSE_HEADERS, "x-request-id": "r1"}
        response = stream_response(
            encode_event({"text": "a"}, event="new", id=4), headers=headers
        )
        client = StreamingServer(response).client(SERVICE)
        reply = client.with_response(client.open_stream)(LABELS)
        stream = reply.data
        assert isinstance(stream, Stream)
        assert stream.event is None
        next(stream)
        assert stream.event == ServerSentEvent('{"text": "a"}', "new", "4")
        assert (stream.status_code, stream.request_id) == (200, "r1")
        assert stream.headers["x-request-id"] == reply.headers["x-request-id"] == "r1"
        assert stream.http is response
        assert repr(stream) == "<Stream of GET https://api.example.com/labels>"
        stream.close()
        stream.close()
        assert list(stream) == []

    def test_a_stream_of_lines_has_no_event(self) -> None:
        response = stream_response(encode_lines({"text": "a"}), headers=JSONL_HEADERS)
        stream = StreamingServer(response).client(SERVICE).open_stream(LABEL_LINES)
        next(stream)
        assert stream.event is None
        assert stream.last_event_id == ""

    def test_leaving_the_context_closes_the_response(self) -> None:
        response = stream_response(
            encode_event({"text": "a"}), encode_event({"text": "b"})
        )
        with StreamingServer(response).client(SERVICE).open_stream(LABELS) as stream:
            for _ in stream:
                break
            assert not body_of(response).is_closed
            assert next(stream).text == "b"
        assert body_of(response).is_closed
        assert stream.is_closed

    @pytest.mark.parametrize("is_begun", [False, True])
    def test_garbage_collection_closes_the_response(self, is_begun: bool) -> None:
        response = stream_response(
            encode_event({"text": "a"}), encode_event({"text": "b"})
        )
        client = StreamingServer(response).client(SERVICE)
        stream = client.open_stream(LABELS)
        if is_begun:
            next(stream)
        del stream
        gc.collect()
        assert body_of(response).is_closed

    @pytest.mark.parametrize("is_begun", [False, True])
    def test_garbage_collection_closes_the_response_of_an_async_stream(
        self, is_begun: bool
    ) -> None:
        response = stream_response(
            encode_event({"text": "a"}), encode_event({"text": "b"})
        )

        async def run() -> None:
            async with StreamingServer(response).async_client(SERVICE) as client:
                stream = await client.open_stream(LABELS)
                assert isinstance(stream, AsyncStream)
                if is_begun:
                    await anext(stream)
                del stream
                gc.collect()
                await asyncio.sleep(0.01)
                assert body_of(response).is_closed

        asyncio.run(run())

    def test_cancelling_the_task_closes_the_response(self) -> None:
        response = stream_response(*[encode_event({"text": "a"})] * 1_000_000)

        async def read() -> None:
            client = StreamingServer(response).async_client(SERVICE)
            async for _ in await client.open_stream(LABELS):
                await asyncio.sleep(0)

        async def run() -> None:
            task = asyncio.create_task(read())
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            gc.collect()
            await asyncio.sleep(0.01)
            assert body_of(response).is_closed

        asyncio.run(run())

    def test_an_exception_of_a_hook_closes_the_response(self) -> None:
        def fail(info: object) -> None:
            raise LookupError(info)

        response = stream_response(encode_event({"text": "a"}))
        client = StreamingServer(response).client(
            SERVICE, hooks=Hooks(after_response=fail)
        )
        with pytest.raises(LookupError):
            client.open_stream(LABELS)
        assert body_of(response).is_closed
