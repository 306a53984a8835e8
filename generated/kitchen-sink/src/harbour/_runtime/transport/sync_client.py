"""Sync client: the request loop, in which all I/O of sync calls takes place."""

from __future__ import annotations

from functools import cache, wraps
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar, Unpack, cast

from ..hooks.results import reject_awaitable
from ..omission import omit
from ..request.settings import NO_VALUES, Arguments
from ..response.reply import Reply, capture, record
from .core import ClientCore
from .pool import (
    Pool,
    check_exclusive,
    check_http_client,
    check_transport_type,
    make_http,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    import httpx2

    from ..operation import Operation, Service
    from ..options import ClientOptions, Options
    from ..request.security import Credential
    from ..response.chunks import BodyLimit
    from .call import Call

P = ParamSpec("P")
T = TypeVar("T")


class SyncClient(ClientCore["httpx2.Client"]):
    """Client that sends requests and decodes their responses.

    All I/O of sync calls takes place in this class.
    """

    def __init__(  # noqa: PLR0913 (one for each part of a client)
        self,
        service: Service,
        *,
        credentials: Mapping[str, Credential] | None = None,
        variables: Mapping[str, str | None] | None = None,
        server: str | None = None,
        http_client: httpx2.Client | None = None,
        transport: httpx2.BaseTransport | None = None,
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
            http_client: `httpx2.Client` that sends the requests, for example with
                custom proxies or certificates. It is not closed by `close()`.
            transport: Transport that sends the requests instead of network connections,
                for example in tests. It is closed by `close()`.
            http2: Whether to use HTTP/2 with servers that support it. Requires the
                `h2` package.
            options: Further settings; see `ClientOptions`.

        Raises:
            SDKError: If the base URL is invalid, a variable of the server URL has no
                value, the server is unknown, or the `h2` package is not installed.
            TypeError: If `http_client` is not an `httpx2.Client`, `transport` not a
                sync transport, or an option does not exist or has an invalid type.
            ValueError: If the value of an option is invalid, or options exclude each
                other, such as `http_client` and `transport`.
        """
        check_http_client(http_client, "Client")
        check_transport_type(transport, "handle_request")
        check_exclusive(
            http_client, transport, http2=http2, user_agent=service.user_agent
        )
        super().__init__(
            service,
            Pool(http_client, lambda: make_http(transport, http2=http2)),
            credentials=credentials or {},
            variables=variables or {},
            server=server,
            options=options,
        )

    def request(  # noqa: PLR0913 (one for each part of a request)
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
        response = self._execute(call)
        record(response, call)
        return cast("T", call.result(response))

    def with_response(self, method: Callable[P, T]) -> Callable[P, Reply[T]]:
        """Return a method that returns a `Reply`: the data with the HTTP response.

            reply = client.with_response(client.invoices.retrieve)("in_1")
            print(reply.status_code, reply.headers, reply.data)

        Args:
            method: A method of this client or of one of its resources.

        Returns:
            A method with the same parameters. It raises `SDKError` if `method` does not
            call the API.
        """

        @wraps(method)
        def call(*args: P.args, **kwargs: P.kwargs) -> Reply[T]:
            with capture() as captured:
                data = method(*args, **kwargs)
            return captured.reply(data)

        return call

    def close(self) -> None:
        """Close the client and its connections.

        An `http_client` that was passed to the constructor stays open. Closing a copy
        made by `with_options` does not close the connections, which it shares with the
        original client.
        """
        if http := self._release():
            http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _execute(self, call: Call) -> httpx2.Response:
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
                self._insert_tokens(call)
            request = call.next_request(http)
            if observer:
                reject_awaitable(observer.on_request(call, request))
            try:
                response = self._send(http, call, request)
            except httpx2.RequestError as failure:
                delay = call.handle_failure(failure)
            else:
                outcome = self._handle_response(call, response)
                if outcome is None:
                    return response
                delay = outcome
            if observer:
                reject_awaitable(observer.on_retry(call, delay))
            if delay:
                self._clock.sleep(delay)

    def _insert_tokens(self, call: Call) -> None:
        """Set the headers that contain a token. Overridden by clients with tokens."""

    def _handle_response(self, call: Call, response: httpx2.Response) -> float | None:
        """Return the delay before the next request; None if a response is final.

        The response is closed if this raises.
        """
        try:
            if call.observer:
                reject_awaitable(call.observer.on_response(call, response))
            return call.handle_response(response)
        except BaseException:
            response.close()
            raise

    def _send(
        self, http: httpx2.Client, call: Call, request: httpx2.Request
    ) -> httpx2.Response:
        """Send one request and read the response, unless its body is to be streamed."""
        if call.observer:
            call.observer.on_send(call, request)
        import httpx2

        response = http.send(
            request,
            auth=None if call.prepared.cross_origin else httpx2.USE_CLIENT_DEFAULT,
            follow_redirects=False,
            stream=True,
        )
        if call.keeps_body_open(response):
            return response
        if call.deadline is not None:
            call.deadline.limit(response)
        limit = call.body_limit(response)
        if not _load_read_body()(response, limit):
            call.handle_excess(response, limit)
        return response


@cache
def _load_read_body() -> Callable[[httpx2.Response, BodyLimit], bool]:
    # Cached, because an import statement takes longer than reading a small body.
    from ..response.chunks import read_body

    return read_body
