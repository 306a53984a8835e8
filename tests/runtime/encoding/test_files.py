"""Uploads of files and iterators."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from runtime import ANY, FileContent, Operation, ServerError
from runtime.encoding.files import PathSource

from ..loopback_server import (
    OK_BODY,
    PUT,
    Handler,
    LoopbackServer,
    call,
    receive,
    respond_ok,
    serve,
)
from ..mock_server import KINDS, Kind
from ..sample_files import UnseekableFile

POST_FORM: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="multipart/form-data"
)
UPLOAD: Operation[Any] = Operation(
    "PUT", "/things", returns=ANY, body="multipart/form-data"
)
JSON: Operation[Any] = Operation("PUT", "/things", returns=ANY, body="application/json")
CONTENT = bytes(range(256)) * 2_000


def test_large_files_are_read_in_chunks(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(b"x" * 200_000)
    chunks_read = list(PathSource(path))
    assert len(chunks_read) > 1
    assert b"".join(chunks_read) == path.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_uploads_are_retried_unless_the_file_is_unseekable(
    kind: Kind, tmp_path: Path
) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(bytes(range(256)) * 1000)

    def respond(handler: Handler, number: int) -> None:
        handler.send(503 if number in {1, 3} else 200, OK_BODY, ("Retry-After", "0"))

    with serve(respond) as server:
        call(kind, server.origin, PUT, body=path)
        call(kind, server.origin, POST_FORM, body={"file": path, "note": "é"})
        call(kind, server.origin, PUT, body=UnseekableFile(b"x" * 100_000))
    first, again, form, form_again, stream = server.requests
    assert first.body == again.body == path.read_bytes()
    assert again.headers["content-length"] == "256000"
    assert form.body == form_again.body
    assert form.headers["content-length"] == str(len(form.body))
    assert path.read_bytes() in form.body
    assert stream.body == b"x" * 100_000
    assert stream.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in stream.headers


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
def test_a_file_can_be_the_body(
    server: LoopbackServer, kind: Kind, name: str, tmp_path: Path
) -> None:
    request = receive(server, kind, contents(tmp_path)[name]())
    assert request.body == CONTENT
    assert ("content-length" in request.headers) is (name != "iterator")
    assert request.headers.get("transfer-encoding") == (
        "chunked" if name == "iterator" else None
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["bytes", "path", "file", "iterator"])
def test_a_file_can_be_a_part_of_a_form(
    server: LoopbackServer, kind: Kind, name: str, tmp_path: Path
) -> None:
    content = contents(tmp_path)[name]
    request = receive(
        server, kind, {"file": content(), "more": ("m.txt", content())}, UPLOAD
    )
    assert request.body.count(CONTENT) == 2
    assert b'name="more"; filename="m.txt"' in request.body
    assert ("content-length" in request.headers) is (name != "iterator")


def test_async_iterators_require_an_async_client(server: LoopbackServer) -> None:
    assert receive(server, "async", async_chunks()).body == CONTENT
    form = receive(server, "async", {"file": async_chunks()}, UPLOAD)
    assert CONTENT in form.body
    with pytest.raises(TypeError, match="only by an async client"):
        receive(server, "sync", async_chunks())
    with pytest.raises(TypeError, match="only by an async client"):
        receive(server, "sync", {"file": async_chunks()}, UPLOAD)


@pytest.mark.parametrize("kind", KINDS)
def test_iterators_must_yield_bytes(server: LoopbackServer, kind: Kind) -> None:
    with pytest.raises(TypeError, match="must yield bytes, not str"):
        receive(server, kind, iter(["text"]))

    async def texts() -> AsyncIterator[str]:
        yield "text"

    with pytest.raises(TypeError, match="must yield bytes, not str"):
        receive(server, "async", texts())


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_files_are_separate_parts_and_iterators_are_json_arrays(
    server: LoopbackServer, kind: Kind
) -> None:
    request = receive(server, kind, {"file": [b"one", b"two"]}, UPLOAD)
    assert request.body.count(b'; name="file"') == 2
    numbers = (number for number in range(3))
    assert json.loads(receive(server, kind, numbers, JSON).body) == [0, 1, 2]
    assert json.loads(receive(server, kind, {"a": iter([1, 2])}, JSON).body) == {
        "a": [1, 2]
    }
    assert receive(server, kind, b'{"a":1}', JSON).body == b'{"a":1}'


@pytest.mark.parametrize("kind", KINDS)
def test_bodies_are_resent_unless_they_are_iterators(
    kind: Kind, tmp_path: Path
) -> None:
    def respond_unavailable(handler: Handler, number: int) -> None:
        handler.send(503, b"")

    def count_attempts(body: object) -> int:
        with serve(respond_unavailable) as server:
            with pytest.raises(ServerError):
                call(kind, server.origin, PUT, body=body)
            return len(server.requests)

    attempts = {
        name: count_attempts(make()) for name, make in contents(tmp_path).items()
    }
    assert attempts == {"bytes": 3, "path": 3, "file": 3, "iterator": 1}


@pytest.mark.parametrize("kind", KINDS)
def test_exceptions_of_an_iterator_propagate(kind: Kind) -> None:
    def broken() -> Iterator[bytes]:
        yield b"a"
        raise LookupError("mine")

    with serve(respond_ok) as server:
        with pytest.raises(LookupError, match="mine"):
            call(kind, server.origin, PUT, body=broken())
        assert call(kind, server.origin, PUT, body=b"b") == {"ok": True}
        assert [request.body for request in server.requests] == [b"b"]
