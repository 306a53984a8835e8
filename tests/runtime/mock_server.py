"""A mock server in memory, and clients that are connected to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qsl, urlsplit

import httpx2
from runtime import ANY, AsyncBaseClient, BaseClient, Operation, Service
from runtime.transport.clock import Clock

Kind: TypeAlias = Literal["sync", "async"]
KINDS: tuple[Kind, Kind] = ("sync", "async")

Outcome: TypeAlias = httpx2.Response | httpx2.RequestError
Handler: TypeAlias = Callable[[httpx2.Request], Outcome]

SERVICE = Service(user_agent="sample/1.0", base_url="https://api.example.com/v1")
GET: Operation[Any] = Operation("GET", "/things", returns=ANY)
POST: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="application/json"
)


def make_response(
    status: int = 200,
    value: object = None,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
) -> httpx2.Response:
    """Return a response whose body is `content`, or else `value` as JSON."""
    if content is None:
        content = b"" if value is None else json.dumps(value).encode()
        headers = {"content-type": "application/json", **(headers or {})}
    return httpx2.Response(status, headers=headers, content=content)


class MockServer:
    """Server that sends the given responses in order. It repeats the last one.

    It is also the clock of its clients: their delays take no real time. Responses take
    no time unless a handler adds to `spent`.

    Attributes:
        responses: Remaining responses, exceptions, or functions that return them.
        requests: The requests so far.
        waits: The delays of the clients in seconds.
        spent: Seconds that responses have taken so far.
    """

    def __init__(self, *responses: Outcome | Handler) -> None:
        self.responses = list(responses) or [make_response(value={})]
        self.requests: list[httpx2.Request] = []
        self.waits: list[float] = []
        self.spent = 0.0

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        response = (
            self.responses.pop(0) if len(self.responses) > 1 else self.responses[0]
        )
        result = response(request) if callable(response) else response
        if isinstance(result, httpx2.RequestError):
            result.request = request
            raise result
        # A response object can be returned only once.
        return httpx2.Response(
            result.status_code, headers=result.headers, content=result.content
        )

    @property
    def only_request(self) -> httpx2.Request:
        (request,) = self.requests
        return request

    @property
    def transport(self) -> httpx2.MockTransport:
        return httpx2.MockTransport(self.handle)

    def clock(self) -> Clock:
        async def sleep_async(seconds: float) -> None:
            self.waits.append(seconds)

        return Clock(
            now=lambda: 1_000_000_000.0,
            jitter=lambda: 1.0,
            sleep=self.waits.append,
            sleep_async=sleep_async,
            monotonic=lambda: sum(self.waits) + self.spent,
        )

    def client(self, service: Service = SERVICE, **options: Any) -> BaseClient:
        http = options.pop("http_client", None) or httpx2.Client(
            transport=self.transport
        )
        client = BaseClient(service, http_client=http, **options)
        vars(client)["_clock"] = self.clock()
        return client

    def async_client(
        self, service: Service = SERVICE, **options: Any
    ) -> AsyncBaseClient:
        http = httpx2.AsyncClient(transport=self.transport)
        client = AsyncBaseClient(service, http_client=http, **options)
        vars(client)["_clock"] = self.clock()
        return client

    def call(
        self,
        kind: Kind,
        operation: Operation[Any] = GET,
        *,
        service: Service = SERVICE,
        client: Mapping[str, Any] | None = None,
        **arguments: Any,
    ) -> Any:
        """Make a call with a new client."""
        if kind == "sync":
            with self.client(service, **(client or {})) as opened:
                return opened.request(operation, **arguments)

        async def run() -> Any:
            async with self.async_client(service, **(client or {})) as opened:
                return await opened.request(operation, **arguments)

        return asyncio.run(run())


def query_of(request: httpx2.Request) -> list[tuple[str, str]]:
    """Return the decoded query parameters of a request."""
    return parse_qsl(urlsplit(str(request.url)).query, keep_blank_values=True)


def path_of(request: httpx2.Request) -> str:
    """Return the path of a request, percent-encoded as it was sent."""
    return request.url.raw_path.decode().partition("?")[0]


def decoded_pairs(pairs: Iterable[str]) -> list[tuple[str, str]]:
    """Return decoded pairs of names and values."""
    return parse_qsl("&".join(pairs), keep_blank_values=True)
