"""Clients that reach no server, for the smoke tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from vault import AsyncClient, Client


@pytest.fixture(params=["sync", "async"])
def send(
    request: pytest.FixtureRequest,
) -> Callable[[Callable[[Client | AsyncClient], Any]], list[tuple[str, str]]]:
    """Return a function that makes a call, and tells what was sent."""

    def send(call: Callable[[Client | AsyncClient], Any]) -> list[tuple[str, str]]:
        sent: list[tuple[str, str]] = []

        def answer(request: httpx2.Request) -> httpx2.Response:
            sent.append((request.method, request.url.path))
            return httpx2.Response(200, json={})

        async def send_and_await() -> None:
            http_client = httpx2.AsyncClient(transport=transport)
            async with AsyncClient(
                username="x",
                password="x",
                vault_key="x",
                api_key="x",
                access_token="x",
                http_client=http_client,
                allow_insecure_http=True,
            ) as client:
                await call(client)

        transport = httpx2.MockTransport(answer)
        if request.param == "async":
            asyncio.run(send_and_await())
        else:
            http_client = httpx2.Client(transport=transport)
            with Client(
                username="x",
                password="x",
                vault_key="x",
                api_key="x",
                access_token="x",
                http_client=http_client,
                allow_insecure_http=True,
            ) as client:
                call(client)
        return sent

    return send
