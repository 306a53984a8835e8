"""Fixtures of the smoke tests: clients with a mock transport."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from harbour import AsyncClient, Client, SDKError


@pytest.fixture(scope="session")
def responses() -> dict[str, Any]:
    """Return the sample responses by name."""
    path = Path(__file__).with_name("responses.json")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


@pytest.fixture(params=["sync", "async"])
def check(
    request: pytest.FixtureRequest, responses: dict[str, Any]
) -> Callable[..., None]:
    """Return a function that calls a method and checks the request.

    The mock transport returns a sample response, which must decode.
    """

    def check(method: str, path: str, call: Any, expected: dict[str, Any]) -> None:
        sent: list[httpx2.Request] = []

        def respond(request: httpx2.Request) -> httpx2.Response:
            request.read()
            sent.append(request)
            status = expected.get("status", 200)
            if "text" in expected:
                return httpx2.Response(status, text=expected["text"])
            body: Any = responses.get(expected.get("response", ""), {})
            if "stream" in expected:
                return write_stream(status, expected["stream"], body)
            return httpx2.Response(status, json=body)

        async def respond_async(request: httpx2.Request) -> httpx2.Response:
            await request.aread()
            return respond(request)

        async def call_and_await() -> None:
            transport = httpx2.MockTransport(respond_async)
            http_client = httpx2.AsyncClient(transport=transport)
            async with AsyncClient(
                api_key="x",
                app_id="x",
                username="x",
                password="x",
                token="x",
                access_token="x",
                http_client=http_client,
                allow_insecure_http=True,
                response_validation="strict",
            ) as client:
                result = await call(client)
                if "items" in expected:
                    assert len(result.items) == expected["items"]
                    with suppress(SDKError):
                        if result.has_next:
                            await result.next_page()
                if "stream" in expected:
                    assert len([item async for item in result]) == 1

        if request.param == "async":
            asyncio.run(call_and_await())
        else:
            http_client = httpx2.Client(transport=httpx2.MockTransport(respond))
            with Client(
                api_key="x",
                app_id="x",
                username="x",
                password="x",
                token="x",
                access_token="x",
                http_client=http_client,
                allow_insecure_http=True,
                response_validation="strict",
            ) as client:
                result = call(client)
                if "items" in expected:
                    assert len(result.items) == expected["items"]
                    # Each page is the same sample, which can raise the error for repeated pages.
                    with suppress(SDKError):
                        if result.has_next:
                            result.next_page()
                if "stream" in expected:
                    assert len(list(result)) == 1
        assert (sent[0].method, sent[0].url.path) == (method, path)
        assert len(sent) <= (2 if "items" in expected else 1)
        check_parameters(sent[0], expected)
        check_body(sent[0], expected)

    return check


def write_stream(status: int, framing: str, item: Any) -> httpx2.Response:
    """Return a streaming response with one item."""
    fields = item if framing == "sse-event" else {"data": json.dumps(item)}
    data = fields.get("data", "null")  # events without data are ignored
    text = data if isinstance(data, str) else json.dumps(data)
    others = [f"{name}: {value}\n" for name, value in fields.items() if name != "data"]
    content, kind = {
        "jsonl": (f"{text}\n", "application/jsonl"),
        "json-seq": (f"\x1e{text}\n", "application/json-seq"),
    }.get(framing, (f"{''.join(others)}data: {text}\n\n", "text/event-stream"))
    return httpx2.Response(status, text=content, headers={"content-type": kind})


def check_parameters(sent: httpx2.Request, expected: dict[str, Any]) -> None:
    """Check query, headers and cookies; there may also be credentials."""
    query = [list(pair) for pair in sent.url.params.multi_items()]
    assert [pair for pair in expected.get("query", []) if pair not in query] == []
    for name, value in expected.get("headers", {}).items():
        assert sent.headers[name] == value
    cookies = sent.headers.get("cookie", "").split("; ")
    assert [pair for pair in expected.get("cookies", []) if pair not in cookies] == []


def check_body(sent: httpx2.Request, expected: dict[str, Any]) -> None:
    """Check the media type and content of the body."""
    assert sent.headers.get("content-type", "").startswith(expected.get("type", ""))
    if "type" not in expected:
        assert sent.content == b""
    if "json" in expected:
        assert json.loads(sent.content) == expected["json"]
    if "lines" in expected:
        *lines, end = sent.content.decode().split("\n")
        assert [json.loads(line.strip("\x1e")) for line in lines] == expected["lines"]
        assert not end
    if "form" in expected:
        pairs = parse_qsl(sent.content.decode(), keep_blank_values=True)
        assert [list(pair) for pair in pairs] == expected["form"]
    if "parts" in expected:
        names = re.findall(r'form-data; name="(.*?)"[;\r]', sent.content.decode())
        assert set(expected["parts"]) <= set(names)
    if "content" in expected:
        assert sent.content.decode() == expected["content"]
