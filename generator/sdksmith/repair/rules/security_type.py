"""AU002: the type of a security scheme is none that Swagger 2.0 knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..rule import SWAGGER, Finding, Node, put, remove, rule
from ..security_names import bearer_token, read_type

if TYPE_CHECKING:
    from collections.abc import Iterator


_TYPES: Final = frozenset(("basic", "apiKey", "oauth2"))


@rule(
    "AU002",
    on=Kind.SECURITY_SCHEME,
    title="Read the types of security schemes that are none",
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
    """A security scheme is of type `basic`, `apiKey` or `oauth2`.

    Another spelling of one is that one. A bearer token, for which Swagger 2.0 has no
    word, is an API key in the Authorization header, and `x-sdksmith-scheme` says what
    stands before it. What nobody could use is left out.
    """
    written = node.get("type")
    if isinstance(written, str) and written in _TYPES:
        return
    meant = read_type(node.key, node.value)
    at = node.child_pointer("type")
    if meant is None:
        yield Finding(
            f"{written!r} is no type of a security scheme, so it is left out.",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )
    elif meant == "bearer":
        message = "Swagger 2.0 has no bearer tokens: it is an API key of a header."
        yield Finding(
            message, edits=(put(node.pointer, bearer_token(node.value)),), at=at
        )
    else:
        message = f"The type of a security scheme is {meant}, not {written!r}."
        yield Finding(message, edits=(put(at, meant),), at=at)
