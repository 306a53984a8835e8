"""AU006: OAuth2 URLs that are not absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import text_of, texts_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, move_to_extension, put, rule
from ...readings.uris import is_uri, read_uri

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "AU006",
    on=Kind.SECURITY_SCHEME,
    title="Make the URLs of OAuth2 flows absolute",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    host: example.com
    paths: {}
    securityDefinitions:
      login:
        type: oauth2
        flow: accessCode
        authorizationUrl: /login
        tokenUrl: example.com/token
        scopes: {}
    """,
    good="""
    host: example.com
    paths: {}
    securityDefinitions:
      login:
        type: oauth2
        flow: accessCode
        authorizationUrl: https://example.com/login
        tokenUrl: https://example.com/token
        scopes: {}
    """,
)
def oauth_url(node: Node) -> Iterator[Finding]:
    """`authorizationUrl` and `tokenUrl` must be absolute URLs with a scheme and a host.

    A path is resolved against the server of the API, and a host without a scheme gets
    https. A value that cannot be read as a URL is moved to an extension such as
    `x-tokenUrl`.
    """
    for key in ("authorizationUrl", "tokenUrl"):
        written = node.get(key)
        if isinstance(written, str) and not is_uri(written):
            intended = read_uri(written, _server(node))
            at = node.child_pointer(key)
            edit = put(at, intended) if intended else move_to_extension(node, key)
            yield Finding(
                f"OAuth2 URL {written!r} must be absolute, with a scheme and a host",
                edits=(edit,),
                at=at,
            )


def _server(node: Node) -> str:
    root = node.document.root
    host = text_of(root.get("host"))
    scheme = "http" if texts_of(root.get("schemes")) == ["http"] else "https"
    return f"{scheme}://{host}" if host else ""
