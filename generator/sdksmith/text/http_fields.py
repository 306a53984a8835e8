"""Names and values of HTTP header fields, and media types (RFC 9110)."""

from __future__ import annotations

import re
from typing import Final

# Section 5.6.2.
_WORD: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_TOKENS: Final = re.compile(_WORD)
# Section 5.6.4, without characters that are not ASCII, which clients do not send.
_QUOTED: Final = r'"(?:[\t !#-\[\]-~]|\\[\t -~])*"'
# Section 8.3.1. RFC 6838, section 4.2, limits the length of both names.
_NAME: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}"
_PARAMETER: Final = rf"{_WORD}=(?:{_WORD}|{_QUOTED})"
_MEDIA_TYPE: Final = re.compile(rf"{_NAME}/{_NAME}(?:[ \t]*;[ \t]*{_PARAMETER})*")
_PARAMETERS: Final = re.compile(rf"[;\s]\s*({_PARAMETER})(?=\s*;|\s*$|\s+)")
_ESSENCE: Final = re.compile(rf"\s*({_NAME})\s*/\s*({_NAME})(?=[\s;,]|$)")
_MAX_LENGTH: Final = 1000
_SHORT_NAMES: Final = {
    "*": "*/*",
    "json": "application/json",
    "application.json": "application/json",
    "xml": "application/xml",
    "yaml": "application/yaml",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "binary": "application/octet-stream",
    "text": "text/plain",
    "plain": "text/plain",
    "html": "text/html",
    "csv": "text/csv",
}

CONNECTION_FIELDS: Final = frozenset(
    {"connection", "content-length", "host", "keep-alive", "proxy-connection", "te"}
    | {"trailer", "transfer-encoding", "upgrade"}
)
"""Headers that the HTTP library of clients sets or forbids, in lower case.

They describe the connection and the length of the message (RFC 9110, section 7.6.1; RFC
9113, section 8.2.2)."""


def is_token(text: str) -> bool:
    """Return whether a string is a token, as the name of a header must be."""
    return _TOKENS.fullmatch(text) is not None


def correct_token(text: str) -> str:
    """Return a header name without surrounding white space and a colon, if it is a token.

    Otherwise, return an empty string.
    """
    name = text.strip().rstrip(":").rstrip()
    return name if is_token(name) else ""


def is_field_value(text: str) -> bool:
    """Return whether clients can send a string as the value of a header."""
    return text.isascii() and text.replace("\t", "").isprintable()


def is_media_type(text: str) -> bool:
    """Return whether a string is a media type or range, with valid parameters."""
    return len(text) <= _MAX_LENGTH and _MEDIA_TYPE.fullmatch(text) is not None


def correct_media_types(text: str) -> list[str]:
    """Return the media types that a string most likely stands for.

    White space around them, invalid parameters and everything after a line break are
    dropped. `json` and other short names get their main type. A list that is separated
    by commas results in several media types.
    """
    line = text.strip().partition("\n")[0].partition("\r")[0][:_MAX_LENGTH]
    parts = [line] if '"' in line else line.split(",")
    found = [_correct_media_type(part) for part in parts]
    return [*dict.fromkeys(filter(None, found))]


def _correct_media_type(text: str) -> str:
    short = text.partition(";")[0].strip()
    if name := _SHORT_NAMES.get(short.lower()):
        text = text.replace(short, name, 1)
    essence = _ESSENCE.match(text)
    if essence is None:
        return ""
    parameters = _PARAMETERS.findall(text, essence.end())
    corrected = "; ".join([f"{essence[1]}/{essence[2]}", *parameters])
    return corrected if is_media_type(corrected) else ""
