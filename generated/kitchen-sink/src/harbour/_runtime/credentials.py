"""Security schemes as data, and what a credential adds to a request."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operation import Security

Place: TypeAlias = Literal["header", "query", "cookie"]

Credential: TypeAlias = "str | tuple[str | None, str | None] | None"
"""What a constructor was given for a scheme: a secret, or a user name and a password.
None means that the environment is asked."""

Parts: TypeAlias = "tuple[str, ...]"
"""A complete credential: one text for each constructor argument of its scheme."""


class Entry(NamedTuple):
    """What a credential adds to a request. Its value is secret and never shown."""

    place: Place
    name: str
    value: str

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

    def entry(self, parts: Parts) -> Entry:
        """Return what the key adds to a request."""
        return Entry(self.place, self.name, parts[0])


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

    def entry(self, parts: Parts) -> Entry:
        """Return what the credential adds to a request."""
        return Entry("header", "Authorization", f"{self.scheme} {parts[0]}")


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

    def entry(self, parts: Parts) -> Entry:
        """Return what the pair adds to a request."""
        return super().entry((b64encode(":".join(parts).encode()).decode(),))


Scheme: TypeAlias = ApiKey | HttpScheme


def collect_credentials(
    schemes: Mapping[str, Scheme], given: Mapping[str, Credential]
) -> dict[str, Parts]:
    """Return the complete credentials by scheme key.

    What was not given is read from the environment. An empty text is no credential,
    but a password may be empty: some APIs take a key for a user name and no password.
    """
    complete: dict[str, Parts] = {}
    for key, scheme in schemes.items():
        credential = given.get(key)
        parts: list[str | None] = [None] * len(scheme.arguments)
        if isinstance(credential, tuple):
            parts = [*credential]
        else:
            parts[0] = credential
        for index, variable in enumerate(scheme.environment):
            if parts[index] is None and variable:
                parts[index] = os.environ.get(variable)
        texts = tuple(part for part in parts if part is not None)
        if len(texts) == len(parts) and texts[0]:
            complete[key] = texts
    return complete


def choose_credentials(
    alternatives: Security, schemes: Mapping[str, Scheme], there: Mapping[str, Parts]
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
        " and ".join(_explain(schemes[key]) for key in alternative if key in schemes)
        for alternative in alternatives
    )


def _explain(scheme: Scheme) -> str:
    text = f"pass {' and '.join(scheme.arguments)} to the client"
    variables = " and ".join(filter(None, scheme.environment))
    return f"{text} (or set {variables})" if variables else text
