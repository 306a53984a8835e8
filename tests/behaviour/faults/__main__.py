"""Run the server until its standard input is closed."""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from typing import TYPE_CHECKING

from . import pages, secured, streams, things
from .call import Call, ServerState
from .connection import Connection, Request, Reset, Response, json_response, problem
from .delivery import deliver, is_processed

if TYPE_CHECKING:
    from .call import Handler


async def show_call(call: Call) -> Response:
    """Respond with the attempts of a call."""
    return json_response(call.state.request_log.show(call.path_values[0]))


async def summarise(call: Call) -> Response:
    """Respond with a summary of the calls whose names have a prefix."""
    return json_response(call.state.request_log.summarise(call.path_values[0]))


async def show_connections(call: Call) -> Response:
    """Respond with the numbers of other open and busy connections."""
    request_log = call.state.request_log
    return json_response({"open": request_log.open - 1, "busy": request_log.busy - 1})


ROUTES: dict[str, Handler] = {
    **things.ROUTES,
    **secured.ROUTES,
    **pages.ROUTES,
    **streams.ROUTES,
    "GET /_/calls/*": show_call,
    "GET /_/sums/*": summarise,
    "GET /_/connections": show_connections,
}


def find_route(request: Request) -> tuple[Handler, list[str]] | None:
    """Return the handler of a request and the values of its placeholders."""
    parts = request.parts
    exact = ROUTES.get(f"{request.method} /{'/'.join(parts)}")
    if exact:
        return exact, []
    handler = ROUTES.get(f"{request.method} /{'/'.join([*parts[:-1], '*'])}")
    return (handler, parts[-1:]) if handler else None


async def respond(request: Request, connection: Connection, state: ServerState) -> bool:
    """Respond to a request; return whether the connection stays open.

    Raises:
        Reset: To reset the connection.
    """
    route = find_route(request)
    if route is None:
        await connection.send(problem(404, f"nothing at {request.target}"))
        return False
    handler, path_values = route
    entered = state.request_log.enter(request)
    fault = entered.fault
    if fault == "reset-before":
        raise Reset
    if is_processed(fault):
        state.request_log.act(entered)
    if not fault.partition(":")[0].isdecimal():
        made = await handler(Call(request, connection, state, path_values))
    else:
        made = Response()  # the fault is the whole response, also for streams
    if made is None:
        return True
    if not request.is_read:
        async for _ in request.chunks():
            pass
    return await deliver(
        connection,
        made,
        fault,
        is_head=request.method == "HEAD",
        target=request.target,
    )


async def serve(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, state: ServerState
) -> None:
    """Serve the requests of one connection."""
    connection = Connection(reader, writer)
    state.request_log.open += 1
    try:
        is_open = True
        while is_open and (request := await connection.receive()):
            state.request_log.busy += 1
            try:
                is_open = await respond(request, connection, state)
            finally:
                state.request_log.busy -= 1
    except Reset:
        connection.reset()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass  # the client has disconnected
    finally:
        state.request_log.open -= 1
        await connection.close()


async def reset_connection(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Reset a connection before anything is read."""
    Connection(reader, writer).reset()


async def main() -> None:
    """Listen, print the origins, and run until standard input is closed."""
    state = ServerState()

    async def accept(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await serve(reader, writer, state)

    listeners = {
        "origin": accept,
        "other_origin": accept,
        "resetting": reset_connection,
    }
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
