"""Common base of the sync and the async client."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING, Generic, Self, TypeVar, Unpack

from ..cached import cached_property
from ..errors import ClientClosedError
from ..hooks.logs import LOGGER, configure_log
from ..request.security import collect_credentials
from ..request.settings import NO_OPTIONS, Arguments, Settings, resolve_limits
from ..request.url import find_base_url, redact_url
from ..response.reply import is_body_wanted
from .clock import SYSTEM_CLOCK
from .request_cache import RequestCache

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..hooks.hooks import Hooks
    from ..hooks.observer import CallObserver
    from ..operation import Operation, Service
    from ..options import ClientOptions, Options
    from ..request.builder import RequestBuilder
    from ..request.security import Credential
    from .call import Call
    from .pool import Pool

C = TypeVar("C", "httpx2.Client", "httpx2.AsyncClient")


class ClientCore(Generic[C]):
    """State and settings of a client, without I/O."""

    def __init__(
        self,
        service: Service,
        pool: Pool[C],
        *,
        credentials: Mapping[str, Credential],
        variables: Mapping[str, str | None],
        server: str | None,
        options: ClientOptions,
    ) -> None:
        base_url, is_chosen = find_base_url(
            service, options.get("base_url"), variables, server
        )
        settings = Settings(
            base_url=base_url,
            base_url_chosen=is_chosen,
            credentials=collect_credentials(service.schemes, credentials, base_url),
        )
        self._service = service
        self._pool: Pool[C] = pool
        self._clock = SYSTEM_CLOCK
        self._is_closed = False
        self._is_copy = False
        self._use(settings.with_options(**options))
        configure_log(service.log_environment)

    def _use(self, settings: Settings) -> None:
        self._settings = settings
        self._limits = resolve_limits(settings, NO_OPTIONS)
        self._builder: RequestBuilder | None = None
        self._request_cache = RequestCache()

    def _request_builder(self) -> RequestBuilder:
        """Return the `RequestBuilder` of requests; the first call loads its module."""
        if self._builder is None:
            from ..request.builder import RequestBuilder

            self._builder = RequestBuilder(
                self._service, self._settings, self._pool.authenticates
            )
        return self._builder

    def __repr__(self) -> str:
        url = self._settings.base_url
        shown = repr(redact_url(url)) if url else "None"
        return f"<{type(self).__name__} base_url={shown}>"

    @property
    def base_url(self) -> str | None:
        """Base URL of the API; None if it is not known."""
        return self._settings.base_url

    @property
    def is_closed(self) -> bool:
        """Whether `close()` was called on this client or on the one it is a copy of."""
        return self._is_closed or self._pool.is_closed

    def with_options(self, **options: Unpack[ClientOptions]) -> Self:
        """Return a copy of the client with other settings.

            client.with_options(timeout=10.0, max_retries=0).invoices.list()

        The copy shares the connections of this client. Closing the copy leaves this
        client open; closing this client closes both.

        Args:
            options: Settings to replace; see `ClientOptions`. Headers and query
                parameters are merged with those of this client.

        Raises:
            SDKError: If the base URL is invalid.
            TypeError: If an option does not exist.
            ValueError: If the value of an option is invalid.
        """
        kind = type(self)
        copy = kind.__new__(kind)
        # Cached resources refer to this client; the copy creates its own.
        copy.__dict__ = {
            name: value
            for name, value in vars(self).items()
            if not isinstance(getattr(kind, name, None), cached_property)
        }
        copy._is_copy = True
        copy._use(self._settings.with_options(**options))
        return copy

    def _open(self) -> C:
        """Return the HTTP client.

        Raises:
            ClientClosedError: If the client is closed.
        """
        if self._is_closed:
            raise ClientClosedError("The client is closed.")
        return self._pool.get()

    def _release(self) -> C | None:
        """Mark the client as closed and return the HTTP client to close, if any."""
        self._is_closed = True
        return None if self._is_copy else self._pool.release()

    def _begin(
        self,
        operation: Operation[object],
        arguments: Arguments,
        options: Options | None,
    ) -> Call:
        """Prepare a call and return its initial state.

        Raises:
            OSError: If a file to upload does not exist.
            SDKError: If the request cannot be made; see `RequestBuilder.build`.
            TypeError: If an argument or option has an invalid type or does not exist.
            ValueError: If an argument or option has an invalid value.
        """
        given = options or NO_OPTIONS
        limits = resolve_limits(self._settings, given) if given else self._limits
        try:
            prepared = self._request_builder().build(operation, arguments, given)
        except (RecursionError, UnicodeEncodeError) as error:
            from ..encoding.values import unsendable

            raise unsendable(error) from None
        return _load_call()(
            operation,
            prepared,
            limits,
            self._service.models,
            self._clock,
            self._make_observer(self._settings.hooks),
            self._request_cache,
            streams_body=is_body_wanted(),
        )

    def _make_observer(self, hooks: Hooks | None) -> CallObserver | None:
        """Return the observer of a call; None without hooks and log."""
        if hooks is None and not LOGGER.isEnabledFor(logging.INFO):
            return None
        from ..hooks.observer import CallObserver

        return CallObserver(hooks, self._clock)


@cache
def _load_call() -> type[Call]:
    # Loaded by the first call, and cached because an import statement would cost each
    # further call more time than its credentials do.
    from .call import Call

    return Call
