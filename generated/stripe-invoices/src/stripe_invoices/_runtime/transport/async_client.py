"""Async client: the request loop, in which all I/O of async calls takes place."""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, Unpack, cast

from ..hooks.results import await_result
from ..omission import omit
from ..request.settings import NO_VALUES, Arguments
from ..response.reply import Reply, capture, record
from .async_pool import AsyncPool
from .core import ClientCore
from .pool import (
    check_exclusive,
    check_http_client,
    check_transport_type,
    make_http_async,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping
    from types import TracebackType

    import httpx2

    from ..operation import Operation, Service
    from ..options import ClientOptions, Options
    from ..request.security import Credential
    from ..response.chunks import BodyLimit
    from .call import Call

P = ParamSpec("P")
T = TypeVar("T")


class AsyncClient(ClientCore["httpx2.AsyncClient"]):
    """Async client that sends requests and decodes their responses.

    All I/O of async calls takes place in this class.
    """

    def __init__(  # noqa: PLR0913 (one for each part of a client)
        self,
        service: Service,
        *,
        credentials: Mapping[str, Credential] | None = None,
        variables: Mapping[str, str | None] | None = None,
        server: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        transport: httpx2.AsyncBaseTransport | None = None,
        http2: bool = False,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No connection is opened until the first call.

        Args:
            service: The API.
            credentials: Credentials by key of the security scheme: a secret, or a tuple
                such as user name and password. Values that are None are read from the
                environment.
            variables: Values of the variables in the server URL.
            server: Name of the server to call. Overrides the default server.
            http_client: `httpx2.AsyncClient` that sends the requests, for example with
                custom proxies or certificates. It can be used in one event loop, and is
                not closed by `close()`.
            transport: Transport that sends the requests instead of network connections,
                for example in tests. It is closed by `close()`.
            http2: Whether to use HTTP/2 with servers that support it. Requires the
                `h2` package.
            options: Further settings; see `ClientOptions`.

        Raises:
            SDKError: If the base URL is invalid, a variable of the server URL has no
                value, the server is unknown, or the `h2` package is not installed.
            TypeError: If `http_client` is not an `httpx2.AsyncClient`, `transport` not
                an async transport, or an option does not exist or has an invalid type.
            ValueError: If the value of an option is invalid, or options exclude each
                other, such as `http_client` and `transport`.
        """
        check_http_client(http_client, "AsyncClient")
        check_transport_type(transport, "handle_async_request")
        check_exclusive(
            http_client, transport, http2=http2, user_agent=service.user_agent
        )
        self._async_pool = AsyncPool(
            http_client, lambda: make_http_async(transport, http2=http2), transport
        )
        super().__init__(
            service,
            self._async_pool,
            credentials=credentials or {},
            variables=variables or {},
            server=server,
            options=options,
        )

    async def request(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NO_VALUES,
        query: Mapping[str, object] = NO_VALUES,
        headers: Mapping[str, object] = NO_VALUES,
        cookies: Mapping[str, object] = NO_VALUES,
        body: object = omit,
        options: Options | None = None,
    ) -> T:
        """Call an operation and return the decoded response.

        Args:
            operation: The operation to call.
            path: Values of the path parameters, by name in the document.
            query: Query parameters, by name in the document.
            headers: Header parameters, by name in the document.
            cookies: Cookie parameters, by name in the document.
            body: Request body; `omit` for none.
            options: Settings of this call, which override those of the client.

        Raises:
            APIStatusError: If the API returns an error status.
            APIConnectionError: If the API cannot be reached or the connection is lost.
            APITimeoutError: If the API does not respond in time.
            APIDecodeError: If the response cannot be decoded as its documented type.
            SDKError: If the request cannot be made, for example because a credential
                is missing.
            OSError: If a file to upload does not exist.
            TypeError: If an argument cannot be sent, or an option does not exist.
            ValueError: If the value of an argument or option is invalid.
        """
        call = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        response = await self._execute(call)
        record(response, call)
        return cast("T", call.result(response))

    def with_response(
        self, method: Callable[P, Awaitable[T]]
    ) -> Callable[P, Coroutine[Any, Any, Reply[T]]]:
        """Return a method that returns a `Reply`: the data with the HTTP response.

            reply = await client.with_response(client.invoices.retrieve)("in_1")
            print(reply.status_code, reply.headers, reply.data)

        Args:
            method: A method of this client or of one of its resources.

        Returns:
            A method with the same parameters. It raises `SDKError` if `method` does not
            call the API.
        """

        @wraps(method)
        async def call(*args: P.args, **kwargs: P.kwargs) -> Reply[T]:
            with capture() as captured:
                data = await method(*args, **kwargs)
            return captured.reply(data)

        return call

    async def close(self) -> None:
        """Close the client and its connections.

        An `http_client` that was passed to the constructor stays open. Closing a copy
        made by `with_options` does not close the connections, which it shares with the
        original client. Connections of event loops in other threads are closed there,
        without waiting for it.
        """
        self._is_closed = True
        if not self._is_copy:
            await self._async_pool.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _execute(self, call: Call) -> httpx2.Response:
        """Send the requests of a call and return its final response.

        This includes retries, redirects and token refreshes.

        Raises:
            APIStatusError: If the API returns an error status.
            APIConnectionError: If the API cannot be reached or the connection is lost.
            SDKError: If the request cannot be made.
        """
        import httpx2  # loaded by the first call

        http, observer = self._open(), call.observer
        while True:
            if call.prepared.slots:
                await self._insert_tokens(call)
            request = call.next_request(http)
            if observer:
                await await_result(observer.on_request(call, request))
            try:
                response = await self._send(http, call, request)
            except httpx2.RequestError as failure:
                delay = call.handle_failure(failure)
            else:
                outcome = await self._handle_response(call, response)
                if outcome is None:
                    return response
                delay = outcome
            if observer:
                await await_result(observer.on_retry(call, delay))
            if delay:
                await self._clock.sleep_async(delay)

    async def _insert_tokens(self, call: Call) -> None:
        """Set the headers that contain a token. Overridden by clients with tokens."""

    async def _handle_response(
        self, call: Call, response: httpx2.Response
    ) -> float | None:
        """Return the delay before the next request; None if a response is final.

        The response is closed if this raises.
        """
        try:
            if call.observer:
                await await_result(call.observer.on_response(call, response))
            return call.handle_response(response)
        except BaseException:
            await response.aclose()
            raise

    async def _send(
        self, http: httpx2.AsyncClient, call: Call, request: httpx2.Request
    ) -> httpx2.Response:
        """Send one request and read the response, unless its body is to be streamed."""
        if call.observer:
            call.observer.on_send(call, request)
        sending = self._receive(http, call, request)
        if call.deadline is None:
            return await sending
        return await call.deadline.wait_for(sending, request)

    async def _receive(
        self, http: httpx2.AsyncClient, call: Call, request: httpx2.Request
    ) -> httpx2.Response:
        import httpx2

        response = await http.send(
            request,
            auth=None if call.prepared.cross_origin else httpx2.USE_CLIENT_DEFAULT,
            follow_redirects=False,
            stream=True,
        )
        if not call.keeps_body_open(response):
            limit = call.body_limit(response)
            if not await _load_read_body()(response, limit):
                call.handle_excess(response, limit)
        return response


@cache
def _load_read_body() -> Callable[[httpx2.Response, BodyLimit], Awaitable[bool]]:
    # Cached, because an import statement takes longer than reading a small body.
    from ..response.chunks import read_body_async

    return read_body_async
