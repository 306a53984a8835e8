"""Synchronous and asynchronous clients for Harbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RESPONSE_BYTES,
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    ApiKey,
    AsyncBaseClient,
    AsyncTokenProvider,
    BaseClient,
    Basic,
    Bearer,
    OAuth2,
    Omit,
    ResponseValidation,
    Service,
    Timeout,
    TokenProvider,
    cached_property,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    import httpx2

    from ._runtime import Hooks
    from .resources.berths import AsyncBerths, Berths
    from .resources.cargo import AsyncCargoResource, CargoResource
    from .resources.manifests import AsyncManifests, Manifests
    from .resources.movements import AsyncMovements, Movements
    from .resources.notices import AsyncNotices, Notices
    from .resources.vessels import AsyncVessels, Vessels

_SERVICE = Service(
    user_agent="harbour-client/0.1.0",
    base_url="https://{region}.harbour.example/{version}",
    servers={
        "live": "https://{region}.harbour.example/{version}",
        "sandbox": "https://sandbox.harbour.example/v2",
    },
    base_url_environment="HARBOUR_BASE_URL",
    log_environment="HARBOUR_LOG",
    variables={"region": "north", "version": "v2"},
    schemes={
        "api_key": ApiKey("header", "X-Api-Key", environment=("HARBOUR_API_KEY",)),
        "app_id": ApiKey(
            "query", "app_id", arguments=("app_id",), environment=("HARBOUR_APP_ID",)
        ),
        "basic": Basic(environment=("HARBOUR_USERNAME", "HARBOUR_PASSWORD")),
        "bearer": Bearer(environment=("HARBOUR_TOKEN",)),
        "login": Bearer(
            arguments=("access_token",), environment=("HARBOUR_ACCESS_TOKEN",)
        ),
        "oauth": OAuth2(
            token_url="https://login.harbour.example/token",
            grants=("client_credentials",),
            takes=("access_token", "client_id", "client_secret", "scopes", "token_url"),
            environment=(
                "HARBOUR_ACCESS_TOKEN",
                "HARBOUR_CLIENT_ID",
                "HARBOUR_CLIENT_SECRET",
                "HARBOUR_SCOPES",
                "HARBOUR_TOKEN_URL",
            ),
        ),
    },
    security=(("api_key",), ("oauth",)),
)


class Client(BaseClient):
    """The API of a harbour.

    It books berths, follows vessels and keeps the papers of their cargo.

    - Times are UTC.
    - Amounts are in the smallest unit of a currency.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        base_url: Base URL of the API. Overrides the default.
        server: Name of the server to use.
            - `"live"`: Live.
            - `"sandbox"`: For trying things out.
        region: Which harbour.

            One of `north`, `south`.
        version: Value of `version` in the base URL.
        api_key: API key.
        app_id: API key.
        username: User name for basic authentication.
        password: Password for basic authentication.
        token: Bearer token.
        access_token: OAuth 2 access token.
        client_id: OAuth 2 client ID, used to fetch access tokens.
        client_secret: OAuth 2 client secret, used to fetch access tokens.
        scopes: Scopes to request. If omitted, the authorization server decides.

            Available scopes: `read`, `write`.
        token_url: URL of the token endpoint. Overrides the default.
        timeout: Timeout in seconds for connect, read, write and pool, or an
            `httpx2.Timeout`. Defaults to 5 for connect and 60 for the others; None
            disables it.
        deadline: Maximum total time of a call in seconds, including retries; None
            disables it.
        max_retries: Maximum number of retries per call. Defaults to 2.
        headers: Additional headers for every request; `omit` removes a default header.
        query: Additional query parameters for every request.
        hooks: Event hooks, called before each request, after each response and before
            each retry.
        http_client: Custom `httpx2.Client`, for example with a proxy or client
            certificates. It is not closed with this client.
        transport: Transport used to send requests instead of the network, for example
            in tests.
        http2: Whether to use HTTP/2 with servers that support it. Requires the `http2`
            extra.
        response_validation: How to treat responses that do not match their schema:
            `"lenient"` keeps mismatched values as received and issues a
            `ResponseValidationWarning` once per operation, `"warn"` issues one for each
            response, `"strict"` raises `APIDecodeError`.
        max_response_bytes: Maximum size of a response body in bytes, after
            decompression. Defaults to 1 GiB; None disables it. Streams and downloads
            are not limited.
        allow_insecure_http: Whether to allow sending credentials over unencrypted HTTP.
            Requests to the local host are always allowed.
        allow_cross_origin_body: Whether to follow redirects that send the request body
            to another origin.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        server: Literal["live", "sandbox"] | None = None,
        region: str | None = None,
        version: str | None = None,
        api_key: str | None = None,
        app_id: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token: str | TokenProvider | None = None,
        access_token: str | TokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        scopes: str | Sequence[str] | None = None,
        token_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Mapping[str, str | Omit] | None = None,
        query: Mapping[str, object] | None = None,
        hooks: Hooks | None = None,
        http_client: httpx2.Client | None = None,
        transport: httpx2.BaseTransport | None = None,
        http2: bool = False,
        response_validation: ResponseValidation = "lenient",
        max_response_bytes: int | None = DEFAULT_MAX_RESPONSE_BYTES,
        allow_insecure_http: bool = False,
        allow_cross_origin_body: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={
                "api_key": api_key,
                "app_id": app_id,
                "basic": (username, password),
                "bearer": token,
                "login": access_token,
                "oauth": (access_token, client_id, client_secret, scopes, token_url),
            },
            variables={"region": region, "version": version},
            base_url=base_url,
            server=server,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            headers=headers,
            query=query,
            hooks=hooks,
            http_client=http_client,
            transport=transport,
            http2=http2,
            response_validation=response_validation,
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
        )

    @cached_property
    def berths(self) -> Berths:
        """Places to moor."""
        from .resources.berths import Berths

        return Berths(self)

    @cached_property
    def cargo(self) -> CargoResource:
        """Cargo: `search`."""
        from .resources.cargo import CargoResource

        return CargoResource(self)

    @cached_property
    def manifests(self) -> Manifests:
        """Manifests: `replace`."""
        from .resources.manifests import Manifests

        return Manifests(self)

    @cached_property
    def movements(self) -> Movements:
        """Movements: `stream`."""
        from .resources.movements import Movements

        return Movements(self)

    @cached_property
    def notices(self) -> Notices:
        """Notices: `create` and `clear`."""
        from .resources.notices import Notices

        return Notices(self)

    @cached_property
    def vessels(self) -> Vessels:
        """Ships that call at the harbour."""
        from .resources.vessels import Vessels

        return Vessels(self)


