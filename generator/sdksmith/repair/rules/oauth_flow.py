"""AU003: an OAuth2 scheme does not say how to get a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import SWAGGER, Finding, Node, put, rule
from ..security_names import bearer_token, read_flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp


@rule(
    "AU003",
    on=Kind.SECURITY_SCHEME,
    title="Complete OAuth2 schemes",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    paths: {}
    securityDefinitions:
      login:
        type: oauth2
        flow: authorization_code
        authorizationUrl: https://example.com/login
        tokenUrl: https://example.com/token
      token: {type: oauth2}
    """,
    good="""
    paths: {}
    securityDefinitions:
      login:
        type: oauth2
        flow: accessCode
        authorizationUrl: https://example.com/login
        tokenUrl: https://example.com/token
        scopes: {}
      token: {type: apiKey, in: header, name: Authorization, x-sdksmith-scheme: bearer}
    """,
)
def oauth_flow(node: Node) -> Iterator[Finding]:
    """An OAuth2 scheme names its flow, the URLs of that flow, and its scopes.

    A flow that is missing, or lacks a URL, is the one that the URLs are for. Without
    any URL a token can still be sent, as a bearer token.
    """
    if node.get("type") != "oauth2":
        return
    flow = read_flow(node.value)
    if flow is None:
        message = "Nothing says where to get a token: it is sent as a bearer token."
        yield Finding(message, edits=(put(node.pointer, bearer_token(node.value)),))
        return
    edits: list[EditOp] = []
    if node.get("flow") != flow:
        edits.append(put(node.child_pointer("flow"), flow))
    if "scopes" not in node.value:
        edits.append(put(node.child_pointer("scopes"), {}))
    if edits:
        yield Finding(f"This is the OAuth2 flow {flow}.", edits=tuple(edits))
