"""Security schemes as data, and what a credential adds to a request."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from .operation import Security
    from .tokens import TokenCache, TokenSource

Place: TypeAlias = Literal["header", "query", "cookie"]

Part: TypeAlias = "str | Sequence[str] | Callable[..., object] | None"
"""The value of one constructor argument: mostly a text. None means that the environment
is asked."""

Credential: TypeAlias = "Part | tuple[Part, ...]"
"""What a constructor was given for a scheme: a secret, or one value for each of its
arguments. In place of a token, a function that returns one will do."""

Parts: TypeAlias = "tuple[str, ...]"
"""A complete credential: one text for each constructor argument of its scheme."""

Held: TypeAlias = "Parts | TokenSource"
"""A complete credential, or what brings a token when it is needed."""


class Surroundings(NamedTuple):
    """What a credential is made from beside its arguments.

    Attributes:
        environment: The environment variables.
        base_url: Where the API is, as far as it is known.
        caches: The tokens of one client by what they are fetched with.
    """

    environment: Mapping[str, str]
    base_url: str | None
    caches: dict[object, TokenCache]


class Entry(NamedTuple):
    """What a credential adds to a request. Its value is secret and never shown.

    Attributes:
        source: What brings the token to put behind the value, if it is not complete.
    """

    place: Place
    name: str
    value: str
    source: TokenSource | None = None

    def __repr__(self) -> str:
        return f"Entry({self.place!r}, {self.name!r})"


class ApiKey:
    """A key in a header, a query parameter or a cookie."""

    def __init__(
        self,
        place: Place,
        name: str,
        *,
        arguments: tuple[str, ...] = ("api_key",),
        environment: tuple[str, ...] = (),
    ) -> None:
        """Describe the scheme.

        Args:
            place: Where the key travels.
            name: The name of the header, query parameter or cookie.
            arguments: The constructor argument that holds the key.
            environment: The environment variable read when it is absent.
        """
        self.place: Place = place
        self.name = name
        self.arguments = arguments
        self.environment = environment

    def collect(
        self, given: tuple[Part, ...], surroundings: Surroundings
    ) -> Held | None:
        """Return the key, if it is there."""
        return _collect_parts(self, given, surroundings)

    def entry(self, held: Held) -> Entry:
        """Return what the key adds to a request."""
        if isinstance(held, tuple):
            return Entry(self.place, self.name, held[0])
        return Entry(self.place, self.name, "", held)

    def explain(self) -> str:
        """Return what to do to have the key."""
        return _explain(self)


class HttpScheme:
    """A scheme of the Authorization header (RFC 9110, section 11.4)."""

    place: Place = "header"
    name = "Authorization"

    def __init__(
        self,
        scheme: str,
        *,
        arguments: tuple[str, ...] = ("credentials",),
        environment: tuple[str, ...] = (),
    ) -> None:
        """Describe the scheme.

        Args:
            scheme: What stands before the credential, for example `Digest`.
            arguments: The constructor arguments that hold the credential.
            environment: The environment variables read when those are absent.
        """
        self.scheme = scheme
        self.arguments = arguments
        self.environment = environment

    def collect(
        self, given: tuple[Part, ...], surroundings: Surroundings
    ) -> Held | None:
        """Return the credential, if it is complete."""
        return _collect_parts(self, given, surroundings)

    def entry(self, held: Held) -> Entry:
        """Return what the credential adds to a request."""
        if isinstance(held, tuple):
            return Entry("header", "Authorization", f"{self.scheme} {held[0]}")
        return Entry("header", "Authorization", f"{self.scheme} ", held)

    def explain(self) -> str:
        """Return what to do to have the credential."""
        return _explain(self)


class Bearer(HttpScheme):
    """A token in the Authorization header (RFC 6750)."""

    def __init__(
        self,
        *,
        arguments: tuple[str, ...] = ("token",),
        environment: tuple[str, ...] = (),
    ) -> None:
        super().__init__("Bearer", arguments=arguments, environment=environment)


class Basic(HttpScheme):
    """A user name and a password in the Authorization header (RFC 7617)."""

    def __init__(
        self,
        *,
        arguments: tuple[str, ...] = ("username", "password"),
        environment: tuple[str, ...] = (),
    ) -> None:
        super().__init__("Basic", arguments=arguments, environment=environment)

    def entry(self, held: Held) -> Entry:
        """Return what the pair adds to a request."""
        if isinstance(held, tuple):
            held = (b64encode(":".join(held).encode()).decode(),)
        return super().entry(held)


Scheme: TypeAlias = ApiKey | HttpScheme


def collect_credentials(
    schemes: Mapping[str, Scheme],
    given: Mapping[str, Credential],
    base_url: str | None = None,
) -> dict[str, Held]:
    """Return the credentials that are complete, by scheme key.

    What was not given is read from the environment. An empty text is no credential,
    but a password may be empty: some APIs take a key for a user name and no password.
    """
    surroundings = Surroundings(os.environ, base_url, {})
    complete: dict[str, Held] = {}
    for key, scheme in schemes.items():
        credential = given.get(key)
        # A tuple of texts is a sequence, too; for a scheme it is its arguments.
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
            raise TypeError(f"{argument} must be text, not a function")
        from .tokens import Provider  # few clients have one

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
    """Return what the first complete alternative adds to a request.

    An alternative that needs nothing counts last, so that optional credentials are
    sent when they are there. A key without a scheme needs nothing from here, as the
    certificate of `mutualTLS`, which the HTTP client brings.

    Returns:
        None when no alternative is complete.
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
    """Return what to do to have the credentials of one of the alternatives."""
    return ", or ".join(
        " and ".join(schemes[key].explain() for key in alternative if key in schemes)
        for alternative in alternatives
    )


def _explain(scheme: Scheme) -> str:
    text = f"pass {' and '.join(scheme.arguments)} to the client"
    variables = " and ".join(filter(None, scheme.environment))
    return f"{text} (or set {variables})" if variables else text
