"""The clients of Lookout."""

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
