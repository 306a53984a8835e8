"""Transfers that are larger than the memory limit."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..faults.package import import_package
from ..faults.streams import pieces

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Way: TypeAlias = Literal[
    "download",
    "download to a file",
    "upload from a file",
    "upload from an iterator",
    "download at once",
]
WAYS: tuple[Way, ...] = (
    "download",
    "download to a file",
    "upload from a file",
    "upload from an iterator",
)
"""Ways of transfer whose memory must not depend on the size."""

MOST_GROWTH = 32
"""Mebibytes."""

_WARM_UP = 1 << 20


@dataclass(frozen=True)
class Transfer:
    """Results of a transfer.

    Attributes:
        size: Number of received bytes.
        growth: Mebibytes by which the peak of resident memory grew.
    """

    name: str
    size: int
    growth: float

    @property
    def is_small(self) -> bool:
        """Whether the client stayed within the memory limit."""
        return self.growth < MOST_GROWTH


def run_transfer(folder: Path, way: Way, size: int, *, is_async: bool) -> Transfer:
    """Transfer bytes and measure the memory. Must run in a new process."""
    package: Any = import_package(folder)
    move = _move_async if is_async else _move
    move(package, way, folder, _WARM_UP)
    before = _peak()
    moved = move(package, way, folder, size)
    kind = "async" if is_async else "sync"
    return Transfer(f"{way}, {kind}", moved, _peak() - before)


def _peak() -> float:
    """Return the peak of resident memory in mebibytes.

    `getrusage` would include the memory of the parent before exec.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = [one for one in status.splitlines() if one.startswith("VmHWM")]
    return int(line.split()[1]) / 1024


def _source(way: Way, folder: Path, size: int) -> Path:
    """Return a file of this size, if the transfer needs one."""
    path = folder / f"upload-{size}.bin"
    if way == "upload from a file":
        with path.open("wb") as file:
            file.truncate(size)
    return path


def _move(package: Any, way: Way, folder: Path, size: int) -> int:
    target, source = folder / "download.bin", _source(way, folder, size)
    with package.Client() as client:
        if way.startswith("upload"):
            body = source if way == "upload from a file" else pieces(size)
            return int(client.counted.count("1", body=body).size)
        if way == "download at once":
            return len(client.files.download(f"{size}"))
        with client.with_download(client.files.download)(f"{size}") as download:
            if way == "download to a file":
                return _take(download.write_to(target))
            return sum(len(chunk) for chunk in download.iter_bytes())


def _move_async(package: Any, way: Way, folder: Path, size: int) -> int:
    target, source = folder / "download.bin", _source(way, folder, size)

    async def yield_pieces() -> AsyncIterator[bytes]:
        for piece in pieces(size):
            yield piece

    async def run() -> int:
        async with package.AsyncClient() as client:
            if way.startswith("upload"):
                body = source if way == "upload from a file" else yield_pieces()
                counted = await client.counted.count("1", body=body)
                return int(counted.size)
            if way == "download at once":
                return len(await client.files.download(f"{size}"))
            opened = client.with_download(client.files.download)(f"{size}")
            async with opened as download:
                if way == "download to a file":
                    return _take(await download.write_to(target))
                total = 0
                async for chunk in download.iter_bytes():
                    total += len(chunk)
                return total

    return asyncio.run(run())


def _take(path: Path) -> int:
    size = path.stat().st_size
    path.unlink()
    return size
