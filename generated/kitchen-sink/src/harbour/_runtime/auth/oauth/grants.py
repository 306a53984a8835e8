"""Requests for access tokens and their responses (RFC 6749), without I/O."""

from __future__ import annotations

import json
import math
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeGuard, cast
from urllib.parse import quote_plus, urlencode

from ...errors import TokenRequestError
from ...request.url import REDACTED, redact_url
from ...text import clean
from .token import make_token

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from .token import Token

# Errors which imply that the client was authenticated (RFC 6749, section 5.2).
_AUTHENTICATED_ERRORS: Final = frozenset(
    {"invalid_grant", "invalid_scope", "unsupported_grant_type"}
)
_MAX_DESCRIPTION: Final = 300
_MIN_SECRET: Final = 4


@dataclass(slots=True, eq=False, repr=False)
class Grant:
    """Credentials that a client exchanges for access tokens.

    They are secret; `repr` does not show them.

    Attributes:
        kind: The grant type to use without a refresh token: `client_credentials` or
            `password`; empty if only refresh tokens are used.
        token_url: The URL of the token endpoint.
        refresh_url: The URL for refreshing tokens; empty for the token URL.
        client_id: The client id, if given.
        client_secret: The client secret, if given.
        username: The user name for the grant type `password`.
        password: The password for the grant type `password`.
        scope: The scopes to request, separated by spaces. If it is empty, no scope is
            sent and the server decides (RFC 6749, section 3.3). Requesting all scopes
            of the document would fail for clients that are allowed only some of them.
        refresh_token: The refresh token to use next.
        on_refresh_token: Callback that receives each new refresh token to store it.
        url_argument: The constructor argument that overrides the token URL.
        in_body: Whether the server expects client id and secret in the body.
    """

    kind: str
    token_url: str
    refresh_url: str = ""
    client_id: str | None = None
    client_secret: str | None = None
    username: str | None = None
    password: str | None = None
    scope: str = ""
    refresh_token: str | None = None
    on_refresh_token: Callable[[str], object] | None = None
    url_argument: str = "token_url"
    in_body: bool = False

    def secrets(self) -> list[str]:
        """Return the secrets to redact, except those that are too short to redact."""
        every = (self.client_secret, self.refresh_token, self.password)
        return [text for text in every if text and len(text) >= _MIN_SECRET]


class TokenRequest(NamedTuple):
    """Request for the token endpoint. It is secret; `repr` does not show it.

    Attributes:
        url: The URL of the endpoint.
        content: The form to send.
        authorization: The value of the `Authorization` header, if there is one.
        url_argument: The constructor argument that overrides the URL.
    """

    url: str
    content: bytes
    authorization: str | None
    url_argument: str

    def __repr__(self) -> str:
        return f"<POST {redact_url(self.url)}>"


