"""Files to upload."""

from __future__ import annotations

import io


class UnseekableFile(io.RawIOBase):
    """A file without `seek`, such as a pipe."""

    def __init__(self, content: bytes) -> None:
        self._rest = content

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        chunk, self._rest = self._rest[:size], self._rest[size:]
        return chunk
