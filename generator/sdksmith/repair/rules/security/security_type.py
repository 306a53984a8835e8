"""AU002: invalid types of security schemes in Swagger 2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule
from ...readings.security_names import bearer_token, read_type

if TYPE_CHECKING:
    from collections.abc import Iterator


_TYPES: Final = frozenset(("basic", "apiKey", "oauth2"))


@rule(
    "AU002",
    on=Kind.SECURITY_SCHEME,
    title="Correct security scheme types in Swagger 2.0",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    paths: {}
    securityDefinitions:
      token: {type: http, scheme: bearer}
      key: {type: api_key, in: header, name: X-Key}
      magic: {type: magic}
    """,
    good="""
    paths: {}
    securityDefinitions:
      token: {type: apiKey, in: header, name: Authorization, x-sdksmith-scheme: bearer}
      key: {type: apiKey, in: header, name: X-Key}
    """,
)
def security_type(node: Node) -> Iterator[Finding]:
    """The type of a security scheme must be `basic`, `apiKey` or `oauth2`.

    Swagger 2.0 defines only these types (Security Scheme Object). Other spellings are
    corrected. A bearer token, which Swagger 2.0 cannot describe, becomes an API key in
    the `Authorization` header, and `x-sdksmith-scheme` specifies the prefix that is
    sent before the token. A security scheme whose type cannot be determined is removed.
    """
    written = node.get("type")
    if isinstance(written, str) and written in _TYPES:
        return
    intended = read_type(node.key, node.value)
    at = node.child_pointer("type")
    if intended is None:
        yield Finding(
            f"invalid security scheme type {written!r}; scheme removed",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )
    elif intended == "bearer":
        message = "Swagger 2.0 has no bearer tokens; read as an API key in a header"
        yield Finding(
            message, edits=(put(node.pointer, bearer_token(node.value)),), at=at
        )
    else:
        message = f"invalid security scheme type {written!r}; read as `{intended}`"
        yield Finding(message, edits=(put(at, intended),), at=at)
