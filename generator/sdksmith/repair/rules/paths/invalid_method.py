"""OP004: additional operations whose HTTP method cannot be sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....json_data import object_of
from ....load.document import Dialect, join
from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELD: Final = "additionalOperations"
# RFC 9110, sections 5.6.2 and 9.1.
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", re.ASCII)


@rule(
    "OP004",
    on=Kind.PATH_ITEM,
    title="Correct or omit operations with HTTP methods that cannot be sent",
    safety=Safety.LIKELY,
    dialects=(Dialect.OPENAPI_32,),
    having=(_FIELD,),
    bad="""
    openapi: 3.2.0
    info: {title: Depots, version: "1"}
    paths:
      /parcels:
        additionalOperations:
          "Move ": {responses: {"204": {description: Moved.}}}
          "LOSE (often)": {responses: {"204": {description: Lost.}}}
    """,
    good="""
    openapi: 3.2.0
    info: {title: Depots, version: "1"}
    paths:
      /parcels:
        additionalOperations:
          MOVE: {responses: {"204": {description: Moved.}}}
    """,
)
def invalid_method(node: Node) -> Iterator[Finding]:
    """An HTTP method must be a token in upper case, without spaces and brackets.

    The keys of `additionalOperations` are sent as the methods of requests. RFC 9110,
    section 9.1, allows only letters, digits and some punctuation. HTTP libraries send
    methods in upper case. Spaces around a method are removed, and its letters are
    changed to upper case. An operation whose method is still invalid, or has an
    operation already, is omitted from the client.
    """
    methods = object_of(node.value.get(_FIELD))
    fixed = {key.upper() for key in node.value if key != _FIELD}
    for method in methods:
        sent = method.strip().upper()
        if sent == method and sent not in fixed and _TOKEN.fullmatch(method):
            continue
        at = join(node.child_pointer(_FIELD), method)
        if _TOKEN.fullmatch(sent) and sent not in methods and sent not in fixed:
            yield Finding(
                f"HTTP method {method!r} is sent as {sent!r}",
                edits=(move(at, join(node.child_pointer(_FIELD), sent)),),
                at=at,
            )
            continue
        reason = "has two operations" if _TOKEN.fullmatch(sent) else "cannot be sent"
        yield Finding(
            f"HTTP method {method!r} {reason}; operation omitted from the client",
            edits=(remove(at),),
            at=at,
            effect=Effect.OMITTED,
            omitted=1,
        )
