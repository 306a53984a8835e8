"""Bodies that are read while they are sent: files, iterators, lines of JSON."""

from __future__ import annotations

import asyncio
import io
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from runtime import (
    ANY,
    APIConnectionError,
    FileContent,
    Operation,
    ServerError,
    omit,
)

from .loopback_server import PUT, Handler, Host, call, receive, respond_ok, serve
from .mock_server import KINDS, Kind
from .sample_models import Label

UPLOAD: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="multipart/form-data"
)
JSON: Operation[Any] = Operation("PUT", "/things", returns=ANY, body="application/json")
CONTENT = bytes(range(256)) * 2_000


def chunks() -> Iterator[bytes]:
    yield CONTENT[:10]
    yield b""
    yield CONTENT[10:]


async def async_chunks() -> AsyncIterator[bytes]:
    for chunk in chunks():
        await asyncio.sleep(0)
        yield chunk


def contents(folder: Path) -> dict[str, Callable[[], FileContent]]:
    path = folder / "content.bin"
    path.write_bytes(CONTENT)
    return {
        "bytes": lambda: CONTENT,
        "path": lambda: path,
        "file": lambda: io.BytesIO(CONTENT),
        "iterator": chunks,
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["bytes", "path", "file", "iterator"])
def test_a_whole_body(host: Host, kind: Kind, name: str, tmp_path: Path) -> None:
    seen = receive(host, kind, contents(tmp_path)[name]())
    assert seen.body == CONTENT
    assert ("content-length" in seen.headers) is (name != "iterator")
    assert seen.headers.get("transfer-encoding") == (
        "chunked" if name == "iterator" else None
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["bytes", "path", "file", "iterator"])
def test_a_part_of_a_form(host: Host, kind: Kind, name: str, tmp_path: Path) -> None:
    content = contents(tmp_path)[name]
    seen = receive(
        host, kind, {"file": content(), "more": ("m.txt", content())}, UPLOAD
    )
    assert seen.body.count(CONTENT) == 2
    assert b'name="more"; filename="m.txt"' in seen.body
    assert ("content-length" in seen.headers) is (name != "iterator")


def test_async_iterators(host: Host) -> None:
    assert receive(host, "async", async_chunks()).body == CONTENT
    form = receive(host, "async", {"file": async_chunks()}, UPLOAD)
    assert CONTENT in form.body
    with pytest.raises(TypeError, match="only by an async client"):
        receive(host, "sync", async_chunks())
    with pytest.raises(TypeError, match="only by an async client"):
        receive(host, "sync", {"file": async_chunks()}, UPLOAD)


@pytest.mark.parametrize("kind", KINDS)
def test_what_yields_no_bytes(host: Host, kind: Kind) -> None:
    with pytest.raises(TypeError, match="must yield bytes, not str"):
        receive(host, kind, iter(["text"]))

    async def texts() -> AsyncIterator[str]:
        yield "text"

    with pytest.raises(TypeError, match="must yield bytes, not str"):
        receive(host, "async", texts())


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_files_are_parts_and_iterators_are_lists_in_json(
    host: Host, kind: Kind
) -> None:
    seen = receive(host, kind, {"file": [b"one", b"two"]}, UPLOAD)
    assert seen.body.count(b'; name="file"') == 2
    numbers = (number for number in range(3))
    assert json.loads(receive(host, kind, numbers, JSON).body) == [0, 1, 2]
    assert json.loads(receive(host, kind, {"a": iter([1, 2])}, JSON).body) == {
        "a": [1, 2]
    }
    assert receive(host, kind, b'{"a":1}', JSON).body == b'{"a":1}'


@pytest.mark.parametrize("kind", KINDS)
def test_what_can_be_read_once_is_sent_once(kind: Kind, tmp_path: Path) -> None:
    def refuse(handler: Handler, number: int) -> None:
        handler.reply(503, b"")

    def tries(body: object) -> int:
        with serve(refuse) as host:
            with pytest.raises(ServerError):
                call(kind, host.origin, PUT, body=body)
            return len(host.seen)

    made = {name: tries(make()) for name, make in contents(tmp_path).items()}
    assert made == {"bytes": 3, "path": 3, "file": 3, "iterator": 1}


