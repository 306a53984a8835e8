"""An authority that takes its time, and clients that meet it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
from runtime import AsyncBaseClient, BaseClient
from runtime.transport.clock import Clock

from .mock_server import answer
from .token_server import CLIENT, Authority, credentials, service

MANY = 100


class SlowAuthority(Authority):
    """Lets a token request wait until it is told to go on."""

    def __init__(self, **answered: object) -> None:
        super().__init__(**answered)
        self.started = threading.Event()
        self.released = threading.Event()
        self.released.set()
        self.fails = False

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        if "/token" in str(request.url):
            self.started.set()
            assert self.released.wait(10)
            if self.fails:
                self.fetches.append(request)
                return answer(400, {"error": "invalid_scope"})
        return super().handle(request)

    async def handle_async(self, request: httpx2.Request) -> httpx2.Response:
        self.started.set()
        while "/token" in str(request.url) and not self.released.is_set():
            await asyncio.sleep(0.001)
        return self.handle(request)


def make_client(authority: Authority, **options: Any) -> BaseClient:
    transport = httpx2.MockTransport(authority.handle)
    client = BaseClient(
        service(),
        credentials=credentials(**CLIENT),
        http_client=httpx2.Client(transport=transport),
        **options,
    )
    vars(client)["_clock"] = Clock(now=lambda: authority.now)
    return client


def make_async_client(authority: SlowAuthority, **options: Any) -> AsyncBaseClient:
    transport = httpx2.MockTransport(authority.handle_async)
    client = AsyncBaseClient(
        service(),
        credentials=credentials(**CLIENT),
        http_client=httpx2.AsyncClient(transport=transport),
        **options,
    )
    vars(client)["_clock"] = Clock(now=lambda: authority.now)
    return client


def in_threads(work: Callable[[], Any], count: int = MANY) -> list[Any]:
    """Do the same in many threads at once; return results and errors."""
    barrier = threading.Barrier(count)

    def run() -> Any:
        barrier.wait()
        try:
            return work()
        except Exception as error:  # noqa: BLE001 (they are what is looked at)
            return error

    with ThreadPoolExecutor(count) as pool:
        return [item.result(20) for item in [pool.submit(run) for _ in range(count)]]
