"""AU004: API key schemes without a valid `in` or without `name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp

_PLACES: Final = frozenset(("header", "query"))
_PLACES_3: Final = _PLACES | {"cookie"}


@rule(
    "AU004",
    on=Kind.SECURITY_SCHEME,
    title="Complete API key schemes",
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
    """An API key scheme must define `in` and `name` (Security Scheme Object).

    `in` is `header` or `query`, and in OpenAPI 3 also `cookie`. If it is wrong only in
    case, such as `Query`, it is corrected. Otherwise, a missing or invalid `in` is read
    as `header`, and a missing `name` as the name of the scheme. With `--no-guess`,
    which rejects such guesses, the scheme is removed.
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
            "API key scheme must define `name` and a valid `in`; completed, or removed "
            "if that is a guess and `--no-guess` is set",
            edits=tuple(edits),
            safety=safety,
            fallback=(remove(node.pointer),),
        )
