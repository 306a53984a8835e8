"""What can be uploaded."""

from __future__ import annotations

import os
from typing import IO, TypeAlias

FileContent: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
"""The content of a file: bytes, the path of a file, or a file opened in binary mode."""

FileInput: TypeAlias = (
    FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
)
"""A file to upload: its content, or (name, content), or (name, content, media type)."""
