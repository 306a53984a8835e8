"""Synchronous and asynchronous clients for Lighthouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import (
    DEFAULT_MAX_RESPONSE_BYTES,
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
    """Client for Lighthouse.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        base_url: Base URL of the API. Overrides the default.
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
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
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
    """Asynchronous version of `Client`.

    Every method accepts `options` that override the settings of the client for one
    call, such as timeout, headers and retries, and raises an `APIStatusError` if the
    API returns an error status.

    Args:
        base_url: Base URL of the API. Overrides the default.
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
            max_response_bytes=max_response_bytes,
            allow_insecure_http=allow_insecure_http,
            allow_cross_origin_body=allow_cross_origin_body,
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
