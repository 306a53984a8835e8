"""A token server that delays its responses, and clients for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
from runtime import AsyncBaseClient, BaseClient
from runtime.transport.clock import Clock

from .mock_server import make_response
from .token_server import (
    CLIENT_CREDENTIALS,
    TokenServer,
    make_credentials,
    make_service,
)

CALLERS = 100


class SlowTokenServer(TokenServer):
    """Token server whose responses wait until `released` is set.

    Attributes:
        started: Event that is set when a token request arrives.
        released: Event that token responses wait for. It is set by default.
        is_failing: Whether to reject token requests.
    """

    def __init__(self, **fields: object) -> None:
        super().__init__(**fields)
        self.started = threading.Event()
        self.released = threading.Event()
        self.released.set()
        self.is_failing = False

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        if "/token" in str(request.url):
            self.started.set()
            assert self.released.wait(10)
            if self.is_failing:
                self.token_requests.append(request)
                return make_response(400, {"error": "invalid_scope"})
        return super().handle(request)

    async def handle_async(self, request: httpx2.Request) -> httpx2.Response:
        self.started.set()
        while "/token" in str(request.url) and not self.released.is_set():
            await asyncio.sleep(0.001)
        return self.handle(request)


def make_client(server: TokenServer, **options: Any) -> BaseClient:
    transport = httpx2.MockTransport(server.handle)
    client = BaseClient(
        make_service(),
        credentials=make_credentials(**CLIENT_CREDENTIALS),
        http_client=httpx2.Client(transport=transport),
        **options,
    )
    vars(client)["_clock"] = Clock(now=lambda: server.now)
    return client


def make_async_client(server: SlowTokenServer, **options: Any) -> AsyncBaseClient:
    transport = httpx2.MockTransport(server.handle_async)
    client = AsyncBaseClient(
        make_service(),
        credentials=make_credentials(**CLIENT_CREDENTIALS),
        http_client=httpx2.AsyncClient(transport=transport),
        **options,
    )
    vars(client)["_clock"] = Clock(now=lambda: server.now)
    return client


def run_in_threads(work: Callable[[], Any], count: int = CALLERS) -> list[Any]:
    """Call a function in many threads at once; return its results and exceptions."""
    barrier = threading.Barrier(count)

    def run() -> Any:
        barrier.wait()
        try:
            return work()
        except Exception as error:  # noqa: BLE001 (tests examine the exceptions)
            return error

    with ThreadPoolExecutor(count) as pool:
        return [item.result(20) for item in [pool.submit(run) for _ in range(count)]]
