"""The clients of Vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ApiKey,
    AsyncBaseClient,
    BaseClient,
    Basic,
    Bearer,
    Omit,
    ResponseValidation,
    Service,
    Timeout,
    cached_property,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from .resources.secrets import AsyncSecrets, Secrets
    from .resources.status import AsyncStatus, Status

_SERVICE = Service(
    user_agent="acme-vault/2.1.0",
    base_url="https://vault.example.com",
    base_url_environment="VAULT_BASE_URL",
    schemes={
        "password": Basic(environment=("VAULT_USERNAME", "VAULT_PASSWORD")),
        "key": ApiKey(
            "header",
            "X-Vault-Key",
            arguments=("vault_key",),
            environment=("VAULT_KEY",),
        ),
        "app_id": ApiKey("query", "app", environment=("VAULT_API_KEY",)),
        "login": Bearer(
            arguments=("access_token",), environment=("VAULT_ACCESS_TOKEN",)
        ),
    },
    security=(("password",), ("key", "app_id")),
)


class Client(BaseClient):
    """Client of Vault.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        username: The user name.
        password: The password.
        vault_key: From your profile.
        api_key: The API key.
        access_token: An OAuth 2 access token.
        timeout: Seconds for each step of a call; None waits for ever.
        max_retries: How often a call may be tried again.
        headers: Headers for every call.
        query: Query parameters for every call.
        http_client: An `httpx2.Client` of your own: proxies, certificates, transports.
        response_validation: What to do with an answer unlike its description.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        username: str | None = None,
        password: str | None = None,
        vault_key: str | None = None,
        api_key: str | None = None,
        access_token: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Mapping[str, str | Omit] | None = None,
        query: Mapping[str, object] | None = None,
        http_client: httpx2.Client | None = None,
        response_validation: ResponseValidation = "lenient",
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={
                "password": (username, password),
                "key": vault_key,
                "app_id": api_key,
                "login": access_token,
            },
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            query=query,
            http_client=http_client,
            response_validation=response_validation,
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def secrets(self) -> Secrets:
        """Secrets: `list` and `retrieve`."""
        from .resources.secrets import Secrets

        return Secrets(self)

    @cached_property
    def status(self) -> Status:
        """Status: `check`."""
        from .resources.status import Status

        return Status(self)


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for use with `await`.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        username: The user name.
        password: The password.
        vault_key: From your profile.
        api_key: The API key.
        access_token: An OAuth 2 access token.
        timeout: Seconds for each step of a call; None waits for ever.
        max_retries: How often a call may be tried again.
        headers: Headers for every call.
        query: Query parameters for every call.
        http_client: An `httpx2.AsyncClient` of your own: proxies, certificates,
            transports.
        response_validation: What to do with an answer unlike its description.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        username: str | None = None,
        password: str | None = None,
        vault_key: str | None = None,
        api_key: str | None = None,
        access_token: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Mapping[str, str | Omit] | None = None,
        query: Mapping[str, object] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        response_validation: ResponseValidation = "lenient",
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={
                "password": (username, password),
                "key": vault_key,
                "app_id": api_key,
                "login": access_token,
            },
            variables={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            query=query,
            http_client=http_client,
            response_validation=response_validation,
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def secrets(self) -> AsyncSecrets:
        """Secrets: `list` and `retrieve`."""
        from .resources.secrets import AsyncSecrets

        return AsyncSecrets(self)

    @cached_property
    def status(self) -> AsyncStatus:
        """Status: `check`."""
        from .resources.status import AsyncStatus

        return AsyncStatus(self)
