"""Runs the server until its standard input ends."""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from typing import TYPE_CHECKING

from . import pages, secured, streams, things
from .call import Call, World
from .connection import Answer, Connection, Request, Reset, json_answer, problem
from .delivery import deliver, is_acted_on

if TYPE_CHECKING:
    from .call import Handler


async def show_call(call: Call) -> Answer:
    """Tell the tries of a call."""
    return json_answer(call.world.ledger.show(call.places[0]))


async def sum_up(call: Call) -> Answer:
    """Tell tries, actions and keys of all calls whose names begin so."""
    return json_answer(call.world.ledger.sum_up(call.places[0]))


async def show_connections(call: Call) -> Answer:
    """Tell how many connections are open, and busy, beside this one."""
    ledger = call.world.ledger
    return json_answer({"open": ledger.open - 1, "busy": ledger.busy - 1})


ROUTES: dict[str, Handler] = {
    **things.ROUTES,
    **secured.ROUTES,
    **pages.ROUTES,
    **streams.ROUTES,
    "GET /_/calls/*": show_call,
    "GET /_/sums/*": sum_up,
    "GET /_/connections": show_connections,
}


def find_route(request: Request) -> tuple[Handler, list[str]] | None:
    """Return who answers a request, and what stands where the path is open."""
    parts = request.parts
    exact = ROUTES.get(f"{request.method} /{'/'.join(parts)}")
    if exact:
        return exact, []
    handler = ROUTES.get(f"{request.method} /{'/'.join([*parts[:-1], '*'])}")
    return (handler, parts[-1:]) if handler else None


async def answer(request: Request, connection: Connection, world: World) -> bool:
    """Answer a request; return whether the connection lives on.

    Raises:
        Reset: The connection is to be broken off.
    """
    route = find_route(request)
    if route is None:
        await connection.send(problem(404, f"nothing at {request.target}"))
        return False
    handler, places = route
    entered = world.ledger.enter(request)
    fault = entered.fault
    if fault == "reset-before":
        raise Reset
    if is_acted_on(fault):
        world.ledger.act(entered)
    if not fault.partition(":")[0].isdecimal():
        made = await handler(Call(request, connection, world, places))
    else:
        made = (
            Answer()
        )  # the fault is the whole answer, also where a stream is asked for
    if made is None:
        return True
    if not request.is_read:
        async for _ in request.chunks():
            pass
    return await deliver(connection, made, fault, is_head=request.method == "HEAD")


async def serve(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, world: World
) -> None:
    """Answer the requests of one connection."""
    connection = Connection(reader, writer)
    world.ledger.open += 1
    try:
        lives = True
        while lives and (request := await connection.receive()):
            world.ledger.busy += 1
            try:
                lives = await answer(request, connection, world)
            finally:
                world.ledger.busy -= 1
    except Reset:
        connection.reset()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass  # the client has left
    finally:
        world.ledger.open -= 1
        await connection.close()


async def slam(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Break a connection off before anything is read."""
    Connection(reader, writer).reset()


async def main() -> None:
    """Listen, say where, and end when nobody is there to stop us."""
    world = World()

    async def accept(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await serve(reader, writer, world)

    listeners = {"origin": accept, "elsewhere": accept, "slammed": slam}
    origins: dict[str, str] = {}
    servers: list[asyncio.Server] = []
    for name, accepts in listeners.items():
        server = await asyncio.start_server(accepts, "127.0.0.1", 0, backlog=1024)
        servers.append(server)
        port = server.sockets[0].getsockname()[1]
        origins[name] = f"http://127.0.0.1:{port}"
    if len(sys.argv) == 3:
        context = ssl.create_default_context(
            ssl.Purpose.CLIENT_AUTH, cafile=sys.argv[1]
        )
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        context.verify_mode = ssl.CERT_REQUIRED
        server = await asyncio.start_server(
            accept, "127.0.0.1", 0, ssl=context, ssl_shutdown_timeout=1
        )
        servers.append(server)
        origins["secure"] = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    print(json.dumps(origins), flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
