"""SV003: invalid entries of `schemes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp

_KNOWN: Final = frozenset(("http", "https", "ws", "wss"))


@rule(
    "SV003",
    on=(Kind.DOCUMENT, Kind.OPERATION),
    title="Correct invalid entries of `schemes`",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    schemes: [HTTPS, "http://", gopher]
    paths: {}
    """,
    good="""
    schemes: [https, http]
    paths: {}
    """,
)
def unknown_scheme(node: Node) -> Iterator[Finding]:
    """`schemes` can list `http`, `https`, `ws` and `wss`, in lower case.

    Swagger 2.0 does not define other schemes (Swagger Object). Other spellings, such as
    `HTTPS` and `http://`, are corrected. Any other scheme is removed, because a client
    cannot use it.
    """
    listed = node.get("schemes")
    for index, scheme in enumerate(listed if isinstance(listed, list) else ()):
        if not isinstance(scheme, str) or scheme in _KNOWN:
            continue
        at = node.child_pointer("schemes", index)
        plain = scheme.strip().lower().partition(":")[0]
        edit: EditOp = put(at, plain) if plain in _KNOWN else remove(at)
        yield Finding(
            f"`schemes` must list `http`, `https`, `ws` or `wss`, got {scheme!r}",
            edits=(edit,),
            at=at,
        )
