"""OAuth 2 token endpoint (RFC 6749) and validation of its tokens."""

from __future__ import annotations

import time
from base64 import b64decode
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_plus

from .connection import Response, json_response

if TYPE_CHECKING:
    from collections.abc import Mapping


def _with_token(**changes: object) -> Response:
    return json_response({"access_token": "t", "token_type": "Bearer", **changes})


_HTML = {"Content-Type": "text/html"}
_JSON = {"Content-Type": "application/json"}
MISBEHAVIOURS = {
    "deep JSON": Response(200, _JSON, b"[" * 100_000 + b"]" * 100_000),
    "deep error": Response(400, _JSON, b'{"error":' * 50_000 + b"1" + b"}" * 50_000),
    "megabytes": Response(200, _JSON, b" " * (8 << 20) + b'{"access_token": "t"}'),
    "megabytes of an error": json_response({"error": "x" * (8 << 20)}, 400),
    "line break in the token": _with_token(access_token="t\r\nX-Evil: 1"),
    "token that is not ASCII": _with_token(access_token="t\u2028\xe9"),
    "token that is a number": _with_token(access_token=5),
    "token that is null": _with_token(access_token=None),
    "HTML": Response(200, _HTML, b"<html>Sign in</html>"),
    "HTML of an error": Response(502, _HTML, b"<html>Bad Gateway</html>"),
    "array": json_response(["t"]),
    "nothing": Response(200, _JSON),
    "no content": Response(204),
    "not UTF-8": Response(200, _JSON, b'{"access_token": "\xff"}'),
    "control characters": json_response(
        {"error": "a\nb\x1b[2J", "error_description": "\u2028" * 1000}, 400
    ),
    "redirect": Response(307, {"Location": "http://127.0.0.1:1/"}),
    "wrong types": json_response({"error": [1], "error_description": {"a": 1}}, 400),
}
"""Responses of a token endpoint that contain no usable token."""

LIFETIMES: tuple[object, ...] = (
    *(0, -1, 1e308, 10**400, "soon", "3600", None, True, [1], {"a": 1}, 0.001),
)
"""Values of `expires_in` from servers that are broken in other ways."""


@dataclass
class Token:
    """An access token.

    Attributes:
        until: Time of expiry, of a monotonic clock.
        uses: Number of remaining uses.
    """

    until: float
    uses: int


@dataclass
class Registration:
    """Client of the authorization server, and its state.

    Attributes:
        style: Required client authentication: `basic`, `body`, or `either`.
        expires_in: Lifetime of tokens in seconds; None is unlimited and not sent.
        uses: Number of uses of a token before it is revoked.
        delay: Delay of responses in seconds.
        failures: Number of following requests that fail with 503.
        refuses: Whether every grant is rejected.
        misbehaviour: Key of `MISBEHAVIOURS`: what the endpoint returns instead of
            tokens; empty for tokens.
        sent_lifetime: Value that is sent as `expires_in` instead of the lifetime, in a
            list; an empty list for the lifetime.
        refresh_tokens: Valid refresh tokens; each can be used once.
        grants: Grant types of all requests.
        scopes: Scopes of all requests.
        tokens: Issued tokens.
        rejected: Number of requests with an expired or revoked token.
    """

    secret: str = "shh"
    style: str = "either"
    expires_in: float | None = 3600
    uses: int = 1_000_000_000
    delay: float = 0
    failures: int = 0
    refuses: bool = False
    misbehaviour: str = ""
    sent_lifetime: list[object] = field(default_factory=list[object])
    refresh_tokens: list[str] = field(default_factory=list[str])
    grants: list[str] = field(default_factory=list[str])
    scopes: list[str] = field(default_factory=list[str])
    tokens: dict[str, Token] = field(default_factory=dict[str, Token])
    rejected: int = 0


class ClientIdentity(NamedTuple):
    """ID and secret of a client, sent in a `basic` header or in the `body`."""

    name: str
    secret: str
    style: str


@dataclass
class TokenEndpoint:
    """Token endpoint with its clients by ID."""

    clients: dict[str, Registration] = field(default_factory=dict[str, Registration])

    def register(self, name: str, settings: Mapping[str, Any]) -> None:
        """Register a client."""
        self.clients[name] = Registration(**settings)

    def grant(self, form: Mapping[str, str], identity: ClientIdentity) -> Response:
        """Return the response of the token endpoint (RFC 6749, sections 4.3, 4.4, 5, 6)."""
        client = self.clients.get(identity.name)
        if client is None or identity.secret != client.secret:
            return _refuse(401, "invalid_client", "no such client")
        if client.style not in {identity.style, "either"}:
            return _refuse(401, "invalid_client", f"authenticate by {client.style}")
        client.grants.append(form.get("grant_type", ""))
        client.scopes.append(form.get("scope", ""))
        if client.misbehaviour:
            return MISBEHAVIOURS[client.misbehaviour]
        if client.failures:
            client.failures -= 1
            return json_response({"error": "temporarily_unavailable"}, 503)
        violation = _check_grant(client, form)
        if client.refuses or violation:
            detail = violation or "not any more"
            return _refuse(400, "invalid_grant", detail)
        return _issue(client, identity.name, form["grant_type"])

    def authenticate(self, authorization: str) -> str | None:
        """Return the client of a valid token, and count the use."""
        scheme, _, text = authorization.partition(" ")
        if scheme.lower() != "bearer":
            return None
        name = text.rpartition(".")[0]
        client = self.clients.get(name)
        token = client.tokens.get(text) if client else None
        if client is None or token is None:
            return None
        if token.until < time.monotonic() or token.uses <= 0:
            client.rejected += 1
            return None
        token.uses -= 1
        return name


def identify_client(form: Mapping[str, str], authorization: str) -> ClientIdentity:
    """Return the client authentication of a request (RFC 6749, section 2.3.1)."""
    scheme, _, text = authorization.partition(" ")
    if scheme.lower() == "basic":
        name, _, secret = b64decode(text).decode().partition(":")
        return ClientIdentity(unquote_plus(name), unquote_plus(secret), "basic")
    return ClientIdentity(
        form.get("client_id", ""), form.get("client_secret", ""), "body"
    )


def _check_grant(client: Registration, form: Mapping[str, str]) -> str:
    """Return the error of a grant, or an empty string."""
    kind = form.get("grant_type")
    if kind == "client_credentials":
        return ""
    if kind == "password":
        right = (form.get("username"), form.get("password")) == ("ada", "pässword&=")
        return "" if right else "wrong user name or password"
    if kind == "refresh_token":
        given = form.get("refresh_token", "")
        if given not in client.refresh_tokens:
            return "that refresh token was used before, or never issued"
        client.refresh_tokens.remove(given)
        return ""
    return f"no such grant: {kind}"


def _issue(client: Registration, name: str, kind: str) -> Response:
    number = len(client.tokens) + 1
    text = f"{name}.a{number}"
    lives = float("inf") if client.expires_in is None else client.expires_in
    client.tokens[text] = Token(time.monotonic() + lives, client.uses)
    value: dict[str, object] = {"access_token": text, "token_type": "Bearer"}
    if client.sent_lifetime:
        value["expires_in"] = client.sent_lifetime[0]
    elif client.expires_in is not None:
        value["expires_in"] = client.expires_in
    if kind != "client_credentials":
        value["refresh_token"] = f"{name}.r{number}"
        client.refresh_tokens.append(f"{name}.r{number}")
    response = json_response(value)
    response.headers["Cache-Control"] = "no-store"
    return response


def _refuse(status: int, code: str, detail: str) -> Response:
    return json_response({"error": code, "error_description": detail}, status)
