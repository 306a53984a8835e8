"""Resolution of references to files and URLs."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from msgspec import Struct

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB: Final = ("http", "https")


class Address(Struct, frozen=True):
    """Location of a document.

    Attributes:
        name: Name shown in messages: a path as the user would write it, or a URL
            without credentials.
        path: Path of a local file. Relative to the working folder, or absolute if the
            path of the entry document is; empty for a URL and for standard input.
        url: URL without fragment; empty for a file.
    """

    name: str
    path: str = ""
    url: str = ""


class Refusal(Struct, frozen=True):
    """Reason why a file is not read.

    Attributes:
        message: The reason, as a clause.
        needs_remote: Whether `--allow-remote` would permit reading the file.
    """

    message: str
    needs_remote: bool = False


def is_web(reference: str) -> bool:
    """Return whether a reference is an absolute http or https URL."""
    scheme = _SCHEME.match(reference)
    return scheme is not None and scheme[1].lower() in _WEB


def resolve_address(base: Address, reference: str) -> Address | Refusal:
    """Resolve a reference without fragment against a document (RFC 3986, section 5).

    Percent-encoding is decoded. Backslashes are read as slashes, because authors on
    Windows write them. Paths must be relative, so that the folders that are read depend
    only on the location of the entry document.
    """
    scheme = _SCHEME.match(reference)
    if base.url or is_web(reference):
        return _resolve_url(base.url, reference)
    if scheme is not None:
        what = (
            "a path with a drive letter"
            if len(scheme[1]) == 1
            else f"a {scheme[1]} URI"
        )
        return Refusal(f"only relative paths are supported, got {what}")
    path = unquote(reference.partition("?")[0]).replace("\\", "/")
    if "\0" in path:
        return Refusal("paths cannot contain NUL characters")
    if path.startswith("/"):
        return Refusal("only relative paths are supported, got an absolute path")
    if not base.path:
        return Refusal(
            "a document read from standard input has no folder; specify its path instead"
        )
    found = os.path.normpath(Path(base.path).parent / path)
    return Address(found, found)


def _resolve_url(base: str, reference: str) -> Address | Refusal:
    try:
        url = urljoin(base, reference.replace("\\", "/").replace(" ", "%20"))
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        return Refusal(f"invalid URL ({error})")
    if parts.scheme not in _WEB or not host:
        return Refusal(
            f"only http and https URLs are supported, got a {parts.scheme} URI"
        )
    # Credentials are removed: a document could send them to any server.
    host = f"[{host}]" if ":" in host else host
    place = host if port is None else f"{host}:{port}"
    # `urljoin` keeps the dot segments of a reference that is an absolute URL.
    path = urljoin("/", parts.path) if not parts.path.startswith("//") else parts.path
    name = f"{parts.scheme}://{place}{path}"
    query = f"?{parts.query}" if parts.query else ""
    return Address(name, "", name + query)
