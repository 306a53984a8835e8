"""Reading of documents from files, URLs and standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct

from .errors import MAX_BYTES, too_large, unreadable

_URL = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://")
_SPECIFICATIONS: Final = ("*.json", "*.yaml", "*.yml")


class RawSource(Struct, frozen=True):
    """Bytes of a document and their source.

    Attributes:
        name: Name in messages: a path, a URL without credentials, or `<stdin>`.
        data: The bytes.
        url: URL of the document after redirects; empty for a file.
        is_private: Whether the server of the URL has a private address.
    """

    name: str
    data: bytes
    url: str = ""
    is_private: bool = False


def read_source(spec: str) -> RawSource:
    """Read the bytes of a document.

    Args:
        spec: A path, an http or https URL, or `-` for standard input.

    Raises:
        DocumentError: If the document cannot be read. The diagnostic suggests a
            solution.
    """
    if spec == "-":
        return RawSource("<stdin>", _read_stream(sys.stdin.buffer, "<stdin>"))
    url = _URL.match(spec)
    if url is None:
        return RawSource(spec, read_file(spec))
    if url["scheme"].lower() not in ("http", "https"):
        raise unreadable(
            spec,
            f"{url['scheme']} URLs are not supported; specify a path or an http(s) URL",
        )
    # Only URLs need the parser of URLs, and httpx2, whose import takes 80 ms.
    from ...text.urls import Invalid, parse_url

    parts = parse_url(spec)
    if isinstance(parts, Invalid):
        # Names are written to reports, which must not contain passwords and tokens.
        name = re.sub(r"//[^/]*@", "//", re.split(r"[?#]", spec, maxsplit=1)[0])
        raise unreadable(name, f"invalid URL: {parts.reason}; check the URL")
    from .fetch import fetch, public_name

    fetched = fetch(spec)
    return RawSource(public_name(spec), fetched.data, fetched.url, fetched.is_private)


def read_file(spec: str) -> bytes:
    """Read the bytes of a file.

    Raises:
        DocumentError: If the file does not exist, is a folder, is too large, or cannot
            be read.
    """
    path = Path(spec)
    try:
        with path.open("rb") as stream:
            return _read_stream(stream, spec)
    except FileNotFoundError:
        message = f"file {spec} does not exist; check the path"
    except IsADirectoryError:
        message = f"{spec} is a folder; specify a file in it {_list_candidates(path)}"
    except (OSError, ValueError) as error:
        # ValueError: a NUL character in the path.
        reason = getattr(error, "strerror", None) or error
        message = (
            f"file {spec} cannot be read ({reason}); check the path and its permissions"
        )
    raise unreadable(spec, message.rstrip())


def _read_stream(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large(name)
    return data


def _list_candidates(folder: Path) -> str:
    """Return the files of a folder that could be API documents, in parentheses."""
    found = sorted(
        {path.name for glob in _SPECIFICATIONS for path in folder.glob(glob)}
    )
    if not found:
        return ""
    more = "" if len(found) <= 5 else f" and {len(found) - 5} more"
    return f"(found {', '.join(found[:5])}{more})"
