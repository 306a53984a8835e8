"""Error of the output stage, in a module that is imported quickly."""

from __future__ import annotations


class OutputError(Exception):
    """Raised when the output folder must not or cannot be written.

    Examples are a folder with files that sdksmith did not create, a folder without write
    permission, and a full disk.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
