"""Formats of media types: JSON, text, and formats that clients do not decode."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from .streams import is_stream

_TEXT_SUBTYPES: Final = frozenset(
    {"xml", "csv", "yaml", "x-yaml", "javascript", "ecmascript", "graphql"}
    | {"sql", "x-sh", "xhtml", "rtf", "toml"}
    # The compact serializations of RFC 7515, 7516 and 7519 are ASCII.
    | {"jwt", "jose", "jose+jwe", "jose+jws"}
)

_OTHER_MAIN_TYPES: Final = frozenset(
    {"image", "audio", "video", "font", "message", "model", "multipart"}
)
_OTHER_SUBTYPES: Final = frozenset(
    # Documents and tables.
    {"pdf", "rtf", "csv", "tab-separated-values", "markdown", "x-markdown", "xlsx"}
    | {"msword", "calendar", "vcard", "css", "sql"}
    # Archives.
    | {"zip", "gzip", "x-gzip", "x-tar", "x-7z-compressed", "x-bzip2", "zstd"}
    # Serializations.
    | {"xml", "yaml", "x-yaml", "yml", "x-yml", "toml", "cbor", "avro", "x-avro"}
    | {"msgpack", "x-msgpack", "vnd.msgpack", "x-json-smile", "x-jackson-smile"}
    | {"protobuf", "x-protobuf", "vnd.google.protobuf", "vnd.apache.parquet"}
    # Signed and encrypted data.
    | {"jwt", "jose", "jose+jwe", "jose+jws", "pkcs7-mime", "pkcs10", "pgp-encrypted"}
)
_OTHER_SUFFIXES: Final = (
    "+xml",
    "+yaml",
    "+cbor",
    "+zip",
    "+gzip",
    "+jwt",
    "+protobuf",
)
_OTHER_PREFIXES: Final = (
    *("vnd.ms-excel", "vnd.ms-powerpoint", "vnd.ms-word"),
    *("vnd.openxmlformats-officedocument.", "vnd.oasis.opendocument."),
)

_FILE_MAIN_TYPES: Final = frozenset({"image", "audio", "video", "font", "model"})
_FILE_SUBTYPES: Final = frozenset(
    {"pdf", "csv", "tab-separated-values", "xlsx", "msword", "calendar", "vcard"}
    | {"zip", "gzip", "x-gzip", "x-tar", "x-7z-compressed", "x-bzip2", "zstd"}
)


def essence(media_type: str) -> str:
    """Return a media type without its parameters (WHATWG MIME Sniffing, 4.2)."""
    return media_type.partition(";")[0].strip()


@lru_cache(maxsize=1024)
def is_json(media_type: str) -> bool:
    """Return whether a body of this media type is one JSON value (RFC 6839, 3.1)."""
    name = essence(media_type)
    main, _, subtype = name.partition("/")
    if is_stream(name):
        return False
    if subtype in {"json", "x-json"} or subtype.endswith("+json"):
        return True
    return name in {"*/*", "application/*", "*"} or (
        main == "application" and subtype.endswith(".json")
    )


def is_merge_patch(media_type: str) -> bool:
    """Return whether null removes a property in a body of this media type (RFC 7396)."""
    return essence(media_type).endswith("merge-patch+json")


def is_text(media_type: str) -> bool:
    """Return whether a body of this media type is read as text."""
    name = essence(media_type)
    main, _, subtype = name.partition("/")
    if main == "text" or subtype in _TEXT_SUBTYPES or subtype.endswith("+xml"):
        return True
    return is_stream(name)


@lru_cache(maxsize=1024)
def has_other_format(media_type: str) -> bool:
    """Return whether a body of this media type is certainly not JSON.

    Frameworks list `text/plain`, `text/html` and `application/octet-stream` before or
    instead of the media type that they send, so these may be JSON. The media
    types of PDF, YAML and JWT are reliable.
    """
    main, _, subtype = essence(media_type).partition("/")
    return (
        main in _OTHER_MAIN_TYPES
        or subtype in _OTHER_SUBTYPES
        or subtype.endswith(_OTHER_SUFFIXES)
        or subtype.startswith(_OTHER_PREFIXES)
    )


def is_file_format(media_type: str) -> bool:
    """Return whether a media type is that of files, such as PDF, CSV or images.

    An author who lists it next to JSON describes other data than the JSON, even with the
    same schema. Swagger 2.0 has only one schema for all media types.
    """
    main, _, subtype = essence(media_type).partition("/")
    return (
        (main in _FILE_MAIN_TYPES and not subtype.endswith("+xml"))
        or subtype in _FILE_SUBTYPES
        or subtype.startswith(_OTHER_PREFIXES)
    )


@lru_cache(maxsize=1024)
def rank_media_type(media_type: str, *, is_binary: bool) -> int:
    """Return the rank of a media type among alternatives; the lowest is preferred.

    JSON is preferred to text, and text to everything else; plain JSON is preferred to
    special types of JSON, and these to patches. Binary data is not JSON, whatever the
    document lists.

    Args:
        media_type: The media type.
        is_binary: Whether its schema describes binary data.
    """
    name = essence(media_type)
    is_range = "*" in name
    if is_binary:
        is_named = not is_range and not is_json(name)
        return (7 if is_text(name) else 6) if is_named else 8 if is_range else 9
    if not is_json(name):
        return 4 if is_text(name) else 5
    if is_range:
        return 3
    if name.endswith("patch+json"):
        # Frameworks list the formats of changes before the one that they expect.
        return 2
    return 0 if name == "application/json" else 1
