"""Security schemes, and the credentials that they add to requests."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..operation import Security
    from .oauth.cache import TokenCache, TokenSource

Place: TypeAlias = Literal["header", "query", "cookie"]

Part: TypeAlias = "str | Sequence[str] | Callable[..., object] | None"
"""Value of one constructor argument, usually a string. If it is None, the value is read
from the environment."""

Credential: TypeAlias = "Part | tuple[Part, ...]"
"""Argument of a client for one scheme: a secret, or a tuple with a value for each
argument of the scheme. A token can also be a callable that returns one."""

Parts: TypeAlias = "tuple[str, ...]"
"""Complete credential: one string for each constructor argument of its scheme."""

Held: TypeAlias = "Parts | TokenSource"
"""Complete credential, or a source that provides a token for each request."""


class Surroundings(NamedTuple):
    """Inputs of a credential in addition to its arguments.

    Attributes:
        environment: The environment variables.
        base_url: The base URL of the API; None if it is not known.
        caches: The token caches of one client, by grant type and argument.
    """

    environment: Mapping[str, str]
    base_url: str | None
    caches: dict[object, TokenCache]


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


class ApiKey:
    """API key in a header, a query parameter or a cookie."""

    def __init__(
        self,
        place: Place,
        name: str,
        *,
        arguments: tuple[str, ...] = ("api_key",),
        environment: tuple[str, ...] = (),
    ) -> None:
        """Declare the scheme.

            ApiKey("header", "X-API-Key", environment=("ACME_API_KEY",))

        Args:
            place: Location of the key.
            name: Name of the header, query parameter or cookie.
            arguments: Name of the constructor argument of the client that takes the
                key.
            environment: Name of the environment variable that is read if the argument
                is not given; empty for none.
        """
        self.place: Place = place
        self.name = name
        self.arguments = arguments
        self.environment = environment

    def collect(
        self, given: tuple[Part, ...], surroundings: Surroundings
    ) -> Held | None:
        """Return the key, or None if it is missing."""
        return _collect_parts(self, given, surroundings)

    def entry(self, held: Held) -> Entry:
        """Return the header, query parameter or cookie that carries the key."""
        if isinstance(held, tuple):
            return Entry(self.place, self.name, held[0])
        return Entry(self.place, self.name, "", held)

    def explain(self) -> str:
        """Return how to provide the key, for messages."""
        return _explain(self)


class HttpScheme:
    """Scheme of the `Authorization` header (RFC 9110, section 11.4)."""

    place: Place = "header"
    name = "Authorization"

    def __init__(
        self,
        scheme: str,
        *,
        arguments: tuple[str, ...] = ("credentials",),
        environment: tuple[str, ...] = (),
    ) -> None:
        """Declare the scheme.

        Args:
            scheme: Name of the scheme, which precedes the credential in the header, for
                example `Digest`.
            arguments: Names of the constructor arguments of the client that take the
                credential.
            environment: Names of the environment variables that are read if the
                arguments are not given; empty for none.
        """
        self.scheme = scheme
        self.arguments = arguments
        self.environment = environment

    def collect(
        self, given: tuple[Part, ...], surroundings: Surroundings
    ) -> Held | None:
        """Return the credential, or None if it is incomplete."""
        return _collect_parts(self, given, surroundings)

    def entry(self, held: Held) -> Entry:
        """Return the header that carries the credential."""
        if isinstance(held, tuple):
            return Entry("header", "Authorization", f"{self.scheme} {held[0]}")
        return Entry("header", "Authorization", f"{self.scheme} ", held)

    def explain(self) -> str:
        """Return how to provide the credential, for messages."""
        return _explain(self)


class Bearer(HttpScheme):
    """Bearer token in the `Authorization` header (RFC 6750).

        Bearer(arguments=("api_key",), environment=("ACME_API_KEY",))

    `arguments` and `environment` are those of `HttpScheme`. The token can be a string
    or a callable that returns one.
    """

    def __init__(
        self,
        *,
        arguments: tuple[str, ...] = ("token",),
        environment: tuple[str, ...] = (),
    ) -> None:
        super().__init__("Bearer", arguments=arguments, environment=environment)


class Basic(HttpScheme):
    """User name and password in the `Authorization` header (RFC 7617).

        Basic(environment=("ACME_USERNAME", "ACME_PASSWORD"))

    `arguments` and `environment` are those of `HttpScheme`. The password may be an
    empty string.
    """

    def __init__(
        self,
        *,
        arguments: tuple[str, ...] = ("username", "password"),
        environment: tuple[str, ...] = (),
    ) -> None:
        super().__init__("Basic", arguments=arguments, environment=environment)

    def entry(self, held: Held) -> Entry:
        """Return the header that carries user name and password."""
        if isinstance(held, tuple):
            held = (b64encode(":".join(held).encode()).decode(),)
        return super().entry(held)


Scheme: TypeAlias = ApiKey | HttpScheme


def collect_credentials(
    schemes: Mapping[str, Scheme],
    given: Mapping[str, Credential],
    base_url: str | None = None,
) -> dict[str, Held]:
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
    surroundings = Surroundings(os.environ, base_url, {})
    complete: dict[str, Held] = {}
    for key, scheme in schemes.items():
        credential = given.get(key)
        # A tuple contains one value for each argument of the scheme.
        parts = (
            cast("tuple[Part, ...]", credential)
            if isinstance(credential, tuple)
            else (credential,)
        )
        held = scheme.collect(parts, surroundings)
        if held is not None:
            complete[key] = held
    return complete


def _collect_parts(
    scheme: Scheme, given: tuple[Part, ...], surroundings: Surroundings
) -> Held | None:
    if callable(given[0]):
        argument = scheme.arguments[0]
        if scheme.place != "header" or len(scheme.arguments) > 1:
            raise TypeError(f"{argument} must be a string, not a callable.")
        from .oauth.cache import Provider  # few clients have one

        return Provider(given[0], argument)
    parts: list[Part] = [*given, *[None] * (len(scheme.arguments) - len(given))]
    for index, variable in enumerate(scheme.environment):
        if parts[index] is None and variable:
            parts[index] = surroundings.environment.get(variable)
    texts = tuple(part for part in parts if isinstance(part, str))
    return texts if len(texts) == len(parts) and texts[0] else None


def choose_credentials(
    alternatives: Security, schemes: Mapping[str, Scheme], there: Mapping[str, Held]
) -> list[Entry] | None:
    """Return the entries of the first complete alternative.

    An alternative without schemes is used last, so that optional credentials are sent
    if they are available. Keys without a scheme are ignored, for example the
    certificate of `mutualTLS`, which the HTTP client provides.

    Args:
        alternatives: The alternatives of an operation.
        schemes: The security schemes of the API by key.
        there: The complete credentials by key.

    Returns:
        The entries, or None if no alternative is complete.
    """
    for alternative in alternatives:
        if alternative and all(
            key in there or key not in schemes for key in alternative
        ):
            return [
                schemes[key].entry(there[key]) for key in alternative if key in there
            ]
    return [] if not alternatives or () in alternatives else None


def explain_missing(alternatives: Security, schemes: Mapping[str, Scheme]) -> str:
    """Return how to provide the credentials of one alternative, for messages."""
    return ", or ".join(
        " and ".join(schemes[key].explain() for key in alternative if key in schemes)
        for alternative in alternatives
    )


def _explain(scheme: Scheme) -> str:
    text = f"pass {' and '.join(scheme.arguments)} to the client"
    variables = " and ".join(filter(None, scheme.environment))
    return f"{text} (or set {variables})" if variables else text
