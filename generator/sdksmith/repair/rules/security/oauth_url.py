"""AU006: OAuth2 and OpenID Connect URLs that are invalid or not absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import text_of, texts_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....text.urls import Url, correct_url, parse_template
from ...engine.rule import Finding, Node, move_to_extension, put, rule
from ...readings.strings import quoted
from ...readings.uris import is_uri, read_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

_SWAGGER_KEYS: Final = ("authorizationUrl", "tokenUrl")
_KEYS: Final = {
    Kind.OAUTH_FLOW: (*_SWAGGER_KEYS, "refreshUrl", "deviceAuthorizationUrl"),
    Kind.SECURITY_SCHEME: ("openIdConnectUrl", "oauth2MetadataUrl"),
}


@rule(
    "AU006",
    on=(Kind.SECURITY_SCHEME, Kind.OAUTH_FLOW),
    title="Correct the URLs of OAuth2 flows",
    safety=Safety.LIKELY,
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
    """The URLs of security schemes must be valid http or https URLs.

    In Swagger 2.0, they must be absolute. A path is resolved against the server of the
    API, and a host without a scheme gets https. In OpenAPI 3, relative URLs are valid,
    and only URLs with an invalid host, port or scheme are reported. Backslashes and
    surrounding white space are corrected, and a user name and password are removed. A
    value that cannot be read as a URL is moved to an extension such as `x-tokenUrl`.
    """
    if node.document.is_swagger:
        yield from _require_absolute(node)
        return
    for key in _KEYS[node.kind]:
        written = node.get(key)
        if isinstance(written, str) and not _is_usable(written):
            intended = correct_url(written)
            at = node.child_pointer(key)
            is_corrected = _is_usable(intended)
            edit = put(at, intended) if is_corrected else move_to_extension(node, key)
            action = f"read as {intended!r}" if is_corrected else f"moved to `x-{key}`"
            message = f"`{key}` must be a valid URL, got {quoted(written)}; {action}"
            yield Finding(message, edits=(edit,), at=at)


def _require_absolute(node: Node) -> Iterator[Finding]:
    for key in _SWAGGER_KEYS:
        written = node.get(key)
        if isinstance(written, str) and not is_uri(written):
            intended = read_uri(written, _server(node))
            at = node.child_pointer(key)
            edit = put(at, intended) if intended else move_to_extension(node, key)
            yield Finding(
                f"OAuth2 URL {quoted(written)} must be absolute, with a scheme and a "
                "host",
                edits=(edit,),
                at=at,
            )


def _is_usable(text: str) -> bool:
    # Users of the client replace `{placeholders}`, or pass another URL.
    url = parse_template(text, {})
    if not isinstance(url, Url) or url.user_info or text != text.strip():
        return False
    return url.is_web or not url.scheme


def _server(node: Node) -> str:
    root = node.document.root
    host = text_of(root.get("host"))
    scheme = "http" if texts_of(root.get("schemes")) == ["http"] else "https"
    return f"{scheme}://{host}" if host else ""
