"""AU007: the type of a security scheme is none that OpenAPI 3 knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Effect, Safety
from ...jsondata import text_of
from ..grammar import Kind
from ..rule import OPENAPI, Finding, Node, put, remove, rule
from ..security_names import read_type

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES: Final = frozenset(("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"))
_SCHEMES: Final = {"basic": "basic", "bearer": "bearer"}
_OF_OTHER_TYPES: Final = frozenset(("in", "name", "flow", "flows"))


@rule(
    "AU007",
    on=Kind.SECURITY_SCHEME,
    title="Read the types of security schemes in OpenAPI 3",
    safety=Safety.LIKELY,
    dialects=OPENAPI,
    bad="""
    components:
      securitySchemes:
        login: {type: basic}
        token: {type: http, bearerFormat: JWT}
        key: {type: api_key, in: header, name: X-Key}
        magic: {type: magic}
    """,
    good="""
    components:
      securitySchemes:
        login: {type: http, scheme: basic}
        token: {type: http, bearerFormat: JWT, scheme: bearer}
        key: {type: apiKey, in: header, name: X-Key}
    """,
)
def scheme_type(node: Node) -> Iterator[Finding]:
    """A security scheme is of type `apiKey`, `http`, `oauth2`, `openIdConnect` or `mutualTLS`.

    Another spelling of one is that one; `basic` and `bearer` are schemes of `http`. What
    nobody could use is left out.
    """
    written = node.get("type")
    if written == "http":
        yield from _complete_http(node)
        return
    if isinstance(written, str) and written in _TYPES:
        return
    meant = _known(text_of(written)) or read_type(node.key, node.value)
    at = node.child_pointer("type")
    if meant is None:
        yield Finding(
            f"{written!r} is no type of a security scheme, so it is left out.",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )
    elif meant in _SCHEMES:
        value = {
            key: item for key, item in node.value.items() if key not in _OF_OTHER_TYPES
        }
        new = {**value, "type": "http", "scheme": _SCHEMES[meant]}
        message = f"The type of a security scheme is http with scheme {meant}."
        yield Finding(message, edits=(put(node.pointer, new),), at=at)
    else:
        message = f"The type of a security scheme is {meant}, not {written!r}."
        yield Finding(message, edits=(put(at, meant),), at=at)


def _known(word: str) -> str | None:
    """Return the type that a word is but for case, hyphens and underscores."""
    plain = word.replace("-", "").replace("_", "").strip().lower()
    return next((name for name in _TYPES if name.lower() == plain), None)


def _complete_http(node: Node) -> Iterator[Finding]:
    if text_of(node.get("scheme")).strip():
        return
    meant = "bearer" if "bearerFormat" in node.value else read_type(node.key, {})
    scheme = _SCHEMES.get(meant or "", "bearer")
    yield Finding(
        f"An http security scheme has a scheme; {scheme} is taken.",
        edits=(put(node.child_pointer("scheme"), scheme),),
        safety=None if meant in _SCHEMES else Safety.GUESS,
        refused=() if meant in _SCHEMES else (remove(node.pointer),),
    )
