"""Request bodies of JSON lines and JSON text sequences."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from runtime import ANY, Operation, ServerError, omit

from ..loopback_server import Handler, LoopbackServer, call, receive, serve
from ..mock_server import KINDS, Kind
from ..sample_models import Label


def _one_by_one(items: list[object]) -> Iterator[object]:
    yield from items


LINES: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="application/jsonl", body_required=True
)
SEQUENCE: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="application/json-seq"
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [list[object], tuple[object, ...], _one_by_one])
def test_iterables_are_sent_as_lines_and_as_sequences(
    server: LoopbackServer, kind: Kind, make: Callable[[list[object]], object]
) -> None:
    items: list[object] = [
        {"a": 1, "b": omit},
        Label(text="é"),
        None,
        "x",
        b'{"c":2}\n',
    ]
    request = receive(server, kind, make(items), LINES)
    assert request.headers["content-type"] == "application/jsonl"
    assert request.body.decode() == '{"a":1}\n{"text":"é"}\nnull\n"x"\n{"c":2}\n'
    request = receive(server, kind, make(items), SEQUENCE)
    assert request.body.split(b"\x1e")[1:3] == [b'{"a":1}\n', '{"text":"é"}\n'.encode()]


@pytest.mark.parametrize("kind", KINDS)
def test_encoded_lines_and_single_values_are_sent(
    server: LoopbackServer, kind: Kind
) -> None:
    assert receive(server, kind, '{"a":1}\n', LINES).body == b'{"a":1}\n'
    assert receive(server, kind, b'{"a":1}\n', LINES).body == b'{"a":1}\n'
    assert receive(server, kind, io.BytesIO(b"1\n2\n"), LINES).body == b"1\n2\n"
    assert receive(server, kind, {"a": 1}, LINES).body == b'{"a":1}\n'
    assert receive(server, kind, Label(text="a"), LINES).body == b'{"text":"a"}\n'
    assert receive(server, kind, [], LINES).body == b""


def test_async_iterators_require_an_async_client(server: LoopbackServer) -> None:
    async def items() -> AsyncIterator[object]:
        for number in range(3):
            await asyncio.sleep(0)
            yield {"n": number}

    assert (
        receive(server, "async", items(), LINES).body == b'{"n":0}\n{"n":1}\n{"n":2}\n'
    )
    with pytest.raises(TypeError, match="only by an async client"):
        receive(server, "sync", items(), LINES)


@pytest.mark.parametrize("kind", KINDS)
def test_lists_are_resent_and_iterators_are_not(kind: Kind) -> None:
    def respond(handler: Handler, number: int) -> None:
        handler.send(503 if number == 1 else 200, b"{}")

    def bodies(server: LoopbackServer) -> list[bytes]:
        return [request.body for request in server.requests]

    with serve(respond) as server:
        call(kind, server.origin, LINES, body=[1, 2])
        assert bodies(server) == [b"1\n2\n", b"1\n2\n"]
    with serve(respond) as server:
        with pytest.raises(ServerError):
            call(kind, server.origin, LINES, body=iter([1, 2]))
        assert bodies(server) == [b"1\n2\n"]
