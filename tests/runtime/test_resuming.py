"""Streams that break off, and what becomes of connections."""

from __future__ import annotations

import asyncio
import gc

import httpx2
import pytest
from runtime import (
    APIConnectionError,
    APITimeoutError,
    AsyncStream,
    Hooks,
    ServerSentEvent,
    Stream,
)

from .mock_server import KINDS, Kind, answer
from .streaming_server import (
    BROKEN,
    EVENTS,
    LABEL_LINES,
    LABELS,
    LINES,
    POSTED,
    RAW,
    SERVICE,
    Feeder,
    body_of,
    event,
    feed,
    lines,
)


class TestResuming:
    """A GET whose events have ids is taken up again after a break."""

    @pytest.mark.parametrize("kind", KINDS)
    def test_after_the_last_event(self, kind: Kind) -> None:
        server = Feeder(
            feed(event({"text": "a"}, id=1), b"id: 2\ndata: {", failure=BROKEN),
            feed(event({"text": "b"}, id=2), failure=httpx2.ReadTimeout("")),
            feed(event({"text": "c"}), b"id: 3\nretry: 2500\n\n", failure=BROKEN),
            answer(503),
            feed(event({"text": "d"}, id=4)),
        )
        items = server.read(kind, LABELS, headers={"x-mine": "1"})
        assert [item.text for item in items] == ["a", "b", "c", "d"]
        sent = [request.headers.get("last-event-id") for request in server.requests]
        assert sent == [None, "1", "2", "3", "3"]
        assert all(request.headers["x-mine"] == "1" for request in server.requests)
        assert server.waits == [0.5, 0.5, 2.5, 1.0]

    @pytest.mark.parametrize("kind", KINDS)
    def test_ends_with_204(self, kind: Kind) -> None:
        server = Feeder(
            feed(event({"text": "a"}, id=1), failure=BROKEN), feed(status=204)
        )
        assert len(server.read(kind, LABELS)) == 1

    @pytest.mark.parametrize("kind", KINDS)
    def test_not_where_events_have_no_ids(self, kind: Kind) -> None:
        server = Feeder(feed(event({"text": "a"}), failure=BROKEN))
        with pytest.raises(APIConnectionError, match="while reading the response"):
            server.read(kind, LABELS)
        assert len(server.requests) == 1

    def test_not_where_the_call_changes_something(self) -> None:
        server = Feeder(feed(event({"text": "a"}, id=1), failure=BROKEN))
        with pytest.raises(APIConnectionError):
            server.read("sync", POSTED)
        assert len(server.requests) == 1

    def test_not_where_no_header_holds_the_id(self) -> None:
        server = Feeder(feed(b"id: \x01\ndata: 1\n\n", failure=BROKEN))
        with pytest.raises(APIConnectionError):
            server.read("sync", RAW)
        assert len(server.requests) == 1

    def test_not_where_the_caller_wants_no_retries(self) -> None:
        server = Feeder(feed(event({"text": "a"}, id=1), failure=BROKEN))
        with pytest.raises(APIConnectionError):
            server.read("sync", LABELS, max_retries=0)

    def test_not_where_the_server_wants_a_long_rest(self) -> None:
        server = Feeder(feed(b"retry: 99000\nid: 1\ndata: 1\n\n", failure=BROKEN))
        with pytest.raises(APIConnectionError):
            server.read("sync", RAW)

    def test_not_where_nothing_comes_any_more(self) -> None:
        server = Feeder(
            feed(event({"text": "a"}, id=1), failure=BROKEN),
            feed(b": hello\n\n", failure=BROKEN),
            feed(failure=httpx2.ReadTimeout("")),
        )
        with pytest.raises(APITimeoutError):
            server.read("sync", LABELS)
        assert len(server.requests) == 3

    @pytest.mark.parametrize("kind", KINDS)
    def test_not_where_the_server_begins_anew(self, kind: Kind) -> None:
        first = feed(
            event({"text": "a"}, id=1), event({"text": "b"}, id=2), failure=BROKEN
        )
        again = feed(event({"text": "a"}, id=1))
        server = Feeder(first, again)
        with pytest.raises(APIConnectionError, match="restarted it from the beginning"):
            server.read(kind, LABELS)
        assert body_of(again).is_closed

    def test_by_the_caller(self) -> None:
        server = Feeder(feed(event({"text": "a"}, id="x")), feed())
        client = server.client(SERVICE)
        with client.open_stream(LABELS) as stream:
            assert stream.last_event_id == ""
            assert next(stream).text == "a"
            last = stream.last_event_id
        client.open_stream(LABELS, options={"headers": {"Last-Event-ID": last}}).close()
        assert server.requests[1].headers["last-event-id"] == "x"


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
