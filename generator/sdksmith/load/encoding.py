"""Decoding of documents: byte order marks, UTF-8, and Windows-1252 as a fallback."""

from __future__ import annotations

import codecs
import json
from typing import Final

from msgspec import Struct

from ..report.diagnostics import Diagnostic, Effect
from .source_text import SourceText

_LEGACY = "sdksmith-cp1252"

_SAMPLE_SIZE: Final = 4096
"""Number of characters that are checked for binary data."""
_MAX_CONTROLS: Final = 3, 0.02
"""Maximum number and maximum share of control characters in text; the larger limit
applies. Pasted text can contain a few; in compressed data, every ninth character is
one."""


class Decoded(Struct, frozen=True):
    """Decoded document.

    Attributes:
        source: The text, without a byte order mark.
        diagnostics: Diagnostics about the encoding.
    """

    source: SourceText
    diagnostics: tuple[Diagnostic, ...]


def decode_text(name: str, data: bytes) -> Decoded:
    """Decode a document whose encoding is unknown.

    The encoding is detected by the byte order mark, or else by the pattern of zero
    bytes (RFC 4627, section 3), and defaults to UTF-8. Bytes that are not valid UTF-8
    are read as Windows-1252 one by one, because files assembled from several sources
    mix both.

    Raises:
        DocumentError: If the document is empty or is not text.
    """
    text = _decode_strictly(data)
    diagnostics: tuple[Diagnostic, ...] = ()
    if text is None:
        text = data.decode("utf-8-sig", errors=_LEGACY)
        source = SourceText(name, text)
        diagnostics = (_describe_legacy_bytes(source, data),)
    else:
        source = SourceText(name, text)
    if not text.strip(" \t\r\n\0"):
        raise source.fatal(
            "LD003",
            "document is empty; specify a file that contains an API document",
        )
    if _is_binary(text):
        raise source.fatal(
            "LD004",
            "document is not text; specify the JSON or YAML file of an API document",
        )
    return Decoded(source, diagnostics)


def _decode_strictly(data: bytes) -> str | None:
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    """Return whether the decoded bytes are binary: an image, an archive, a program."""
    # Some file systems pad the last block of a file with NULs.
    start = text.rstrip("\0")[:_SAMPLE_SIZE]
    controls = sum(
        (mark < " " and mark not in "\t\r\n") or mark == "\x7f" for mark in start
    )
    number, share = _MAX_CONTROLS
    return controls > max(number, share * len(start))


def _describe_legacy_bytes(source: SourceText, data: bytes) -> Diagnostic:
    try:
        data.decode("utf-8-sig")
        offset = 0
    except UnicodeDecodeError as error:
        offset = len(data[: error.start].decode("utf-8-sig", errors=_LEGACY))
    return Diagnostic(
        "LD010",
        Effect.NOTED,
        "document is not valid UTF-8 from here on; invalid bytes are read as Windows-1252; "
        "save the file as UTF-8",
        source.location(offset),
    )


def _decode_legacy_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(map(_decode_legacy_byte, wrong)), error.end


def _decode_legacy_byte(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        # 0x81, 0x8d, 0x8f, 0x90 and 0x9d are not defined in Windows-1252.
        return chr(byte)


codecs.register_error(_LEGACY, _decode_legacy_bytes)
