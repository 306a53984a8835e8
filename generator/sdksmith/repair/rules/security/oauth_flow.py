"""AU003: OAuth2 schemes of Swagger 2.0 without a complete flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, rule
from ...readings.security_names import bearer_token, read_flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp


@rule(
    "AU003",
    on=Kind.SECURITY_SCHEME,
    title="Complete the flow of OAuth2 schemes",
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
    """An OAuth2 scheme must define its `flow`, the URLs of this flow and its `scopes`.

    If the flow is missing or lacks one of its URLs, the flow that matches the given
    URLs is used. Missing scopes are added as an empty map. If there are no URLs, the
    client cannot request a token; it sends a bearer token that the caller provides.
    """
    if node.get("type") != "oauth2":
        return
    flow = read_flow(node.value)
    if flow is None:
        message = (
            "OAuth2 scheme defines no URLs to request a token; read as a bearer token"
        )
        yield Finding(message, edits=(put(node.pointer, bearer_token(node.value)),))
        return
    edits: list[EditOp] = []
    if node.get("flow") != flow:
        edits.append(put(node.child_pointer("flow"), flow))
    if "scopes" not in node.value:
        edits.append(put(node.child_pointer("scopes"), {}))
    if edits:
        yield Finding(
            f"OAuth2 scheme must define `flow` and `scopes`; read as flow `{flow}`",
            edits=tuple(edits),
        )
