"""SV002: `basePath` values that do not start with a slash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.urls import Url, parse_url
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule
from ...readings.server_urls import base_path, is_host, is_url, read_server_url
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "SV002",
    on=Kind.DOCUMENT,
    title="Start base paths with a slash",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    host: example.com
    basePath: v1/
    paths: {}
    """,
    good="""
    host: example.com
    basePath: /v1
    paths: {}
    """,
)
def base_path_form(node: Node) -> Iterator[Finding]:
    """`basePath` must start with a slash (Swagger 2.0, Swagger Object).

    A missing slash is added, since each path is appended directly to the base path. A
    whole URL is reduced to its path. Its host becomes `host` if that is missing or
    invalid, and in this case its scheme becomes `schemes` if the document lists none.
    Control characters are removed. A trailing slash alone is not reported.
    """
    written = node.get("basePath")
    if not isinstance(written, str) or (
        written.startswith("/")
        and not is_url(written)
        and isinstance(parse_url(written), Url)
    ):
        return
    at = node.child_pointer("basePath")
    edits: list[EditOp] = []
    path = base_path(written)
    if is_url(written):
        address = read_server_url(written)
        path = address.path
        host = text_of(node.get("host"))
        if is_host(address.host) and not is_host(host):
            edits.append(put(node.child_pointer("host"), address.host))
            if address.scheme and "schemes" not in node.value:
                edits.append(put(node.child_pointer("schemes"), [address.scheme]))
    edits.append(put(at, path) if path else remove(at))
    message = (
        f"`basePath` must be a path that starts with a slash, got {quoted(written)}; "
        f"read as {path or '/'!r}"
    )
    yield Finding(message, edits=tuple(edits), at=at)
