"""Streamed downloads and uploads."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.behaviour.faults.streams import pieces

from .harness import Harness, Kind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

SIZE = 3_000_001


def digest(size: int) -> str:
    """Return the hash of a download of a size."""
    return hashlib.sha256(b"".join(pieces(size))).hexdigest()


def download(kind: Kind, client: Any, path: Path | None, **arguments: Any) -> Any:
    """Return the hash of a download that is written to a file or iterated over."""
    opened = client.with_download(client.files.download)(f"{SIZE}", **arguments)
    hashed = hashlib.sha256()

    def run() -> str:
        with opened as body:
            assert body.length == SIZE
            if path is not None:
                assert body.write_to(path) == path
                hashed.update(path.read_bytes())
            else:
                for chunk in body.iter_bytes():
                    hashed.update(chunk)
        return hashed.hexdigest()

    async def run_async() -> str:
        async with opened as body:
            assert body.length == SIZE
            if path is not None:
                assert await body.write_to(path) == path
                hashed.update(path.read_bytes())
            else:
                async for chunk in body.iter_bytes():
                    hashed.update(chunk)
        return hashed.hexdigest()

    return run() if kind == "sync" else run_async()


@pytest.mark.parametrize("to_file", [True, False])
def test_downloads_are_complete(
    harness: Harness, kind: Kind, tmp_path: Path, *, to_file: bool
) -> None:
    path = tmp_path / "file.bin" if to_file else None
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: download(kind, client, path)
    )
    assert outcome.returned() == digest(SIZE)
    assert {item.name for item in tmp_path.iterdir()} <= {"file.bin"}


@pytest.mark.parametrize("to_file", [True, False])
def test_interrupted_download_raises_and_keeps_the_old_file(
    harness: Harness, kind: Kind, tmp_path: Path, *, to_file: bool
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"before")
    outcome = harness.call_with_faults(
        kind,
        "ok",
        lambda client: download(
            kind, client, path if to_file else None, break_=1_000_000
        ),
    )
    outcome.raised(harness.package.APIConnectionError)
    assert [item.name for item in tmp_path.iterdir()] == ["file.bin"]
    assert path.read_bytes() == b"before"


def test_rejected_download_raises(harness: Harness, kind: Kind) -> None:
    def run(client: Any) -> Any:
        opened = client.with_download(client.files.download)("-1")

        def read() -> None:
            with opened:
                raise AssertionError("the download must raise")

        async def read_async() -> None:
            async with opened:
                raise AssertionError("the download must raise")

        return read() if kind == "sync" else read_async()

    error = harness.call_with_faults(kind, "ok", run).raised(
        harness.package.NotFoundError
    )
    assert error.error.detail == "there is no such file"


def test_download_can_be_closed_early(harness: Harness, kind: Kind) -> None:
    def run(client: Any) -> Any:
        def leave() -> bytes:
            with client.with_download(client.files.download)(f"{SIZE}") as body:
                return bytes(next(iter(body.iter_bytes(100))))

        async def leave_async() -> bytes:
            opened = client.with_download(client.files.download)(f"{SIZE}")
            async with opened as body:
                return bytes(await anext(aiter(body.iter_bytes(100))))

        return leave() if kind == "sync" else leave_async()

    assert harness.run(kind, run) == bytes(range(100))


def iterate() -> Iterator[bytes]:
    yield from pieces(SIZE)


async def iterate_async() -> AsyncIterator[bytes]:
    for piece in pieces(SIZE):
        yield piece


@pytest.mark.parametrize(
    "source", ["path", "bytes", "file", "iterator", "async iterator"]
)
def test_uploads_are_complete(
    harness: Harness, kind: Kind, source: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"".join(pieces(SIZE)))
    bodies: dict[str, Any] = {
        "path": path,
        "bytes": path.read_bytes(),
        "file": io.BytesIO(path.read_bytes()),
        "iterator": iterate(),
        "async iterator": iterate_async(),
    }
    body = bodies[source]

    def upload(client: Any) -> Any:
        return client.files.upload("1", body=body)

    if source == "async iterator" and kind == "sync":
        with pytest.raises(TypeError, match="async"):
            harness.run(kind, upload)
        return
    outcome = harness.call_with_faults(kind, "ok", upload)
    counted = outcome.returned()
    assert (counted.size, counted.sha256) == (SIZE, digest(SIZE))
    is_known = source in {"path", "bytes", "file"}
    sent = outcome.attempts[0]["headers"]
    assert ("content-length" in sent) == is_known


@pytest.mark.parametrize("source", ["path", "bytes", "file"])
def test_uploads_are_retried(
    harness: Harness, kind: Kind, source: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"".join(pieces(SIZE)))
    bodies: dict[str, Any] = {
        "path": path,
        "bytes": path.read_bytes(),
        "file": io.BytesIO(path.read_bytes()),
    }
    outcome = harness.call_with_faults(
        kind,
        "503,reset-after,ok",
        lambda client: client.files.upload("1", body=bodies[source]),
    )
    assert outcome.returned().sha256 == digest(SIZE)
    assert len(outcome.attempts) == 3


def test_form_with_a_file_is_retried(
    harness: Harness, kind: Kind, tmp_path: Path
) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(b"".join(pieces(SIZE)))
    outcome = harness.call_with_faults(
        kind, "503:seconds=0,ok", lambda client: client.forms.send(file=path, note="é")
    )
    counted = outcome.returned()
    assert counted.size == int(outcome.attempts[0]["headers"]["content-length"]) > SIZE