@pytest.mark.parametrize("kind", KINDS)
def test_errors_of_an_iterator_come_through(kind: Kind) -> None:
    def broken() -> Iterator[bytes]:
        yield b"a"
        raise LookupError("mine")

    with serve(respond_ok) as host:
        with pytest.raises(LookupError, match="mine"):
            call(kind, host.origin, PUT, body=broken())
        assert call(kind, host.origin, PUT, body=b"b") == {"ok": True}
        assert [seen.body for seen in host.seen] == [b"b"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_changes_while_it_is_sent(kind: Kind) -> None:
    class Shrinking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(size) if self.tell() < 10 else b""

    class Growing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(size) or b"more"

    # The server notes what it got after the client has given up, so it is one apart.
    with serve(respond_ok) as host:
        with pytest.raises(
            APIConnectionError, match="read 131072 bytes of the body, expected 900000"
        ):
            call(kind, host.origin, PUT, body=Shrinking(b"x" * 900_000))
        with pytest.raises(
            APIConnectionError, match="read 9 bytes of the body, expected 5"
        ):
            call(kind, host.origin, PUT, body=Growing(b"x" * 5))


def test_files_are_read_outside_of_the_event_loop(host: Host, tmp_path: Path) -> None:
    readers: set[str] = set()

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            readers.add(threading.current_thread().name)
            return super().read(size)

    assert receive(host, "async", Watched(CONTENT)).body == CONTENT
    assert receive(host, "async", {"file": Watched(CONTENT)}, UPLOAD).body.count(
        CONTENT
    )
    assert readers
    assert "MainThread" not in readers


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
def test_lines(host: Host, kind: Kind, make: Callable[[list[object]], object]) -> None:
    items: list[object] = [
        {"a": 1, "b": omit},
        Label(text="é"),
        None,
        "x",
        b'{"c":2}\n',
    ]
    seen = receive(host, kind, make(items), LINES)
    assert seen.headers["content-type"] == "application/jsonl"
    assert seen.body.decode() == '{"a":1}\n{"text":"é"}\nnull\n"x"\n{"c":2}\n'
    seen = receive(host, kind, make(items), SEQUENCE)
    assert seen.body.split(b"\x1e")[1:3] == [b'{"a":1}\n', '{"text":"é"}\n'.encode()]


@pytest.mark.parametrize("kind", KINDS)
def test_lines_that_are_encoded_already_and_one_alone(host: Host, kind: Kind) -> None:
    assert receive(host, kind, '{"a":1}\n', LINES).body == b'{"a":1}\n'
    assert receive(host, kind, b'{"a":1}\n', LINES).body == b'{"a":1}\n'
    assert receive(host, kind, io.BytesIO(b"1\n2\n"), LINES).body == b"1\n2\n"
    assert receive(host, kind, {"a": 1}, LINES).body == b'{"a":1}\n'
    assert receive(host, kind, Label(text="a"), LINES).body == b'{"text":"a"}\n'
    assert receive(host, kind, [], LINES).body == b""


def test_lines_from_an_async_iterator(host: Host) -> None:
    async def items() -> AsyncIterator[object]:
        for number in range(3):
            await asyncio.sleep(0)
            yield {"n": number}

    assert receive(host, "async", items(), LINES).body == b'{"n":0}\n{"n":1}\n{"n":2}\n'
    with pytest.raises(TypeError, match="only by an async client"):
        receive(host, "sync", items(), LINES)


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_a_list_are_sent_again(kind: Kind) -> None:
    def play(handler: Handler, number: int) -> None:
        handler.reply(503 if number == 1 else 200, b"{}")

    def bodies(host: Host) -> list[bytes]:
        return [seen.body for seen in host.seen]

    with serve(play) as host:
        call(kind, host.origin, LINES, body=[1, 2])
        assert bodies(host) == [b"1\n2\n", b"1\n2\n"]
    with serve(play) as host:
        with pytest.raises(ServerError):
            call(kind, host.origin, LINES, body=iter([1, 2]))
        assert bodies(host) == [b"1\n2\n"]
