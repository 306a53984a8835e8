"""Downloads: reading bodies in chunks, writing them to disk."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIConnectionError,
    APITimeoutError,
    AsyncBaseClient,
    AsyncDownload,
    BaseClient,
    Download,
    NotFoundError,
    Operation,
    SDKError,
)

from ..loopback_server import Handler, serve
from ..mock_server import KINDS, Kind
from ..sample_client import Things
from ..streaming_server import (
    JSONL_HEADERS,
    SERVICE,
    StreamingServer,
    body_of,
    stream_response,
)

LOAD: Operation[Any] = Operation("GET", "/files", returns=bytes)
TYPED: Operation[Any] = Operation("POST", "/files", returns="Label")
STREAM: Operation[Any] = Operation("GET", "/files", returns=ANY, stream="jsonl")
BINARY = {"content-type": "application/octet-stream"}


def run(
    kind: Kind,
    server: StreamingServer,
    synchronous: Callable[[Download], Any],
    asynchronous: Callable[[AsyncDownload], Any],
    operation: Operation[Any] = LOAD,
) -> Any:
    """Open a download with a new client, and return the result of a function of it."""
    if kind == "sync":
        with (
            server.client(SERVICE) as client,
            client.with_download(lambda: _call(client, operation))() as download,
        ):
            return synchronous(download)

    async def call() -> Any:
        async with (
            server.async_client(SERVICE) as client,
            client.with_download(lambda: _call(client, operation))() as download,
        ):
            return await asynchronous(download)

    return asyncio.run(call())


def _call(client: Any, operation: Operation[Any]) -> Any:
    if operation.stream:
        return client.open_stream(operation)
    return client.request(operation)


def read(
    kind: Kind, server: StreamingServer, operation: Operation[Any] = LOAD
) -> bytes:
    result = run(kind, server, Download.read, AsyncDownload.read, operation)
    assert isinstance(result, bytes)
    return result


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def write(kind: Kind, server: StreamingServer, path: Path | str) -> Any:
    return run(
        kind, server, lambda item: item.write_to(path), lambda item: item.write_to(path)
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", [LOAD, TYPED, STREAM])
def test_the_response_of_any_operation_can_be_downloaded(
    kind: Kind, operation: Operation[Any]
) -> None:
    response = stream_response(b"no", b" JSON", headers=JSONL_HEADERS)
    assert read(kind, StreamingServer(response), operation) == b"no JSON"
    assert body_of(response).is_closed


def test_methods_of_resources_can_be_downloaded() -> None:
    server = StreamingServer(stream_response(b"x"))
    client = server.client(SERVICE)
    things = Things(client)
    call = client.with_download(things.list)
    assert vars(call)["__wrapped__"] == things.list
    with call(page=3) as download:
        assert download.read() == b"x"
    assert str(server.only_request.url) == "https://api.example.com/things?page=3"
    # The method works as before.
    server.responses.append(
        stream_response(b"{}", headers={"content-type": "application/json"})
    )
    server.responses.pop(0)
    assert things.list() == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_has_properties_of_its_response(kind: Kind) -> None:
    headers = {
        **BINARY,
        "content-length": "3",
        "content-disposition": 'attachment; filename="a.bin"',
        "x-request-id": "r1",
    }

    def check(download: Download | AsyncDownload) -> None:
        assert (download.status_code, download.request_id) == (206, "r1")
        assert (download.length, download.file_name) == (3, "a.bin")
        assert download.headers["content-type"] == "application/octet-stream"
        assert download.http.is_closed is False
        assert repr(download).endswith("ownload of GET https://api.example.com/files>")

    async def check_async(download: AsyncDownload) -> None:
        check(download)

    response = stream_response(b"abc", status=206, headers=headers)
    run(kind, StreamingServer(response), check, check_async)
    assert body_of(response).is_closed
    assert body_of(response).sent == 0


@pytest.mark.parametrize(
    "headers",
    [{}, {"content-length": "x"}, {"content-length": "9", "content-encoding": "br"}],
)
def test_the_length_is_none_if_it_is_unknown(headers: dict[str, str]) -> None:
    client = StreamingServer(stream_response(headers=headers)).client(SERVICE)
    with client.with_download(client.request)(LOAD) as download:
        assert download.length is None
        assert download.file_name is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_download_can_be_read_as_bytes_text_and_lines(kind: Kind) -> None:
    content = "é1\r\nzwei\n\ndrei".encode()
    chunks = [bytes([byte]) for byte in content]

    async def collect(items: Any) -> list[Any]:
        return [item async for item in items]

    def iterate(name: str, *arguments: Any) -> Any:
        return run(
            kind,
            StreamingServer(
                stream_response(*chunks, headers={"content-type": "text/plain"})
            ),
            lambda item: list(getattr(item, name)(*arguments)),
            lambda item: collect(getattr(item, name)(*arguments)),
        )

    assert iterate("iter_bytes") == chunks
    assert iterate("iter_bytes", 5) == [content[:5], content[5:10], content[10:]]
    assert "".join(iterate("iter_text")) == content.decode()
    assert iterate("iter_lines") == ["é1", "zwei", "", "drei"]


@pytest.mark.parametrize(
    ("content_type", "content", "text"),
    [
        ("text/plain; charset=latin-1", b"\xe9", "é"),
        ("text/plain; charset=hex", b"a", "a"),
        ("text/plain", b"a\xe9\xc3", "a\ufffd\ufffd"),
    ],
)
def test_text_is_decoded_with_the_declared_charset(
    content_type: str, content: bytes, text: str
) -> None:
    client = StreamingServer(
        stream_response(content, headers={"content-type": content_type})
    ).client(SERVICE)
    with client.with_download(client.request)(LOAD) as download:
        assert "".join(download.iter_text()) == text


@pytest.mark.parametrize("kind", KINDS)
def test_reading_a_download_twice_is_an_error(kind: Kind) -> None:
    async def read_twice(download: AsyncDownload) -> None:
        await download.read()
        await download.read()

    with pytest.raises(SDKError, match="only once"):
        run(
            kind,
            StreamingServer(stream_response(b"x")),
            lambda download: [download.read(), download.read()],
            read_twice,
        )


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_status_is_raised_before_the_download(kind: Kind) -> None:
    headers = {"content-type": "application/json"}
    response = stream_response(b'{"message":', b'"gone"}', status=404, headers=headers)
    with pytest.raises(NotFoundError, match="gone"):
        read(kind, StreamingServer(response))
    assert body_of(response).is_closed


@pytest.mark.parametrize("kind", KINDS)
def test_a_method_that_sends_no_request_is_an_error(kind: Kind) -> None:
    server = StreamingServer()

    async def send_nothing() -> None: ...

    async def call() -> None:
        client = server.async_client(SERVICE)
        async with client.with_download(send_nothing)():
            pass

    def make() -> None:
        if kind == "async":
            asyncio.run(call())
        else:
            server.client(SERVICE).with_download(int)().__enter__()

    with pytest.raises(SDKError, match="a method that calls the API"):
        make()


@pytest.mark.parametrize("kind", KINDS)
def test_write_to_creates_a_file(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "file"
    content = [bytes([number]) * 100_000 for number in range(30)]
    result = write(
        kind, StreamingServer(stream_response(*content, headers=BINARY)), path
    )
    assert result == path
    assert path.read_bytes() == b"".join(content)
    assert names_in(tmp_path) == ["file"]
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask


@pytest.mark.parametrize("kind", KINDS)
def test_write_to_replaces_an_existing_file(kind: Kind, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(target)
    write(kind, StreamingServer(stream_response(b"new")), str(link))
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("failure", "headers", "error"),
    [
        (httpx2.ReadError("reset"), {}, APIConnectionError),
        (httpx2.ReadTimeout("late"), {}, APITimeoutError),
        (None, {"content-length": "5"}, APIConnectionError),
        (None, {"content-length": "2"}, APIConnectionError),
        (None, {"content-encoding": "gzip"}, APIConnectionError),
    ],
)
def test_an_incomplete_download_leaves_the_existing_file_unchanged(
    kind: Kind,
    failure: httpx2.RequestError | None,
    headers: dict[str, str],
    error: type[Exception],
    tmp_path: Path,
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    response = stream_response(b"ab", b"c", headers=headers, failure=failure)
    with pytest.raises(error, match="while reading the response"):
        write(kind, StreamingServer(response), path)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]
    assert body_of(response).is_closed


@pytest.mark.parametrize("kind", KINDS)
def test_write_to_rejects_paths_that_cannot_be_written(
    kind: Kind, tmp_path: Path
) -> None:
    with pytest.raises(IsADirectoryError):
        write(kind, StreamingServer(stream_response(b"x")), tmp_path)
    with pytest.raises(FileNotFoundError):
        write(kind, StreamingServer(stream_response(b"x")), tmp_path / "none" / "file")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="Not a regular file"):
        write(kind, StreamingServer(stream_response(b"x")), tmp_path / "pipe")
    assert names_in(tmp_path) == ["pipe"]


def test_a_cancelled_download_leaves_no_file(tmp_path: Path) -> None:
    response = stream_response(*[b"x" * 1_000_000] * 10_000)

    async def load() -> None:
        client = StreamingServer(response).async_client(SERVICE)
        async with client.with_download(client.request)(LOAD) as download:
            await download.write_to(tmp_path / "file")

    async def cancel() -> None:
        task = asyncio.create_task(load())
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    assert names_in(tmp_path) == []
    assert body_of(response).is_closed


@pytest.mark.parametrize("kind", KINDS)
def test_a_reset_connection_leaves_no_file(kind: Kind, tmp_path: Path) -> None:
    def respond(handler: Handler, number: int) -> None:
        handler.send(200, b"x" * 1_000_000, reset_after=500_000)

    with serve(respond) as server:
        path = tmp_path / "file"
        if kind == "sync":
            with (
                BaseClient(SERVICE, base_url=server.origin) as client,
                client.with_download(client.request)(LOAD) as download,
                pytest.raises(APIConnectionError),
            ):
                download.write_to(path)
        else:

            async def call() -> None:
                async with AsyncBaseClient(SERVICE, base_url=server.origin) as client:
                    loading = client.with_download(client.request)(LOAD)
                    async with loading as download:
                        with pytest.raises(APIConnectionError):
                            await download.write_to(path)

            asyncio.run(call())
    assert names_in(tmp_path) == []
