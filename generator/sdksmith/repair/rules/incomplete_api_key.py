"""AU004: an API key does not say how it travels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp

_PLACES: Final = frozenset(("header", "query"))
_PLACES_3: Final = _PLACES | {"cookie"}


@rule(
    "AU004",
    on=Kind.SECURITY_SCHEME,
    title="Say where API keys travel",
    safety=Safety.GUESS,
    bad="""
    paths: {}
    securityDefinitions:
      X-Key: {type: apiKey}
      token: {type: apiKey, in: Query, name: token}
    """,
    good="""
    paths: {}
    securityDefinitions:
      X-Key: {type: apiKey, in: header, name: X-Key}
      token: {type: apiKey, in: query, name: token}
    """,
)
def incomplete_api_key(node: Node) -> Iterator[Finding]:
    """An API key says whether it travels in a header or the query, and under what name.

    One that does not is sent in a header, under the name of the scheme.
    """
    if node.get("type") != "apiKey":
        return
    written = node.get("in")
    name = node.get("name")
    edits: list[EditOp] = []
    safety = Safety.LIKELY
    places = _PLACES if node.document.dialect is Dialect.SWAGGER_20 else _PLACES_3
    if not (isinstance(written, str) and written in places):
        spelled = str(written).strip().lower()
        is_known = spelled in places
        safety = safety if is_known else Safety.GUESS
        place = spelled if is_known else "header"
        edits.append(put(node.child_pointer("in"), place))
    if not (isinstance(name, str) and name):
        safety = Safety.GUESS
        edits.append(put(node.child_pointer("name"), node.key))
    if edits:
        yield Finding(
            "The API key does not say where it travels, or under what name.",
            edits=tuple(edits),
            safety=safety,
            refused=(remove(node.pointer),),
        )
