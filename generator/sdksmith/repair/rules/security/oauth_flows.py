"""AU008: OAuth2 and OpenID Connect schemes in Swagger 2.0 form or incomplete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import OPENAPI, Finding, Node, move, put, remove, rule
from ...readings.security_names import FLOW_NAMES, FLOW_URLS, bearer_scheme, read_flow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject
    from ...engine.rule import EditOp

_OF_FLOW: Final = ("authorizationUrl", "tokenUrl", "refreshUrl", "scopes")
_FLOW_SOURCES: Final = frozenset(("flows", "oauth2MetadataUrl"))
_OLD_NAMES: Final = {new: old for old, new in FLOW_NAMES.items()}


@rule(
    "AU008",
    on=(Kind.SECURITY_SCHEME, Kind.OAUTH_FLOWS),
    title="Complete OAuth2 flows and convert them to OpenAPI 3",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    bad="""
    components:
      securitySchemes:
        login:
          type: oauth2
          flow: accessCode
          authorizationUrl: https://example.com/login
          tokenUrl: https://example.com/token
        robot:
          type: oauth2
          flows: {application: {tokenUrl: https://example.com/token}}
        open: {type: openIdConnect}
    """,
    good="""
    components:
      securitySchemes:
        login:
          type: oauth2
          flows:
            authorizationCode:
              authorizationUrl: https://example.com/login
              tokenUrl: https://example.com/token
              scopes: {}
        robot:
          type: oauth2
          flows: {clientCredentials: {tokenUrl: https://example.com/token, scopes: {}}}
        open: {type: http, scheme: bearer}
    """,
)
def oauth_flows(node: Node) -> Iterator[Finding]:
    """An OAuth2 scheme must define `flows`, each with its URLs and scopes.

    A `flow` with its URLs next to it, and the flow names `accessCode` and
    `application`, are those of Swagger 2.0 and are converted. A flow that lacks a
    required URL cannot be used and is removed. An OAuth2 or OpenID Connect scheme
    without any URL to request a token is read as a bearer token.
    """
    if node.kind is Kind.OAUTH_FLOWS:
        yield from _repair_flows(node)
    elif node.get("type") == "openIdConnect" and "openIdConnectUrl" not in node.value:
        yield _as_bearer(node)
    elif node.get("type") == "oauth2" and _FLOW_SOURCES.isdisjoint(node.value):
        yield _flows_of(node)


def _flows_of(node: Node) -> Finding:
    flow = read_flow(node.value)
    if flow is None:
        return _as_bearer(node)
    described: JsonObject = {
        key: node.value[key] for key in _OF_FLOW if key in node.value
    }
    described.setdefault("scopes", {})
    name = FLOW_NAMES[flow]
    siblings = [key for key in ("flow", *_OF_FLOW) if key in node.value]
    return Finding(
        f"OAuth2 scheme must define `flows`; read as flow `{name}`",
        edits=(
            put(node.child_pointer("flows"), {name: described}, origin=node.pointer),
            *(remove(node.child_pointer(key)) for key in siblings),
        ),
    )


def _as_bearer(node: Node) -> Finding:
    message = (
        "security scheme defines no URLs to request a token; read as a bearer token"
    )
    return Finding(message, edits=(put(node.pointer, bearer_scheme(node.value)),))


def _repair_flows(node: Node) -> Iterator[Finding]:
    for key, value in node.value.items():
        flow, at = object_of(value), node.child_pointer(key)
        name = FLOW_NAMES.get(key, key)
        if name not in _OLD_NAMES or not isinstance(value, dict):
            continue
        if name != key:
            drop = name in node.value
            edit: EditOp = remove(at) if drop else move(at, node.child_pointer(name))
            message = f"OAuth2 flow `{key}` is named `{name}` in OpenAPI 3; replaced"
            yield Finding(message, edits=(edit,), at=at)
            continue
        lacking = [url for url in FLOW_URLS[_OLD_NAMES[name]] if url not in flow]
        if lacking:
            message = (
                f"OAuth2 flow `{name}` has no `{'` and no `'.join(lacking)}`; removed"
            )
            yield Finding(message, edits=(remove(at),), at=at)
        elif "scopes" not in flow:
            edit = put(node.child_pointer(key, "scopes"), {})
            yield Finding(
                f"OAuth2 flow `{name}` has no `scopes`; added as an empty map",
                edits=(edit,),
                at=at,
            )
