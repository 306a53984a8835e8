"""The clients of Harbour."""

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
    from typing import Literal

    import httpx2

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
    variables={"region": "north", "version": "v2"},
    schemes={
        "api_key": ApiKey("header", "X-Api-Key", environment=("HARBOUR_API_KEY",)),
        "app_id": ApiKey(
            "query", "app_id", arguments=("app_id",), environment=("HARBOUR_APP_ID",)
        ),
        "basic": Basic(environment=("HARBOUR_USERNAME", "HARBOUR_PASSWORD")),
        "bearer": Bearer(environment=("HARBOUR_TOKEN",)),
        "login": Bearer(
            arguments=("login_access_token",),
            environment=("HARBOUR_LOGIN_ACCESS_TOKEN",),
        ),
        "oauth": Bearer(
            arguments=("oauth_access_token",),
            environment=("HARBOUR_OAUTH_ACCESS_TOKEN",),
        ),
    },
    security=(("api_key",), ("oauth",)),
)


class Client(BaseClient):
    """The API of a harbour.

    It books berths, follows vessels and keeps the papers of their cargo.

    - Times are UTC.
    - Amounts are in the smallest unit of a currency.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        server: Which of the API's servers to call.
            - `"live"`: Live.
            - `"sandbox"`: For trying things out.
        region: Which harbour.
            One of `north`, `south`.
        version: `version` of the base URL.
        api_key: The API key.
        app_id: The API key.
        username: The user name.
        password: The password.
        token: The bearer token.
        login_access_token: An OpenID Connect access token.
        oauth_access_token: An OAuth 2 access token.
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
        server: Literal["live", "sandbox"] | None = None,
        region: str | None = None,
        version: str | None = None,
        api_key: str | None = None,
        app_id: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token: str | None = None,
        login_access_token: str | None = None,
        oauth_access_token: str | None = None,
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
                "api_key": api_key,
                "app_id": app_id,
                "basic": (username, password),
                "bearer": token,
                "login": login_access_token,
                "oauth": oauth_access_token,
            },
            variables={"region": region, "version": version},
            base_url=base_url,
            server=server,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            query=query,
            http_client=http_client,
            response_validation=response_validation,
            allow_insecure_http=allow_insecure_http,
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
    """The same as `Client`, for use with `await`.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        server: Which of the API's servers to call.
            - `"live"`: Live.
            - `"sandbox"`: For trying things out.
        region: Which harbour.
            One of `north`, `south`.
        version: `version` of the base URL.
        api_key: The API key.
        app_id: The API key.
        username: The user name.
        password: The password.
        token: The bearer token.
        login_access_token: An OpenID Connect access token.
        oauth_access_token: An OAuth 2 access token.
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
        server: Literal["live", "sandbox"] | None = None,
        region: str | None = None,
        version: str | None = None,
        api_key: str | None = None,
        app_id: str | None = None,
        username: str | None = None,
        password: str | None = None,
        token: str | None = None,
        login_access_token: str | None = None,
        oauth_access_token: str | None = None,
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
                "api_key": api_key,
                "app_id": app_id,
                "basic": (username, password),
                "bearer": token,
                "login": login_access_token,
                "oauth": oauth_access_token,
            },
            variables={"region": region, "version": version},
            base_url=base_url,
            server=server,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            query=query,
            http_client=http_client,
            response_validation=response_validation,
            allow_insecure_http=allow_insecure_http,
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
