"""AU009: API keys in headers that cannot be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ....text.http_fields import CONNECTION_FIELDS, correct_token, is_token
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "AU009",
    on=Kind.SECURITY_SCHEME,
    title="Correct the header names of API keys",
    safety=Safety.LIKELY,
    having=("name",),
    bad="""
    paths: {}
    securityDefinitions:
      key: {type: apiKey, in: header, name: "X-Key: "}
      token: {type: apiKey, in: header, name: "X-Token: {token}"}
      length: {type: apiKey, in: header, name: Content-Length}
    """,
    good="""
    paths: {}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
      token: {type: apiKey, in: header, name: X-Token}
    """,
)
def header_key(node: Node) -> Iterator[Finding]:
    """The header of an API key must have a valid name, which clients can set.

    The name is a token (RFC 9110, section 5.6.2). Surrounding white space, and a colon
    with everything after it, are removed. A scheme is removed if its header has any
    other invalid name, or a name such as `Content-Length` or `Host`, whose value depends
    on the request and its connection.
    """
    name = node.get("name")
    if node.get("type") != "apiKey" or node.get("in") != "header":
        return
    if not isinstance(name, str) or not name.strip():
        return
    if is_token(name) and name.lower() not in CONNECTION_FIELDS:
        return
    at = node.child_pointer("name")
    corrected = correct_token(name.partition(":")[0])
    if corrected and not is_token(name):
        message = f"invalid header name {quoted(name)}; read as {corrected!r}"
        yield Finding(message, edits=(put(at, corrected),), at=at)
        return
    yield Finding(
        f"API key cannot be sent in a header named {quoted(name)}; scheme removed",
        edits=(remove(node.pointer),),
        at=at,
        effect=Effect.OMITTED,
    )
