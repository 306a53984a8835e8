"""SV001: `host` holds more, or something else, than a host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import text_of
from ..grammar import Kind
from ..rule import SWAGGER, Finding, Node, put, remove, rule
from ..server_urls import HOST_PATTERN, base_path, is_url, read_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp


@rule(
    "SV001",
    on=Kind.DOCUMENT,
    title="Split a URL in the place of a host",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    host: https://example.com/parcels/
    basePath: /v1
    paths: {}
    """,
    good="""
    host: example.com
    basePath: /parcels/v1
    schemes: [https]
    paths: {}
    """,
)
def host_with_path(node: Node) -> Iterator[Finding]:
    """`host` is a name or address, with a port or without; nothing else.

    A scheme in front of it moves to `schemes` if there are none, and a path behind it
    goes before `basePath`. A host with `{placeholders}` moves to `x-sdksmith-host`,
    since Swagger 2.0 cannot say it. What names no host is taken out.
    """
    written = node.get("host")
    if not isinstance(written, str) or HOST_PATTERN.fullmatch(written):
        return
    at = node.child_pointer("host")
    address = read_address(written)
    edits: list[EditOp] = []
    if HOST_PATTERN.fullmatch(address.host):
        edits.append(put(at, address.host))
        message = f"The host in {written!r} is {address.host!r}."
    else:
        edits.append(remove(at))
        message = f"{written!r} is no host."
        if "{" in address.host:
            edits.append(put(node.child_pointer("x-sdksmith-host"), address.host))
            message = f"Swagger 2.0 has no hosts with placeholders: {written!r}."
    base = text_of(node.get("basePath"))
    if address.host and address.path and not is_url(base):
        path = address.path + base_path(base).removeprefix(address.path)
        edits.append(put(node.child_pointer("basePath"), path))
    if address.scheme and address.host and "schemes" not in node.value:
        edits.append(put(node.child_pointer("schemes"), [address.scheme]))
    yield Finding(message, edits=tuple(edits), at=at)
