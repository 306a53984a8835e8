"""AU007: invalid types of security schemes in OpenAPI 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....json_data import text_of
from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ....text.http_fields import is_token
from ...engine.rule import OPENAPI, Finding, Node, put, remove, rule
from ...readings.security_names import read_type
from ...readings.strings import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES: Final = frozenset(("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"))
_SCHEMES: Final = {"basic": "basic", "bearer": "bearer"}
_OF_OTHER_TYPES: Final = frozenset(("in", "name", "flow", "flows"))


@rule(
    "AU007",
    on=Kind.SECURITY_SCHEME,
    title="Correct security scheme types in OpenAPI 3",
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
    """The type of a security scheme must be one that OpenAPI 3 defines.

    The types are `apiKey`, `http`, `mutualTLS`, `oauth2` and `openIdConnect` (Security
    Scheme Object). Other spellings are corrected; `basic` and `bearer` become `type:
    http` with that `scheme`. An `http` scheme without a `scheme` gets `basic` or
    `bearer`, depending on its other fields and its name; if they indicate neither,
    `bearer` is a guess. The same applies to a `scheme` that is not a token (RFC 9110,
    section 11.1); `Bearer <token>` is read as `bearer`. A security scheme whose type cannot be determined is removed.
    """
    written = node.get("type")
    if written == "http":
        yield from _complete_http(node)
        return
    if isinstance(written, str) and written in _TYPES:
        return
    intended = _known(text_of(written)) or read_type(node.key, node.value)
    at = node.child_pointer("type")
    if intended is None:
        yield Finding(
            f"invalid security scheme type {written!r}; scheme removed",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )
    elif intended in _SCHEMES:
        value = {
            key: item for key, item in node.value.items() if key not in _OF_OTHER_TYPES
        }
        new = {**value, "type": "http", "scheme": _SCHEMES[intended]}
        message = (
            f"invalid security scheme type; read as `http` with scheme `{intended}`"
        )
        yield Finding(message, edits=(put(node.pointer, new),), at=at)
    else:
        message = f"invalid security scheme type {written!r}; read as `{intended}`"
        yield Finding(message, edits=(put(at, intended),), at=at)


def _known(word: str) -> str | None:
    """Return the type that equals a word, ignoring case, hyphens and underscores."""
    plain = word.replace("-", "").replace("_", "").strip().lower()
    return next((name for name in _TYPES if name.lower() == plain), None)


def _known_scheme(text: str) -> str:
    """Return the first word of a scheme such as `Bearer <token>`, if it is known."""
    first = re.split(r"[\s:]", text, maxsplit=1)[0].lower()
    return first if first in _SCHEMES.values() or first == "digest" else ""


def _complete_http(node: Node) -> Iterator[Finding]:
    written = text_of(node.get("scheme")).strip()
    if is_token(written):
        return
    first = _known_scheme(written)
    if first:
        at = node.child_pointer("scheme")
        message = f"invalid `scheme` {quoted(written)}; read as `{first}`"
        yield Finding(message, edits=(put(at, first),), at=at)
        return
    intended = "bearer" if "bearerFormat" in node.value else read_type(node.key, {})
    scheme = _SCHEMES.get(intended or "", "bearer")
    what = f"invalid `scheme` {quoted(written)}" if written else "no `scheme`"
    yield Finding(
        f"`http` security scheme has {what}; read as `{scheme}`",
        edits=(put(node.child_pointer("scheme"), scheme),),
        safety=None if intended in _SCHEMES else Safety.GUESS,
        fallback=() if intended in _SCHEMES else (remove(node.pointer),),
    )
