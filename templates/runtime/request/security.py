"""Security requirements: which credentials a request carries, and where.

The schemes themselves are in `auth`, which clients of APIs without credentials lack.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


Security: TypeAlias = "tuple[tuple[str, ...], ...]"
"""Alternative security requirements.

Each alternative is a tuple of scheme keys that are required together. An empty
alternative, or an empty tuple of alternatives, requires no credential."""

Place: TypeAlias = Literal["header", "query", "cookie"]

CredentialValue: TypeAlias = "str | Sequence[str] | Callable[..., object] | None"
"""Value of one constructor argument, usually a string. If it is None, the value is read
from the environment."""

Credential: TypeAlias = "CredentialValue | tuple[CredentialValue, ...]"
"""Argument of a client for one scheme: a secret, or a tuple with a value for each
argument of the scheme. A token can also be a callable that returns one."""

StoredCredential: TypeAlias = "tuple[str, ...] | TokenSource"
"""Complete credential, with one string for each constructor argument of its scheme, or
a source that provides a token for each request."""


class TokenSource(Protocol):
    """Source of the tokens of one scheme."""

    def drop(self, token: str) -> None:
        """Stop using a token that the API has rejected."""
        ...


class CredentialContext(NamedTuple):
    """Inputs of a credential in addition to its arguments.

    Attributes:
        environment: The environment variables.
        base_url: The base URL of the API; None if it is not known.
        sources: The token sources of one client that schemes share, by grant type and
            argument.
    """

    environment: Mapping[str, str]
    base_url: str | None
    sources: dict[object, TokenSource]


class Entry(NamedTuple):
    """Header, query parameter or cookie that carries a credential.

    The value is secret; `repr` does not show it.

    Attributes:
        place: The location: header, query or cookie.
        name: The name of the header, query parameter or cookie.
        value: The value, or the prefix of the token if there is a source.
        source: The source of the token; None if the value is complete.
    """

    place: Place
    name: str
    value: str
    source: TokenSource | None = None

    def __repr__(self) -> str:
        return f"Entry({self.place!r}, {self.name!r})"


class SecurityScheme(Protocol):
    """Security scheme of an API: how a credential is given, and where it is sent."""

    @property
    def place(self) -> Place:
        """Location of the credential: header, query or cookie."""
        ...

    @property
    def name(self) -> str:
        """Name of the header, query parameter or cookie."""
        ...

    def collect(
        self, given: tuple[CredentialValue, ...], context: CredentialContext
    ) -> StoredCredential | None:
        """Return the credential, or None if it is incomplete."""
        ...

    def entry(self, credential: StoredCredential) -> Entry:
        """Return the header, query parameter or cookie that carries the credential."""
        ...

    def explain(self) -> str:
        """Return how to provide the credential, for messages."""
        ...


def collect_credentials(
    schemes: Mapping[str, SecurityScheme],
    given: Mapping[str, Credential],
    base_url: str | None = None,
) -> dict[str, StoredCredential]:
    """Return the complete credentials by scheme key.

    Values that were not given are read from the environment. An empty string is not a
    credential, but a password may be empty, because some APIs expect a key as user name
    and no password.

    Args:
        schemes: The security schemes of the API by key.
        given: The arguments of the client by scheme key.
        base_url: The base URL of the API; None if it is not known.

    Raises:
        TypeError: If an argument is a callable, but the scheme needs a string.
    """
    context = CredentialContext(os.environ, base_url, {})
    complete: dict[str, StoredCredential] = {}
    for key, scheme in schemes.items():
        credential = given.get(key)
        # A tuple contains one value for each argument of the scheme.
        values = (
            cast("tuple[CredentialValue, ...]", credential)
            if isinstance(credential, tuple)
            else (credential,)
        )
        stored = scheme.collect(values, context)
        if stored is not None:
            complete[key] = stored
    return complete


def choose_credentials(
    alternatives: Security,
    schemes: Mapping[str, SecurityScheme],
    available: Mapping[str, StoredCredential],
) -> list[Entry] | None:
    """Return the entries of the first complete alternative.

    An alternative without schemes is used last, so that optional credentials are sent
    if they are available. Keys without a scheme are ignored, for example the
    certificate of `mutualTLS`, which the HTTP client provides.

    Args:
        alternatives: The alternatives of an operation.
        schemes: The security schemes of the API by key.
        available: The complete credentials by key.

    Returns:
        The entries, or None if no alternative is complete.
    """
    for alternative in alternatives:
        if alternative and all(
            key in available or key not in schemes for key in alternative
        ):
            return [
                schemes[key].entry(available[key])
                for key in alternative
                if key in available
            ]
    return [] if not alternatives or () in alternatives else None


def explain_missing(
    alternatives: Security, schemes: Mapping[str, SecurityScheme]
) -> str:
    """Return how to provide the credentials of one alternative, for messages."""
    return ", or ".join(
        " and ".join(schemes[key].explain() for key in alternative if key in schemes)
        for alternative in alternatives
    )
