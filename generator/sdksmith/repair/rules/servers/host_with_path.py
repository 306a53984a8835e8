"""SV001: `host` values that are not just a host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule
from ...readings.server_urls import (
    base_path,
    is_host,
    is_host_template,
    is_url,
    read_server_url,
)
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "SV001",
    on=Kind.DOCUMENT,
    title="Correct invalid values of `host`",
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
    """`host` must be a host name or IP address, with an optional port and nothing else.

    A scheme in front of it is moved to `schemes` if the document has none, and a path
    after it is put before `basePath`. A host with `{placeholders}` is moved to
    `x-sdksmith-host`, because Swagger 2.0 does not support them in `host`. A value that
    does not contain a valid host is removed.
    """
    written = node.get("host")
    if not isinstance(written, str) or is_host(written):
        return
    at = node.child_pointer("host")
    address = read_server_url(written)
    edits: list[EditOp] = []
    if is_host(address.host):
        edits.append(put(at, address.host))
        message = (
            f"`host` must be a host name or address, got {quoted(written)}; "
            f"read as {address.host!r}"
        )
    else:
        edits.append(remove(at))
        message = f"{quoted(written)} is not a valid `host`; removed"
        if is_host_template(address.host):
            edits.append(put(node.child_pointer("x-sdksmith-host"), address.host))
            message = (
                "Swagger 2.0 does not support placeholders in `host`, got "
                f"{quoted(written)}; moved to `x-sdksmith-host`"
            )
    base = text_of(node.get("basePath"))
    if address.host and address.path and not is_url(base):
        path = address.path + base_path(base).removeprefix(address.path)
        edits.append(put(node.child_pointer("basePath"), path))
    if address.scheme and address.host and "schemes" not in node.value:
        edits.append(put(node.child_pointer("schemes"), [address.scheme]))
    yield Finding(message, edits=tuple(edits), at=at)
