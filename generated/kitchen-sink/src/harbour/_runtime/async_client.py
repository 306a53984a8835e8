"""The async client that generated clients derive from."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, Unpack, cast

from .arguments import NOTHING, Arguments
from .async_driver import AsyncDriver
from .omission import omit
from .pool import Pool, check_alone, check_http_client, make_http_async
from .reply import Reply, capture, record

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

    import httpx2

    from .credentials import Credential
    from .download import AsyncDownload
    from .exchange import Exchange
    from .operation import Operation
    from .options import ClientOptions, Options
    from .pagerequest import PageRequest
    from .pages import AsyncPage, AsyncPager
    from .paging import PagedOperation
    from .service import Service
    from .stream import AsyncStream

P = ParamSpec("P")
D = TypeVar("D")
T = TypeVar("T")


class AsyncBaseClient(AsyncDriver):
    """A client of one API for asyncio. Tasks of one event loop may share it."""

    def __init__(  # noqa: PLR0913 (one for each thing that a client is made of)
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
        """Make a client. Nothing is sent or opened yet.

        Args:
            service: The API.
            credentials: Scheme key -> secret, or user name and password. What is None
                is read from the environment.
            variables: Values for the variables of the server URL.
            server: The name of the server to call, if not the usual one.
            http_client: The HTTP client to send with, for proxies and certificates of
                your own. It is not closed with this client.
            transport: What carries requests in place of connections, for tests and for
                transports of your own. It is closed with this client.
            http2: Whether HTTP/2 is spoken with servers that know it.
            options: See `ClientOptions`.

        Raises:
            SDKError: The base URL is none, or HTTP/2 is not installed.
            TypeError: The HTTP client is not an async one, or an option does not exist.
            ValueError: An option makes no sense, or not beside another one.
        """
        check_http_client(http_client, "AsyncClient")
        check_alone(http_client, transport, http2=http2, user_agent=service.user_agent)
        super().__init__(
            service,
            Pool(http_client, lambda: make_http_async(transport, http2=http2)),
            credentials=credentials or {},
            variables=variables or {},
            server=server,
            options=options,
        )

    async def request(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NOTHING,
        query: Mapping[str, object] = NOTHING,
        headers: Mapping[str, object] = NOTHING,
        cookies: Mapping[str, object] = NOTHING,
        body: object = omit,
        options: Options | None = None,
    ) -> T:
        """Make a call.

        Args:
            operation: What to call.
            path: Values of the path's placeholders.
            query: Query parameters.
            headers: Headers.
            cookies: Cookies.
            body: The body, or `omit`.
            options: Settings of this call alone.

        Raises:
            APIStatusError: The API answered with an error.
            APIConnectionError: The API could not be reached, or broke off.
            APIDecodeError: The answer is not what it should be.
            SDKError: The call cannot be made.
        """
        exchange = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        response = await self._exchange(exchange)
        record(response, exchange)
        return cast("T", exchange.result(response))

    def paginate(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: PagedOperation[T, D],
        *,
        path: Mapping[str, object] = NOTHING,
        query: Mapping[str, object] = NOTHING,
        headers: Mapping[str, object] = NOTHING,
        cookies: Mapping[str, object] = NOTHING,
        body: object = omit,
        options: Options | None = None,
    ) -> AsyncPager[T, D]:
        """Return a list that is read in pages; its arguments are those of `request`."""
        from .pagerequest import PageRequest  # many clients have no such list
        from .pages import AsyncPager

        arguments = Arguments(path, query, headers, cookies, body)
        return AsyncPager(PageRequest(operation, arguments, options), self._read_page)

    async def _read_page(self, request: PageRequest[T, D]) -> AsyncPage[T, D]:
        from .answeredpage import read_page
        from .pages import AsyncPage

        exchange = self._begin(request.operation, request.arguments, request.options)
        response = await self._exchange(request.aim(exchange))
        record(response, exchange)
        return AsyncPage(read_page(request, exchange, response), self._read_page)

    async def open_stream(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NOTHING,
        query: Mapping[str, object] = NOTHING,
        headers: Mapping[str, object] = NOTHING,
        cookies: Mapping[str, object] = NOTHING,
        body: object = omit,
        options: Options | None = None,
    ) -> AsyncStream[T]:
        """Return the items of an answer as they come; arguments as for `request`."""
        from .receiving import receive_async  # many clients have no streams
        from .stream import AsyncStream

        exchange = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        exchange.keeps_open = True
        response = await self._exchange(exchange)
        record(response, exchange)
        chunks = await receive_async(response)
        return AsyncStream(exchange, response, chunks, self._reopen)

    async def _reopen(self, exchange: Exchange, delay: float) -> httpx2.Response:
        await self._clock.sleep_async(delay)
        return await self._exchange(exchange)

    def with_response(
        self, method: Callable[P, Awaitable[T]]
    ) -> Callable[P, Coroutine[Any, Any, Reply[T]]]:
        """Return a method that also tells what came beside its data.

            reply = await client.with_response(client.invoices.retrieve)("in_1")

        Args:
            method: A method of this client or of one of its resources.
        """

        @wraps(method)
        async def call(*args: P.args, **kwargs: P.kwargs) -> Reply[T]:
            with capture() as captured:
                data = await method(*args, **kwargs)
            return captured.reply(data)

        return call

    def with_download(
        self, method: Callable[P, Awaitable[object]]
    ) -> Callable[P, AbstractAsyncContextManager[AsyncDownload]]:
        """Return a method whose answer is read piece by piece, or written to disk.

            async with client.with_download(client.files.content)("f_1") as download:
                await download.write_to("report.pdf")

        Args:
            method: A method of this client or of one of its resources. What it would
                return is not decoded.
        """
        from .download import open_async_download

        @wraps(method)
        def call(
            *args: P.args, **kwargs: P.kwargs
        ) -> AbstractAsyncContextManager[AsyncDownload]:
            return open_async_download(lambda: method(*args, **kwargs))

        return call

    async def close(self) -> None:
        """Close the connections, unless they belong to another client."""
        if http := self._release():
            await http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