class AsyncClient(AsyncBaseClient):
    """Asynchronous version of `Client`.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        base_url: Base URL of the API. Overrides the default.
        server: Name of the server to use.
            - `"live"`: Live.
            - `"sandbox"`: For trying things out.
        region: Which harbour.

            One of `north`, `south`.
        version: Value of `version` in the base URL.
        api_key: API key.
        app_id: API key.
        username: User name for basic authentication.
        password: Password for basic authentication.
        token: Bearer token.
        access_token: OAuth 2 access token.
        client_id: OAuth 2 client ID, used to fetch access tokens.
        client_secret: OAuth 2 client secret, used to fetch access tokens.
        scopes: Scopes to request. If omitted, the authorization server decides.

            Available scopes: `read`, `write`.
        token_url: URL of the token endpoint. Overrides the default.
        timeout: Timeout in seconds for connect, read, write and pool, or an
            `httpx2.Timeout`. Defaults to 5 for connect and 60 for the others; None
            disables it.
        deadline: Maximum total time of a call in seconds, including retries; None
            disables it.
        max_retries: Maximum number of retries per call. Defaults to 2.
        headers: Additional headers for every request; `omit` removes a default header.
        query: Additional query parameters for every request.
        hooks: Event hooks, called before each request, after each response and before
            each retry.
        http_client: Custom `httpx2.AsyncClient`, for example with a proxy or client
            certificates. It is not closed with this client.
        transport: Transport used to send requests instead of the network, for example
            in tests.
        http2: Whether to use HTTP/2 with servers that support it. Requires the `http2`
            extra.
        response_validation: How to treat responses that do not match their schema:
            `"lenient"` keeps mismatched values as received and issues a
            `ResponseValidationWarning` once per operation, `"warn"` issues one for each
            response, `"strict"` raises `APIDecodeError`.
        max_response_bytes: Maximum size of a response body in bytes, after
            decompression. Defaults to 1 GiB; None disables it. Streams and downloads
            are not limited.
        allow_insecure_http: Whether to allow sending credentials over unencrypted HTTP.
            Requests to the local host are always allowed.
        allow_cross_origin_body: Whether to follow redirects that send the request body
            to another origin.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        server: Literal["live", "sandbox"] | None = None,
        region: str | None = None,
        version: str | None = None,
        api_key: str | None = None,
        app_id: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token: str | AsyncTokenProvider | None = None,
        access_token: str | AsyncTokenProvider | None = None,
        client_id: str | None = None,
        client_secret: str | None = None,
        scopes: str | Sequence[str] | None = None,
        token_url: str | None = None,
        timeout: Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        headers: Mapping[str, str | Omit] | None = None,
        query: Mapping[str, object] | None = None,
        hooks: Hooks | None = None,
        http_client: httpx2.AsyncClient | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
        http2: bool = False,
        response_validation: ResponseValidation = "lenient",
        max_response_bytes: int | None = DEFAULT_MAX_RESPONSE_BYTES,
        allow_insecure_http: bool = False,
        allow_cross_origin_body: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={
                "api_key": api_key,
                "app_id": app_id,
                "basic": (username, password),
                "bearer": token,
                "login": access_token,
                "oauth": (access_token, client_id, client_secret, scopes, token_url),
            },
            variables={"region": region, "version": version},
            base_url=base_url,
            server=server,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            headers=headers,
            query=query,
            hooks=hooks,
            http_client=http_client,
            transport=transport,
            http2=http2,
            response_validation=response_validation,
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
        )

    @cached_property
    def berths(self) -> AsyncBerths:
        """Places to moor."""
        from .resources.berths import AsyncBerths

        return AsyncBerths(self)

    @cached_property
    def cargo(self) -> AsyncCargoResource:
        """Cargo: `search`."""
        from .resources.cargo import AsyncCargoResource

        return AsyncCargoResource(self)

    @cached_property
    def manifests(self) -> AsyncManifests:
        """Manifests: `replace`."""
        from .resources.manifests import AsyncManifests

        return AsyncManifests(self)

    @cached_property
    def movements(self) -> AsyncMovements:
        """Movements: `stream`."""
        from .resources.movements import AsyncMovements

        return AsyncMovements(self)

    @cached_property
    def notices(self) -> AsyncNotices:
        """Notices: `create` and `clear`."""
        from .resources.notices import AsyncNotices

        return AsyncNotices(self)

    @cached_property
    def vessels(self) -> AsyncVessels:
        """Ships that call at the harbour."""
        from .resources.vessels import AsyncVessels

        return AsyncVessels(self)