class TokenFetch:
    """State of fetching one access token.

    A client sends `request` and passes the response to `handle_response`, until that
    returns the token.

    Attributes:
        new_refresh_token: A new refresh token that the server returned, or None.
    """

    def __init__(self, grant: Grant, now: float) -> None:
        """Start fetching.

        Args:
            grant: The credentials to use.
            now: The time in seconds since 1970. The lifetime of the token is counted
                from here, so that it does not end later than on the server.
        """
        self._grant = grant
        self._now = now
        self._refreshes = grant.refresh_token is not None
        self._in_body = grant.in_body
        self._first_error: TokenRequestError | None = None
        self.new_refresh_token: str | None = None

    @property
    def request(self) -> TokenRequest:
        """Request to send next."""
        grant = self._grant
        form: dict[str, str] = {}
        if self._refreshes:
            form["grant_type"] = "refresh_token"
            form["refresh_token"] = grant.refresh_token or ""
        else:
            form["grant_type"] = grant.kind
            if grant.kind == "password":
                form["username"] = grant.username or ""
                form["password"] = grant.password or ""
        if grant.scope:
            form["scope"] = grant.scope
        authorization = None
        if grant.client_id and (grant.client_secret is None or self._in_body):
            # A client without a secret only identifies itself (section 3.2.1).
            form["client_id"] = grant.client_id
            if grant.client_secret is not None:
                form["client_secret"] = grant.client_secret
        elif grant.client_id:
            authorization = _encode_client(grant.client_id, grant.client_secret or "")
        url = (grant.refresh_url if self._refreshes else "") or grant.token_url
        return TokenRequest(
            url, urlencode(form).encode(), authorization, grant.url_argument
        )

    def handle_response(self, response: httpx2.Response) -> Token | None:
        """Return the token, or None if `request` has to be sent again.

        Raises:
            TokenRequestError: If the response contains no token.
        """
        body = _read_object(response)
        text = body.get("access_token")
        if 200 <= response.status_code < 300 and _is_token(text):
            return self._accept(text, body)
        error = _make_error(response, self.request, body, self._grant.secrets())
        if self._should_retry_in_body(error):
            self._in_body = True
            self._first_error = error
            return None
        if self._refreshes and self._grant.kind and error.error == "invalid_grant":
            # The refresh token is no longer valid; the other credentials may be.
            self._grant.refresh_token = None
            self._refreshes = False
            return None
        first = self._first_error
        raise first if first and error.error != "invalid_client" else error

    def _should_retry_in_body(self, error: TokenRequestError) -> bool:
        """Return whether client id and secret are sent again, in the body.

        All servers must support HTTP Basic (section 2.3.1), and Reddit supports nothing
        else. Google and others only read the body. A request must not contain both.
        """
        return (
            not self._in_body
            and self._grant.client_id is not None
            and self._grant.client_secret is not None
            and error.status_code in range(400, 500)
            and error.status_code not in {408, 429}
            and error.error not in _AUTHENTICATED_ERRORS
        )

    def _accept(self, text: str, body: dict[str, object]) -> Token:
        # `token_type` is ignored: eBay returns "Application Access Token", but expects
        # "Bearer" like everyone else.
        grant = self._grant
        grant.in_body = self._in_body
        fresh = body.get("refresh_token")
        # With client credentials, refresh tokens are not used (section 4.4.3).
        is_for_user = self._refreshes or grant.kind == "password"
        if isinstance(fresh, str) and fresh and is_for_user:
            if fresh != grant.refresh_token:
                self.new_refresh_token = fresh
            grant.refresh_token = fresh
        return make_token(text, self._now, _read_seconds(body.get("expires_in")))


def _encode_client(client_id: str, secret: str) -> str:
    """Return the value of the Authorization header (RFC 6749, section 2.3.1)."""
    pair = f"{quote_plus(client_id)}:{quote_plus(secret)}"
    return f"Basic {b64encode(pair.encode()).decode()}"


def _read_object(response: httpx2.Response) -> dict[str, object]:
    try:
        body: object = json.loads(response.content)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", body) if isinstance(body, dict) else {}


def _is_token(value: object) -> TypeGuard[str]:
    """Return whether a value is a token that a header can contain (RFC 6750)."""
    return (
        isinstance(value, str)
        and bool(value)
        and value.isascii()
        and value.isprintable()
    )


def _read_seconds(value: object) -> float | None:
    """Return the lifetime of a token in seconds, or None if it is missing or invalid.

    PayPal sends a string. Values of 0 or less are ignored.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    return seconds if seconds > 0 and math.isfinite(seconds) else None


def _make_error(
    response: httpx2.Response,
    request: TokenRequest,
    body: dict[str, object],
    secrets: list[str],
) -> TokenRequestError:
    error = _read_text(body.get("error"), secrets)
    description = _read_text(body.get("error_description"), secrets)
    status = response.status_code
    parts = [f"Token request failed: POST {redact_url(request.url)} returned {status}"]
    if 300 <= status < 400:
        parts.append("redirects are not followed with a secret")
    elif status < 300 and not error:
        token = body.get("access_token")
        parts.append(
            "the access token contains characters that a header cannot contain"
            if isinstance(token, str) and token
            else "the response contains no access token"
        )
    parts += [clean(text) for text in (error, description) if text]
    return TokenRequestError(
        ": ".join(parts),
        status_code=status,
        headers=response.headers,
        error=error,
        error_description=description,
    )


def _read_text(value: object, secrets: list[str]) -> str | None:
    """Return a message of the server with secrets redacted, in limited length."""
    if not isinstance(value, str) or not value:
        return None
    for secret in secrets:
        value = value.replace(secret, REDACTED)
    return value if len(value) <= _MAX_DESCRIPTION else f"{value[:_MAX_DESCRIPTION]}…"
