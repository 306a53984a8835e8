"""Connections and locks in forked processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from .loopback_server import Handler, LoopbackServer, serve

TEMPLATES = Path(__file__).parents[2] / "templates"
PRELUDE = """
import asyncio, os, sys, threading
from runtime import ANY, AsyncBaseClient, BaseClient, Operation, Service
service = Service(user_agent="x/1", base_url=sys.argv[1])
get = Operation("GET", "/things", returns=ANY)

def fork(work):
    pid = os.fork()
    if not pid:
        try:
            work()
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0
"""

SHARED = """
client = BaseClient(service)
copy = client.with_options(timeout=9)
assert client.request(get) == 1

def work():
    assert client.request(get) == 2
    assert copy.request(get) == 3
    fork(lambda: client.request(get))
    client.close()

fork(work)
assert client.request(get) == 5
assert copy.request(get) == 6
client.close()
fork(lambda: client.is_closed or os._exit(2))
"""

LOCKED = """
client = BaseClient(service)
pool = vars(client)["_pool"]
vars(pool)["_lock"].acquire()  # as by a thread that is making the HTTP client
fork(lambda: client.request(get))
"""

BUILDING = """
from pydantic import TypeAdapter
rebuild, is_building = TypeAdapter.rebuild, threading.Event()

def rebuild_slowly(adapter, **options):
    is_building.set()
    is_forked.wait(0.5)
    return rebuild(adapter, **options)

TypeAdapter.rebuild, is_forked = rebuild_slowly, threading.Event()
client = BaseClient(service)
call = threading.Thread(target=client.request, args=[get])
call.start()
is_building.wait()

def work():
    TypeAdapter.rebuild = rebuild
    client.request(Operation("GET", "/things", returns=int))

fork(work)
call.join()
"""

TASKS = """
client = AsyncBaseClient(service)

async def call():
    return await client.request(get)

assert asyncio.run(call()) == 1

def work():
    async def both():
        return await asyncio.gather(call(), call())
    assert sorted(asyncio.run(both())) == [2, 3]

fork(work)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
@pytest.mark.parametrize(
    ("script", "groups"),
    [
        # Numbers of the requests that share a connection.
        (SHARED, [{1, 5, 6}, {2, 3}, {4}]),
        (LOCKED, [{1}]),
        (BUILDING, [{1}, {2}]),
    ],
)
def test_a_child_process_has_its_own_connections(
    script: str, groups: list[set[int]]
) -> None:
    server, ports = run(script)
    assert len(server.requests) == sum(map(len, groups))
    found = {
        port: {n for n, other in ports.items() if other == port}
        for port in ports.values()
    }
    assert sorted(found.values(), key=min) == groups


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
def test_an_event_loop_in_a_child_process_has_its_own_connections() -> None:
    server, ports = run(TASKS)
    assert len(server.requests) == 3
    assert len(set(ports.values())) == 3


def run(script: str) -> tuple[LoopbackServer, dict[int, int]]:
    """Run a program and return the client port of each of its requests."""
    ports: dict[int, int] = {}
    lock = threading.Lock()

    def respond(handler: Handler, number: int) -> None:
        with lock:
            ports[number] = handler.client_address[1]
        handler.send(200, str(number).encode())

    with serve(respond) as server:
        completed = subprocess.run(
            [sys.executable, "-c", PRELUDE + script, server.origin],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(TEMPLATES)},
        )
        assert completed.returncode == 0, completed.stderr
    return server, ports
