"""An OAuth 2 token endpoint (RFC 6749), and who may enter with what it gives out."""

from __future__ import annotations

import time
from base64 import b64decode
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_plus

from .connection import Answer, json_answer

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class Token:
    """An access token.

    Attributes:
        until: When it expires, by a clock that only goes forward.
        uses: How often it may still be used.
    """

    until: float
    uses: int


@dataclass
class Registration:
    """A client of the authorization server, and what has become of it.

    Attributes:
        style: How it must authenticate: `basic`, `body`, or `either`.
        expires_in: Seconds that a token lives; None is not told and means for ever.
        uses: How often a token may be used before it is revoked.
        delay: Seconds that the endpoint takes to answer.
        failures: How many of the next fetches fail, with 503.
        refuses: Whether the endpoint refuses every grant.
        refresh_tokens: Those that are valid; each can be used once.
        grants: The grants of all fetches, whatever came of them.
        scopes: What they asked for.
        tokens: What was given out.
        rejected: How many requests came with a token that had expired.
    """

    secret: str = "shh"
    style: str = "either"
    expires_in: float | None = 3600
    uses: int = 1_000_000_000
    delay: float = 0
    failures: int = 0
    refuses: bool = False
    refresh_tokens: list[str] = field(default_factory=list[str])
    grants: list[str] = field(default_factory=list[str])
    scopes: list[str] = field(default_factory=list[str])
    tokens: dict[str, Token] = field(default_factory=dict[str, Token])
    rejected: int = 0


class Asking(NamedTuple):
    """Id and secret of a client as they came: in `basic` or in the `body`."""

    name: str
    secret: str
    style: str


@dataclass
class TokenShop:
    """All clients by their ids."""

    clients: dict[str, Registration] = field(default_factory=dict[str, Registration])

    def register(self, name: str, settings: Mapping[str, Any]) -> None:
        """Make a client known."""
        self.clients[name] = Registration(**settings)

    def grant(self, form: Mapping[str, str], asking: Asking) -> Answer:
        """Return what the token endpoint answers (RFC 6749, sections 4.3, 4.4, 5, 6)."""
        client = self.clients.get(asking.name)
        if client is None or asking.secret != client.secret:
            return _refuse(401, "invalid_client", "no such client")
        if client.style not in {asking.style, "either"}:
            return _refuse(401, "invalid_client", f"authenticate by {client.style}")
        client.grants.append(form.get("grant_type", ""))
        client.scopes.append(form.get("scope", ""))
        if client.failures:
            client.failures -= 1
            return json_answer({"error": "temporarily_unavailable"}, 503)
        complaint = _judge(client, form)
        if client.refuses or complaint:
            detail = complaint or "not any more"
            return _refuse(400, "invalid_grant", detail)
        return _issue(client, asking.name, form["grant_type"])

    def admit(self, authorization: str) -> str | None:
        """Return the client whose valid token this is, and count the use."""
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


def read_client(form: Mapping[str, str], authorization: str) -> Asking:
    """Return who asks for a token (RFC 6749, section 2.3.1)."""
    scheme, _, text = authorization.partition(" ")
    if scheme.lower() == "basic":
        name, _, secret = b64decode(text).decode().partition(":")
        return Asking(unquote_plus(name), unquote_plus(secret), "basic")
    return Asking(form.get("client_id", ""), form.get("client_secret", ""), "body")


def _judge(client: Registration, form: Mapping[str, str]) -> str:
    """Return what is wrong with a grant."""
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


def _issue(client: Registration, name: str, kind: str) -> Answer:
    number = len(client.tokens) + 1
    text = f"{name}.a{number}"
    lives = float("inf") if client.expires_in is None else client.expires_in
    client.tokens[text] = Token(time.monotonic() + lives, client.uses)
    value: dict[str, object] = {"access_token": text, "token_type": "Bearer"}
    if client.expires_in is not None:
        value["expires_in"] = client.expires_in
    if kind != "client_credentials":
        value["refresh_token"] = f"{name}.r{number}"
        client.refresh_tokens.append(f"{name}.r{number}")
    answer = json_answer(value)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _refuse(status: int, code: str, detail: str) -> Answer:
    return json_answer({"error": code, "error_description": detail}, status)
