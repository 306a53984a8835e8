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


class TestClosing:
    """A stream gives its connection back, whoever ends it."""

    def test_what_is_known_of_a_stream(self) -> None:
        headers = {**EVENTS, "x-request-id": "r1"}
        response = feed(event({"text": "a"}, event="new", id=4), headers=headers)
        client = Feeder(response).client(SERVICE)
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

    def test_lines_have_no_event(self) -> None:
        response = feed(lines({"text": "a"}), headers=LINES)
        stream = Feeder(response).client(SERVICE).open_stream(LABEL_LINES)
        next(stream)
        assert stream.event is None
        assert stream.last_event_id == ""

    def test_when_it_is_left(self) -> None:
        response = feed(event({"text": "a"}), event({"text": "b"}))
        with Feeder(response).client(SERVICE).open_stream(LABELS) as stream:
            for _ in stream:
                break
            assert not body_of(response).is_closed
            assert next(stream).text == "b"
        assert body_of(response).is_closed
        assert stream.is_closed

    @pytest.mark.parametrize("is_begun", [False, True])
    def test_when_it_is_dropped(self, is_begun: bool) -> None:
        response = feed(event({"text": "a"}), event({"text": "b"}))
        client = Feeder(response).client(SERVICE)
        stream = client.open_stream(LABELS)
        if is_begun:
            next(stream)
        del stream
        gc.collect()
        assert body_of(response).is_closed

    @pytest.mark.parametrize("is_begun", [False, True])
    def test_when_it_is_dropped_in_an_event_loop(self, is_begun: bool) -> None:
        response = feed(event({"text": "a"}), event({"text": "b"}))

        async def run() -> None:
            async with Feeder(response).async_client(SERVICE) as client:
                stream = await client.open_stream(LABELS)
                assert isinstance(stream, AsyncStream)
                if is_begun:
                    await anext(stream)
                del stream
                gc.collect()
                await asyncio.sleep(0.01)
                assert body_of(response).is_closed

        asyncio.run(run())

    def test_when_its_task_is_cancelled(self) -> None:
        response = feed(*[event({"text": "a"})] * 1_000_000)

        async def read() -> None:
            client = Feeder(response).async_client(SERVICE)
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

    def test_when_a_hook_fails(self) -> None:
        def fail(info: object) -> None:
            raise LookupError(info)

        response = feed(event({"text": "a"}))
        client = Feeder(response).client(SERVICE, hooks=Hooks(after_response=fail))
        with pytest.raises(LookupError):
            client.open_stream(LABELS)
        assert body_of(response).is_closed
