"""AU006: an address of an OAuth2 flow is no whole URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...jsondata import text_of, texts_of
from ..addresses import is_uri, read_uri
from ..grammar import Kind
from ..rule import SWAGGER, Finding, Node, put, rule, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "AU006",
    on=Kind.SECURITY_SCHEME,
    title="Write the addresses of OAuth2 flows whole",
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
def oauth_address(node: Node) -> Iterator[Finding]:
    """`authorizationUrl` and `tokenUrl` are whole URLs, scheme and host included.

    A path is one of the server of the API. What cannot be read becomes an extension.
    """
    for key in ("authorizationUrl", "tokenUrl"):
        written = node.get(key)
        if isinstance(written, str) and not is_uri(written):
            meant = read_uri(written, _server(node))
            at = node.child_pointer(key)
            edit = put(at, meant) if meant else set_aside(node, key)
            yield Finding(f"{written!r} is no URL.", edits=(edit,), at=at)


def _server(node: Node) -> str:
    root = node.document.root
    host = text_of(root.get("host"))
    scheme = "http" if texts_of(root.get("schemes")) == ["http"] else "https"
    return f"{scheme}://{host}" if host else ""
