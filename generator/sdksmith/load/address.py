"""What a reference names: a file of the project, or a URL."""

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
    """Where a document is.

    Attributes:
        name: What messages call it: a path as the user would write it, or a URL without
            its secrets.
        path: The path of a local file, relative to the working folder or absolute as the
            user gave the entry document; empty for a URL and for standard input.
        url: The URL without fragment; empty for a file.
    """

    name: str
    path: str = ""
    url: str = ""


class Refusal(Struct, frozen=True):
    """Why a file is not read.

    Attributes:
        message: A clause: what is the matter with it.
        needs_remote: Whether `--allow-remote` would allow it.
    """

    message: str
    needs_remote: bool = False


def is_web(reference: str) -> bool:
    """Tell whether a reference is an absolute http or https URL."""
    scheme = _SCHEME.match(reference)
    return scheme is not None and scheme[1].lower() in _WEB


def resolve_address(base: Address, reference: str) -> Address | Refusal:
    """Return what a reference without fragment names in a document (RFC 3986, section 5).

    Percent-encoding is undone, and backslashes are taken for slashes, as authors on
    Windows write them. A path must be relative, so that nothing but the place of the
    entry document says which folders are meant.
    """
    scheme = _SCHEME.match(reference)
    if base.url or is_web(reference):
        return _resolve_url(base.url, reference)
    if scheme is not None:
        what = "a drive" if len(scheme[1]) == 1 else f"a {scheme[1]} URI"
        return Refusal(f"it names {what}, and only relative paths are read")
    path = unquote(reference.partition("?")[0]).replace("\\", "/")
    if "\0" in path:
        return Refusal("it is no path")
    if path.startswith("/"):
        return Refusal("it is an absolute path, and only relative ones are read")
    if not base.path:
        return Refusal(
            "a document from standard input is in no folder: give it by its path"
        )
    found = os.path.normpath(Path(base.path).parent / path)
    return Address(found, found)


def _resolve_url(base: str, reference: str) -> Address | Refusal:
    try:
        url = urljoin(base, reference.replace("\\", "/").replace(" ", "%20"))
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        return Refusal(f"it is no valid URL ({error})")
    if parts.scheme not in _WEB or not host:
        return Refusal(
            f"it names a {parts.scheme} URI, and only http and https are read"
        )
    # A password in a reference would be sent wherever the document says.
    host = f"[{host}]" if ":" in host else host
    place = host if port is None else f"{host}:{port}"
    # What is absolute already keeps its dots in `urljoin` otherwise.
    path = urljoin("/", parts.path) if not parts.path.startswith("//") else parts.path
    name = f"{parts.scheme}://{place}{path}"
    query = f"?{parts.query}" if parts.query else ""
    return Address(name, "", name + query)
