"""Where the bytes of a document come from: a file, a URL, standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct

from ..diagnostics import Diagnostic, DocumentError, Effect, Location

MAX_BYTES: Final = 200_000_000
"""The largest document that is read; the largest known description has 40 MB."""

_URL = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://")
_SPECIFICATIONS: Final = ("*.json", "*.yaml", "*.yml")


class RawSource(Struct, frozen=True):
    """A document as it was read.

    Attributes:
        name: What messages call it: the path, the URL without its secrets, `<stdin>`.
        data: Its bytes.
        url: The URL it came from after redirects; empty for a file.
    """

    name: str
    data: bytes
    url: str = ""


def read_source(spec: str) -> RawSource:
    """Return the bytes of a document.

    Args:
        spec: A path, an http or https URL, or `-` for standard input.

    Raises:
        DocumentError: Nothing can be read there; the diagnostic says what to do.
    """
    if spec == "-":
        return RawSource("<stdin>", _read_stream(sys.stdin.buffer, "<stdin>"))
    url = _URL.match(spec)
    if url is None:
        return RawSource(spec, read_file(spec))
    if url["scheme"].lower() not in ("http", "https"):
        raise unreadable(
            spec,
            f"{url['scheme']} URLs cannot be read: give a path, or an http or https URL.",
        )
    # httpx2 takes 80 ms to import, which a local document need not pay.
    from .fetch import fetch, public_name

    fetched = fetch(spec)
    return RawSource(public_name(spec), fetched.data, fetched.url)


def unreadable(name: str, message: str) -> DocumentError:
    """Return the error for a document that cannot be read at all."""
    where = Location(name, 0, 0, "")
    return DocumentError(Diagnostic("LD001", Effect.FATAL, message, where))


def too_large(name: str) -> DocumentError:
    """Return the error for a document over `MAX_BYTES`."""
    limit = MAX_BYTES // 1_000_000
    return unreadable(
        name, f"The document is larger than {limit} MB: split it or remove examples."
    )


def read_file(spec: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        DocumentError: It is not there, is a folder, is too large or may not be read.
    """
    path = Path(spec)
    try:
        with path.open("rb") as stream:
            return _read_stream(stream, spec)
    except FileNotFoundError:
        message = f"There is no file {spec}: check the path."
    except IsADirectoryError:
        message = f"{spec} is a folder: give the file in it. {_list_candidates(path)}"
    except (OSError, ValueError) as error:
        # ValueError: a NUL character in the path.
        reason = getattr(error, "strerror", None) or error
        message = (
            f"{spec} cannot be read ({reason}): check the path and its permissions."
        )
    raise unreadable(spec, message.rstrip())


def _read_stream(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(name)
    return data


def _list_candidates(folder: Path) -> str:
    """Return a sentence with the files of a folder that may be descriptions."""
    found = sorted(
        {path.name for glob in _SPECIFICATIONS for path in folder.glob(glob)}
    )
    if not found:
        return ""
    more = "" if len(found) <= 5 else f" and {len(found) - 5} more"
    return f"It has {', '.join(found[:5])}{more}."
