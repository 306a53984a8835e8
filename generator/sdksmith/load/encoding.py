"""Bytes to text: byte order mark, UTF-8, and what old editors save."""

from __future__ import annotations

import codecs
import json
from typing import Final

from msgspec import Struct

from ..diagnostics import Diagnostic, Effect
from .sourcetext import SourceText

_LEGACY = "sdksmith-cp1252"

_LOOKED_AT: Final = 4096
"""Characters that tell text from something else."""
_MOST_CONTROLS: Final = 3, 0.02
"""How many control characters a text may have, or which share of its characters. A few
come with pasted text; of compressed data every ninth character is one."""


class Decoded(Struct, frozen=True):
    """A document as text.

    Attributes:
        source: The text, without a byte order mark.
        diagnostics: What had to be assumed about the bytes.
    """

    source: SourceText
    diagnostics: tuple[Diagnostic, ...]


def decode_text(name: str, data: bytes) -> Decoded:
    """Return the text of a document in whatever encoding it was saved.

    A byte order mark decides; then the pattern of zero bytes (RFC 4627, section 3), then
    UTF-8. Bytes that are no UTF-8 are read as Windows-1252, each on its own, because files
    put together from several sources mix the two.

    Raises:
        DocumentError: There is nothing in the document, or no text.
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
            "The document is empty: give a file that holds an API description.",
        )
    if _is_binary(text):
        raise source.fatal(
            "LD004",
            "The document is no text: give the JSON or YAML file of an API description.",
        )
    return Decoded(source, diagnostics)


def _decode_strictly(data: bytes) -> str | None:
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    """Tell whether decoded bytes never were text: an image, an archive, a program."""
    # NULs at the end are what some file systems fill a block with.
    start = text.rstrip("\0")[:_LOOKED_AT]
    controls = sum(
        (mark < " " and mark not in "\t\r\n") or mark == "\x7f" for mark in start
    )
    number, share = _MOST_CONTROLS
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
        "The document is not UTF-8 from here on; such bytes are read as Windows-1252. "
        "Save the file as UTF-8.",
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
        # 0x81, 0x8d, 0x8f, 0x90 and 0x9d mean nothing in Windows-1252.
        return chr(byte)


codecs.register_error(_LEGACY, _decode_legacy_bytes)
