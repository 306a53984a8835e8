"""The clients of Lighthouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AsyncBaseClient,
    BaseClient,
    Omit,
    ResponseValidation,
    Service,
    Timeout,
    cached_property,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime import Hooks
    from .resources.beacons import AsyncBeacons, Beacons
    from .resources.buoys import AsyncBuoys, Buoys
    from .resources.keepers import AsyncKeepers, Keepers
    from .resources.logs import AsyncLogs, Logs
    from .resources.ships import AsyncShips, Ships
    from .resources.signals import AsyncSignals, Signals
    from .resources.storms import AsyncStorms, Storms
    from .resources.tides import AsyncTides, Tides
    from .resources.visits import AsyncVisits, Visits
    from .resources.wrecks import AsyncWrecks, Wrecks

_SERVICE = Service(
    user_agent="lighthouse/0.1.0",
    base_url="https://lighthouse.example.com/v1",
    base_url_environment="LIGHTHOUSE_BASE_URL",
    log_environment="LIGHTHOUSE_LOG",
)


class Client(BaseClient):
    """Client of Lighthouse.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        timeout: Seconds for each step of a call; None waits for ever.
        deadline: Seconds for each call as a whole, retries included; None for no limit.
        max_retries: How often a call may be tried again.
        headers: Headers for every call.
        query: Query parameters for every call.
        hooks: Functions to call around each request.
        http_client: An `httpx2.Client` of your own: proxies, certificates.
        transport: What carries requests in place of connections, as in tests.
        http2: Whether to speak HTTP/2 with servers that know it; needs the extra
            `http2`.
        response_validation: What to do with an answer unlike its description.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
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
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={},
            variables={},
            base_url=base_url,
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
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def beacons(self) -> Beacons:
        """Beacons: `list` and `search`."""
        from .resources.beacons import Beacons

        return Beacons(self)

    @cached_property
    def buoys(self) -> Buoys:
        """Buoys: `list`."""
        from .resources.buoys import Buoys

        return Buoys(self)

    @cached_property
    def keepers(self) -> Keepers:
        """Keepers: `list`."""
        from .resources.keepers import Keepers

        return Keepers(self)

    @cached_property
    def logs(self) -> Logs:
        """Logs: `list`."""
        from .resources.logs import Logs

        return Logs(self)

    @cached_property
    def ships(self) -> Ships:
        """Ships: `list`."""
        from .resources.ships import Ships

        return Ships(self)

    @cached_property
    def signals(self) -> Signals:
        """Signals: `list`."""
        from .resources.signals import Signals

        return Signals(self)

    @cached_property
    def storms(self) -> Storms:
        """Storms: `list`."""
        from .resources.storms import Storms

        return Storms(self)

    @cached_property
    def tides(self) -> Tides:
        """Tides: `list`."""
        from .resources.tides import Tides

        return Tides(self)

    @cached_property
    def visits(self) -> Visits:
        """Visits: `list`."""
        from .resources.visits import Visits

        return Visits(self)

    @cached_property
    def wrecks(self) -> Wrecks:
        """Wrecks: `list`."""
        from .resources.wrecks import Wrecks

        return Wrecks(self)


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for use with `await`.

    Every method takes `options`: timeout, headers, retries and the rest, for that call
    alone. It raises an `APIStatusError` where the API answers with an error status.

    Args:
        base_url: Where the API is, if not where it usually is.
        timeout: Seconds for each step of a call; None waits for ever.
        deadline: Seconds for each call as a whole, retries included; None for no limit.
        max_retries: How often a call may be tried again.
        headers: Headers for every call.
        query: Query parameters for every call.
        hooks: Functions to call around each request.
        http_client: An `httpx2.AsyncClient` of your own: proxies, certificates.
        transport: What carries requests in place of connections, as in tests.
        http2: Whether to speak HTTP/2 with servers that know it; needs the extra
            `http2`.
        response_validation: What to do with an answer unlike its description.
        allow_insecure_http: Whether credentials may travel over plain http.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
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
        allow_insecure_http: bool = False,
    ) -> None:
        super().__init__(
            _SERVICE,
            credentials={},
            variables={},
            base_url=base_url,
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
            allow_insecure_http=allow_insecure_http,
        )

    @cached_property
    def beacons(self) -> AsyncBeacons:
        """Beacons: `list` and `search`."""
        from .resources.beacons import AsyncBeacons

        return AsyncBeacons(self)

    @cached_property
    def buoys(self) -> AsyncBuoys:
        """Buoys: `list`."""
        from .resources.buoys import AsyncBuoys

        return AsyncBuoys(self)

    @cached_property
    def keepers(self) -> AsyncKeepers:
        """Keepers: `list`."""
        from .resources.keepers import AsyncKeepers

        return AsyncKeepers(self)

    @cached_property
    def logs(self) -> AsyncLogs:
        """Logs: `list`."""
        from .resources.logs import AsyncLogs

        return AsyncLogs(self)

    @cached_property
    def ships(self) -> AsyncShips:
        """Ships: `list`."""
        from .resources.ships import AsyncShips

        return AsyncShips(self)

    @cached_property
    def signals(self) -> AsyncSignals:
        """Signals: `list`."""
        from .resources.signals import AsyncSignals

        return AsyncSignals(self)

    @cached_property
    def storms(self) -> AsyncStorms:
        """Storms: `list`."""
        from .resources.storms import AsyncStorms

        return AsyncStorms(self)

    @cached_property
    def tides(self) -> AsyncTides:
        """Tides: `list`."""
        from .resources.tides import AsyncTides

        return AsyncTides(self)

    @cached_property
    def visits(self) -> AsyncVisits:
        """Visits: `list`."""
        from .resources.visits import AsyncVisits

        return AsyncVisits(self)

    @cached_property
    def wrecks(self) -> AsyncWrecks:
        """Wrecks: `list`."""
        from .resources.wrecks import AsyncWrecks

        return AsyncWrecks(self)
