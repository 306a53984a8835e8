"""Synchronous and asynchronous clients for Lookout."""

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
    from .resources.archive import Archive, AsyncArchive
    from .resources.log import AsyncLog, Log
    from .resources.measurements import AsyncMeasurements, Measurements
    from .resources.pictures import AsyncPictures, Pictures
    from .resources.questions import AsyncQuestions, Questions
    from .resources.sightings import AsyncSightings, Sightings
    from .resources.weather import AsyncWeather, Weather

_SERVICE = Service(
    user_agent="lookout/0.1.0",
    base_url="https://lookout.example/v1",
    base_url_environment="LOOKOUT_BASE_URL",
    log_environment="LOOKOUT_LOG",
)


class Client(BaseClient):
    """Watches a coast, and tells what it sees while it happens.

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
    def archive(self) -> Archive:
        """Archive: `list`, `list_as_stream` and `export`."""
        from .resources.archive import Archive

        return Archive(self)

    @cached_property
    def log(self) -> Log:
        """Log: `retrieve`."""
        from .resources.log import Log

        return Log(self)

    @cached_property
    def measurements(self) -> Measurements:
        """Measurements: `list`."""
        from .resources.measurements import Measurements

        return Measurements(self)

    @cached_property
    def pictures(self) -> Pictures:
        """Pictures: `retrieve` and `replace`."""
        from .resources.pictures import Pictures

        return Pictures(self)

    @cached_property
    def questions(self) -> Questions:
        """Questions: `ask` and `ask_as_stream`."""
        from .resources.questions import Questions

        return Questions(self)

    @cached_property
    def sightings(self) -> Sightings:
        """Sightings: `follow` and `report`."""
        from .resources.sightings import Sightings

        return Sightings(self)

    @cached_property
    def weather(self) -> Weather:
        """Weather: `follow`."""
        from .resources.weather import Weather

        return Weather(self)


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
    def archive(self) -> AsyncArchive:
        """Archive: `list`, `list_as_stream` and `export`."""
        from .resources.archive import AsyncArchive

        return AsyncArchive(self)

    @cached_property
    def log(self) -> AsyncLog:
        """Log: `retrieve`."""
        from .resources.log import AsyncLog

        return AsyncLog(self)

    @cached_property
    def measurements(self) -> AsyncMeasurements:
        """Measurements: `list`."""
        from .resources.measurements import AsyncMeasurements

        return AsyncMeasurements(self)

    @cached_property
    def pictures(self) -> AsyncPictures:
        """Pictures: `retrieve` and `replace`."""
        from .resources.pictures import AsyncPictures

        return AsyncPictures(self)

    @cached_property
    def questions(self) -> AsyncQuestions:
        """Questions: `ask` and `ask_as_stream`."""
        from .resources.questions import AsyncQuestions

        return AsyncQuestions(self)

    @cached_property
    def sightings(self) -> AsyncSightings:
        """Sightings: `follow` and `report`."""
        from .resources.sightings import AsyncSightings

        return AsyncSightings(self)

    @cached_property
    def weather(self) -> AsyncWeather:
        """Weather: `follow`."""
        from .resources.weather import AsyncWeather

        return AsyncWeather(self)
