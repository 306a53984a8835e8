"""AU005: security scheme fields that do not apply to the type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import text_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, move_to_extension, rule
from ...readings.security_names import FLOW_URLS

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = {
    "basic": frozenset(("type", "description")),
    "apiKey": frozenset(("type", "description", "in", "name")),
    **{
        flow: frozenset(("type", "description", "flow", "scopes", *urls))
        for flow, urls in FLOW_URLS.items()
    },
}


@rule(
    "AU005",
    on=Kind.SECURITY_SCHEME,
    title="Move inapplicable security scheme fields to extensions",
    safety=Safety.EXACT,
    dialects=SWAGGER,
    bad="""
    paths: {}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key, flow: implicit}
      login: {type: basic, realm: parcels}
    """,
    good="""
    paths: {}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key, x-flow: implicit}
      login: {type: basic, x-realm: parcels}
    """,
)
def security_fields(node: Node) -> Iterator[Finding]:
    """The fields of a security scheme depend on its type and its OAuth2 flow.

    Swagger 2.0 does not allow other fields (Security Scheme Object). A field that does
    not apply is renamed to an extension with the prefix `x-` and keeps its value.
    """
    kind = text_of(node.get("flow" if node.get("type") == "oauth2" else "type"))
    fields = _FIELDS.get(kind)
    if fields is None:
        return
    for key in node.value:
        if key in fields or key.startswith("x-"):
            continue
        yield Finding(
            f"`{key}` does not apply to `{kind}` schemes; moved to an extension",
            edits=(move_to_extension(node, key),),
            at=node.child_pointer(key),
        )
