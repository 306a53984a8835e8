"""Program that times the calls of several clients. Does not need sdksmith.

    python call_timings.py FOLDER ORIGIN REPETITIONS

The folder contains the packages of the clients; missing clients are omitted. The output
is a JSON object: measurement -> client -> seconds of each repetition.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import httpx2

Call: TypeAlias = Callable[[], object]
AsyncCall: TypeAlias = Callable[[], Awaitable[object]]
Seconds: TypeAlias = dict[str, list[float]]

KEY = "secret"
HEADERS = {"Authorization": f"Bearer {KEY}"}
HOST = "http://127.0.0.1:1"
THING = {"id": "t1", "name": "Größe t1", "size": 2}
LIST_BYTES = 5_000_000

BARE = "httpx2, JSON decoded"
OURS = "sdksmith"
ATTRS = "openapi-python-client"
JAVA = "openapi-generator"


def make_list() -> bytes:
    """Return a JSON list of orders of about 5 MB."""
    orders: list[dict[str, Any]] = []
    size = 0
    for number in count():
        order = {
            "id": f"0b5dc2f1-7f0e-4f5c-9f7c-{number:012d}",
            "number": number,
            "status": ("open", "packed", "sent", "returned")[number % 4],
            "created_at": f"2025-11-{number % 28 + 1:02}T10:20:30.120Z",
            "customer": {"id": f"c{number}", "name": "Zoë", "email": "zoe@example.com"},
            "lines": [
                {"sku": f"s{line}", "quantity": line + 1, "price": 9.5 * line}
                for line in range(number % 5)
            ],
            "total": number / 4,
            "paid": number % 2 == 0,
            "note": None if number % 3 else "leave at the door",
            "tags": ["a", "b"],
        }
        orders.append(order)
        size += len(json.dumps(order)) + 2
        if size >= LIST_BYTES:
            break
    return json.dumps(orders).encode()


def mock_transport(content: bytes) -> httpx2.MockTransport:
    """Return a mock transport with a fixed response."""
    headers = {"Content-Type": "application/json"}

    def respond(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers=headers, content=content)

    return httpx2.MockTransport(respond)


def is_there(package: str) -> bool:
    """Return whether the client of a generator exists."""
    return find_spec(package) is not None


def attrs_client(origin: str, content: bytes | None) -> Any:
    """Return a client of openapi-python-client."""
    made = import_module("orders_client").AuthenticatedClient(
        base_url=origin, token=KEY, raise_on_unexpected_status=True
    )
    if content is not None:
        httpx = import_module("httpx")
        headers = {"Content-Type": "application/json"}

        def respond(_: Any) -> Any:
            return httpx.Response(200, headers=headers, content=content)

        transport = httpx.MockTransport(respond)
        client = httpx.Client(base_url=origin, headers=HEADERS, transport=transport)
        made.set_httpx_client(client)
    return made


def java_client(origin: str, content: bytes | None) -> Any:
    """Return the client of openapi-generator, which uses urllib3."""
    package = import_module("orders_generated")
    settings = package.Configuration(host=origin, access_token=KEY)
    made = package.ApiClient(settings)
    if content is not None:
        response = import_module("urllib3").HTTPResponse
        headers = {"Content-Type": "application/json"}

        def respond(*_: Any, **__: Any) -> Any:
            body = import_module("io").BytesIO(content)
            return response(body, headers, 200, preload_content=False)

        made.rest_client.pool_manager.request = respond
    return made


def small_calls(origin: str, content: bytes | None) -> dict[str, Call]:
    """Return calls of each client for one thing, over the network or in memory."""
    transport = mock_transport(content) if content is not None else None
    http = httpx2.Client(transport=transport)
    ours = import_module("orders").Client(
        base_url=origin, token=KEY, http_client=httpx2.Client(transport=transport)
    )
    url = f"{origin}/things/t1"
    calls: dict[str, Call] = {
        BARE: lambda: http.get(url, headers=HEADERS).json(),
        "httpx2, nothing decoded": lambda: http.get(url, headers=HEADERS),
        OURS: lambda: ours.things.retrieve("t1"),
    }
    if is_there("orders_client"):
        client = attrs_client(origin, content)
        get_thing = import_module("orders_client.api.things.get_thing")
        calls[ATTRS] = lambda: get_thing.sync("t1", client=client)
    # urllib3 has no mock transport.
    if is_there("orders_generated") and content is None:
        things = import_module("orders_generated").ThingsApi(java_client(origin, None))
        calls[JAVA] = lambda: things.get_thing("t1")
    return calls


def async_calls(origin: str, content: bytes | None) -> dict[str, AsyncCall]:
    """Return async calls of httpx2 and of our client for one thing."""
    transport = mock_transport(content) if content is not None else None
    http = httpx2.AsyncClient(transport=transport)
    ours = import_module("orders").AsyncClient(
        base_url=origin, token=KEY, http_client=httpx2.AsyncClient(transport=transport)
    )
    url = f"{origin}/things/t1"

    async def bare() -> object:
        return (await http.get(url, headers=HEADERS)).json()

    return {BARE: bare, OURS: lambda: ours.things.retrieve("t1")}


def list_adapter(module: str) -> Any:
    """Return an adapter that decodes a list of the orders of a module."""
    order: Any = import_module(module).Order
    return import_module("pydantic").TypeAdapter(list[order])


def list_calls(content: bytes) -> dict[str, Call]:
    """Return calls that decode the large list."""
    own = list_adapter("orders.models")
    plain = list_adapter("handwritten")
    transport = mock_transport(content)
    ours = import_module("orders").Client(
        base_url=HOST, token=KEY, http_client=httpx2.Client(transport=transport)
    )
    calls: dict[str, Call] = {
        "pydantic, models of our client": lambda: own.validate_json(content),
        "pydantic, models by hand": lambda: plain.validate_json(content),
        OURS: ours.orders.list,
    }
    if is_there("orders_client"):
        client = attrs_client(HOST, content)
        list_orders = import_module("orders_client.api.orders.list_orders")
        calls[ATTRS] = lambda: list_orders.sync(client=client)
    if is_there("orders_generated"):
        orders = import_module("orders_generated").OrdersApi(java_client(HOST, content))
        calls[JAVA] = orders.list_orders
    return calls


def measure(calls: dict[str, Call], repetitions: int, times: int) -> Seconds:
    """Return the seconds of `times` calls of each client, alternating."""
    for call in calls.values():
        call()
    taken: Seconds = {name: [] for name in calls}
    for _ in range(repetitions):
        for name, call in calls.items():
            started = time.perf_counter()
            for _ in range(times):
                call()
            taken[name].append(time.perf_counter() - started)
    return taken


async def measure_async(
    calls: dict[str, AsyncCall], repetitions: int, times: int
) -> Seconds:
    """Async version of `measure`."""
    for call in calls.values():
        await call()
    taken: Seconds = {name: [] for name in calls}
    for _ in range(repetitions):
        for name, call in calls.items():
            started = time.perf_counter()
            for _ in range(times):
                await call()
            taken[name].append(time.perf_counter() - started)
    return taken


def main() -> None:
    """Measure the calls and print the results."""
    folder, origin, repetitions = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    sys.path.insert(0, str(folder))
    small = json.dumps(THING).encode()
    measured = {
        "small GET in memory": measure(small_calls(HOST, small), repetitions, 40),
        "small GET over loopback": measure(small_calls(origin, None), repetitions, 20),
        "small GET in memory, async": asyncio.run(
            measure_async(async_calls(HOST, small), repetitions, 40)
        ),
        "list of 5 MB": measure(list_calls(make_list()), max(repetitions // 5, 3), 1),
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
