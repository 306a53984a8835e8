"""Security schemes, and the credentials that they add to requests."""

from __future__ import annotations

from base64 import b64encode

from ..request.security import (
    CredentialContext,
    CredentialValue,
    Entry,
    Place,
    StoredCredential,
)


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
        self, given: tuple[CredentialValue, ...], context: CredentialContext
    ) -> StoredCredential | None:
        """Return the key, or None if it is missing."""
        return _collect_parts(self, given, context)

    def entry(self, credential: StoredCredential) -> Entry:
        """Return the header, query parameter or cookie that carries the key."""
        if isinstance(credential, tuple):
            return Entry(self.place, self.name, credential[0])
        return Entry(self.place, self.name, "", credential)

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
        self, given: tuple[CredentialValue, ...], context: CredentialContext
    ) -> StoredCredential | None:
        """Return the credential, or None if it is incomplete."""
        return _collect_parts(self, given, context)

    def entry(self, credential: StoredCredential) -> Entry:
        """Return the header that carries the credential."""
        if isinstance(credential, tuple):
            return Entry("header", "Authorization", f"{self.scheme} {credential[0]}")
        return Entry("header", "Authorization", f"{self.scheme} ", credential)

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

    def entry(self, credential: StoredCredential) -> Entry:
        """Return the header that carries user name and password."""
        if isinstance(credential, tuple):
            credential = (b64encode(":".join(credential).encode()).decode(),)
        return super().entry(credential)


def _collect_parts(
    scheme: ApiKey | HttpScheme,
    given: tuple[CredentialValue, ...],
    context: CredentialContext,
) -> StoredCredential | None:
    if callable(given[0]):
        argument = scheme.arguments[0]
        if scheme.place != "header" or len(scheme.arguments) > 1:
            raise TypeError(f"{argument} must be a string, not a callable.")
        from .tokens import CallableTokenSource  # few clients have one

        return CallableTokenSource(given[0], argument)
    parts: list[CredentialValue] = [
        *given,
        *[None] * (len(scheme.arguments) - len(given)),
    ]
    for index, variable in enumerate(scheme.environment):
        if parts[index] is None and variable:
            parts[index] = context.environment.get(variable)
    texts = tuple(part for part in parts if isinstance(part, str))
    return texts if len(texts) == len(parts) and texts[0] else None


def _explain(scheme: ApiKey | HttpScheme) -> str:
    text = f"pass {' and '.join(scheme.arguments)} to the client"
    variables = " and ".join(filter(None, scheme.environment))
    return f"{text} (or set {variables})" if variables else text
