"""OAuth 2 schemes, whose tokens are given by the caller or fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias
from urllib.parse import urljoin

from ..schemes import HttpScheme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...request.security import CredentialContext, CredentialValue, StoredCredential
    from .grants import Grant

GrantType: TypeAlias = Literal["client_credentials", "password", "refresh_token"]

Role: TypeAlias = Literal[
    "access_token",
    "client_id",
    "client_secret",
    "username",
    "password",
    "refresh_token",
    "scopes",
    "token_url",
    "on_refresh_token",
]

# The arguments that each grant requires, in order of preference. A client id and secret
# are also sent with the other grants if they are given.
_NEEDS: Final[Mapping[GrantType, tuple[Role, ...]]] = {
    "refresh_token": ("refresh_token",),
    "password": ("username", "password"),
    "client_credentials": ("client_id", "client_secret"),
}
_SECRETS: Final[tuple[Role, ...]] = (
    *("client_secret", "username", "password", "refresh_token"),
)


class OAuth2(HttpScheme):
    """OAuth 2 bearer token, which is given by the caller or fetched (RFC 6749).

        OAuth2(
            token_url="https://auth.example.com/token",
            grants=("client_credentials",),
            takes=("access_token", "client_id", "client_secret"),
            environment=("", "ACME_CLIENT_ID", "ACME_CLIENT_SECRET"),
        )

    Fetched tokens are cached and refreshed before they expire. Schemes with the same
    arguments share their tokens.
    """

    def __init__(
        self,
        *,
        token_url: str,
        grants: tuple[GrantType, ...],
        takes: tuple[Role, ...],
        refresh_url: str = "",
        arguments: tuple[str, ...] = (),
        environment: tuple[str, ...] = (),
    ) -> None:
        """Declare the scheme.

        Args:
            token_url: URL of the token endpoint. A relative URL is resolved against the
                base URL of the API.
            grants: Grant types that the API supports for the scheme.
            takes: Roles of the constructor arguments of the client; the first one is
                the access token.
            refresh_url: URL for refreshing tokens; empty for the token URL.
            arguments: Names of the constructor arguments, if they are not those of the
                roles.
            environment: Names of the environment variables that are read if the
                arguments are not given; empty for none.
        """
        super().__init__(
            "Bearer", arguments=arguments or takes, environment=environment
        )
        self.token_url = token_url
        self.refresh_url = refresh_url
        self.grants = grants
        self.takes = takes

    def collect(
        self, given: tuple[CredentialValue, ...], context: CredentialContext
    ) -> StoredCredential | None:
        """Return the token of the caller or a cache that fetches one, or None.

        Secrets that are given as arguments take precedence over an access token in the
        environment, which may be outdated.
        """
        # Not needed to describe the scheme.
        from ..tokens import CallableTokenSource
        from .cache import TokenCache

        parts: dict[Role, CredentialValue] = {
            role: part
            for role, part in zip(self.takes, given, strict=False)
            if part is not None
        }
        has_secret = any(parts.get(role) for role in _SECRETS)
        for role, variable in zip(self.takes, self.environment, strict=False):
            is_left_over = role == "access_token" and has_secret
            if role not in parts and not is_left_over:
                parts[role] = context.environment.get(variable)
        token = parts.get("access_token")
        if callable(token):
            return CallableTokenSource(token, self.arguments[0])
        kind = self._choose_grant(parts)
        text = _text(token)
        if kind is None:
            return None if text is None else (text,)
        # Two caches with the same refresh token would invalidate it for each other.
        key = (kind, self.arguments[self.takes.index(_NEEDS[kind][0])])
        if key not in context.sources:
            grant = self._make_grant(kind, parts, context.base_url)
            context.sources[key] = TokenCache(grant, text)
        return context.sources[key]

    def _choose_grant(self, parts: Mapping[Role, CredentialValue]) -> GrantType | None:
        """Return the preferred grant whose arguments are complete, or None."""
        return next((item for item in _NEEDS if self._supports(item, parts)), None)

    def _supports(self, kind: GrantType, parts: Mapping[Role, CredentialValue]) -> bool:
        return kind in self.grants and all(parts.get(role) for role in _NEEDS[kind])

    def _make_grant(
        self,
        kind: GrantType,
        parts: Mapping[Role, CredentialValue],
        base_url: str | None,
    ) -> Grant:
        from .grants import Grant

        own_url = _text(parts.get("token_url"))
        given = parts.get("on_refresh_token")
        scopes = parts.get("scopes") or ()
        if kind == "refresh_token":
            fallback = "password" if self._supports("password", parts) else ""
        else:
            fallback = kind
        return Grant(
            kind=fallback,
            token_url=_resolve(own_url or self.token_url, base_url),
            # A token URL from the caller also replaces the refresh URL.
            refresh_url="" if own_url else _resolve(self.refresh_url, base_url),
            client_id=_text(parts.get("client_id")),
            client_secret=_text(parts.get("client_secret")),
            username=_text(parts.get("username")),
            password=_text(parts.get("password")),
            scope=scopes if isinstance(scopes, str) else _join_scopes(scopes),
            refresh_token=(
                _text(parts.get("refresh_token")) if kind == "refresh_token" else None
            ),
            on_refresh_token=given if callable(given) else None,
            url_argument=dict(zip(self.takes, self.arguments, strict=False)).get(
                "token_url", "token_url"
            ),
        )

    def explain(self) -> str:
        """Return how to provide a credential, for messages."""
        names = dict(zip(self.takes, self.arguments, strict=False))
        variables = dict(zip(self.takes, self.environment, strict=False))
        ways: list[tuple[Role, ...]] = [("access_token",)]
        ways += [_NEEDS[item] for item in _NEEDS if item in self.grants]
        given = [" and ".join(names[role] for role in way) for way in ways]
        text = f"pass {', or '.join(given)} to the client"
        given = [
            " and ".join(variables[role] for role in way)
            for way in ways
            if all(variables.get(role) for role in way)
        ]
        return f"{text} (or set {', or '.join(given)})" if given else text


def _text(part: CredentialValue) -> str | None:
    return part if isinstance(part, str) and part else None


def _join_scopes(scopes: CredentialValue) -> str:
    if callable(scopes) or scopes is None:
        raise TypeError("scopes must be a string or a sequence of strings.")
    return " ".join(scopes)


def _resolve(url: str, base_url: str | None) -> str:
    """Return a URL of the document, resolved against the base URL of the API."""
    if not url or not base_url:
        return url
    try:
        return urljoin(f"{base_url.rstrip('/')}/", url)
    except ValueError:
        return url  # rejected when it is used
