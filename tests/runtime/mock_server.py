"""Clients wired to a transport that records requests and answers as it is told."""

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

Answer: TypeAlias = httpx2.Response | httpx2.RequestError
Handler: TypeAlias = Callable[[httpx2.Request], Answer]

SERVICE = Service(user_agent="sample/1.0", base_url="https://api.example.com/v1")
GET: Operation[Any] = Operation("GET", "/things", returns=ANY)
POST: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="application/json"
)


def answer(
    status: int = 200,
    value: object = None,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
) -> httpx2.Response:
    """A response: JSON unless there is content."""
    if content is None:
        content = b"" if value is None else json.dumps(value).encode()
        headers = {"content-type": "application/json", **(headers or {})}
    return httpx2.Response(status, headers=headers, content=content)


class Server:
    """Answers one after the other; the last one is repeated.

    It also is the clock of the clients that it makes: it notes how long they wait, and
    answers take no time unless a handler adds to `spent`.
    """

    def __init__(self, *answers: Answer | Handler) -> None:
        self.answers = list(answers) or [answer(value={})]
        self.requests: list[httpx2.Request] = []
        self.waits: list[float] = []
        self.spent = 0.0

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        step = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        result = step(request) if callable(step) else step
        if isinstance(result, httpx2.RequestError):
            result.request = request
            raise result
        # A response belongs to one request.
        return httpx2.Response(
            result.status_code, headers=result.headers, content=result.content
        )

    @property
    def only(self) -> httpx2.Request:
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
        """Make one call with a fresh client of either kind."""
        if kind == "sync":
            with self.client(service, **(client or {})) as made:
                return made.request(operation, **arguments)

        async def run() -> Any:
            async with self.async_client(service, **(client or {})) as made_async:
                return await made_async.request(operation, **arguments)

        return asyncio.run(run())


def query_of(request: httpx2.Request) -> list[tuple[str, str]]:
    """The query parameters as a server reads them."""
    return parse_qsl(urlsplit(str(request.url)).query, keep_blank_values=True)


def path_of(request: httpx2.Request) -> str:
    """The path as it travels, still encoded."""
    return request.url.raw_path.decode().partition("?")[0]


def decoded_pairs(pairs: Iterable[str]) -> list[tuple[str, str]]:
    """Encoded pairs as a server reads them."""
    return parse_qsl("&".join(pairs), keep_blank_values=True)
