"""Conversion of `schemes`, `host` and `basePath` of Swagger 2.0 to servers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..json_data import text_of, texts_of

if TYPE_CHECKING:
    from ..json_data import JsonArray, JsonObject

_HTTP_SCHEMES: Final = ("https", "http")
_VARIABLE: Final = re.compile(r"\{([^{}/]+)\}")


def upgrade_servers(root: JsonObject, source_name: str) -> JsonArray:
    """Return the servers of a document, https before http.

    Without a host, the URL is relative to the URL of the document, as 2.0 specifies. A
    variable in the URL, which 2.0 does not define, gets an empty default, because the
    document cannot declare one.
    """
    schemes = _schemes(root, source_name)
    return [_server(url) for url in _urls(root, schemes)]


def upgrade_operation_servers(
    root: JsonObject, operation: JsonObject, source_name: str
) -> JsonArray:
    """Return the servers of an operation if its `schemes` change the preferred one."""
    own = texts_of(operation.get("schemes"))
    if not own:
        return []
    schemes = _schemes({"schemes": [*own]}, source_name)
    if schemes[0] == _schemes(root, source_name)[0]:
        return []
    urls = _urls(root, schemes)
    return (
        []
        if urls == _urls(root, _schemes(root, source_name))
        else [*map(_server, urls)]
    )


def _schemes(root: JsonObject, source_name: str) -> list[str]:
    """Return the listed HTTP schemes, https first, or else that of the document."""
    listed = {text.strip().lower() for text in texts_of(root.get("schemes"))}
    known: list[str] = [scheme for scheme in _HTTP_SCHEMES if scheme in listed]
    if known:
        return known
    return ["http"] if source_name.startswith("http://") else ["https"]


def _urls(root: JsonObject, schemes: list[str]) -> list[str]:
    # Values such as `.//api/` and `/` occur; the path must start with a slash and not
    # end with one.
    base = "/".join(
        part for part in text_of(root.get("basePath")).strip().split("/") if part
    )
    path = f"/{base}" if base else ""
    # A repair moves a host with `{placeholders}`, which 2.0 does not allow.
    host = (text_of(root.get("host")) or text_of(root.get("x-sdksmith-host"))).strip()
    host = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", host).strip("/")
    if not host:
        return [path or "/"]
    return [f"{scheme}://{host}{path}" for scheme in schemes]


def _server(url: str) -> JsonObject:
    server: JsonObject = {"url": url}
    names = dict.fromkeys(_VARIABLE.findall(url))
    if names:
        server["variables"] = {name: {"default": ""} for name in names}
    return server
