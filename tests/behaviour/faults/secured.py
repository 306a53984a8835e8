"""Operations that require credentials, and the token endpoint."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from .connection import Response, json_response, problem
from .token_endpoint import identify_client

if TYPE_CHECKING:
    from .call import Call, Handler

KEY = "k-secret"
USER = "ada"
PASSWORD = "pä:ss"


def find_keys(call: Call) -> set[str]:
    """Return the schemes of the credentials in a request."""
    request = call.request
    scheme, _, text = request.headers.get("authorization", "").partition(" ")
    basic = f"{USER}:{PASSWORD}".encode()
    carried = {
        "headerKey": request.headers.get("x-key") == KEY,
        "queryKey": request.query.get("key") == KEY,
        "cookieKey": request.cookies.get("session") == KEY,
        "basic": scheme == "Basic" and b64decode(text) == basic,
        "bearer": scheme == "Bearer" and text == KEY,
        "openid": scheme == "Bearer" and text == KEY,
        "signature": scheme.lower() == "signature" and text == KEY,
    }
    return {name for name, is_there in carried.items() if is_there}


async def enter(call: Call) -> Response:
    """Accept requests with the credentials in the path: one scheme, both, or either."""
    keys = find_keys(call)
    needed = call.path_values[0]
    opens = {
        "both": {"headerKey", "queryKey"} <= keys,
        "either": bool({"headerKey", "basic"} & keys),
        "open": True,
    }.get(needed, needed in keys)
    if not opens:
        return problem(401, f"{needed} needed, not {sorted(keys)}")
    return json_response({"keys": sorted(keys)})


async def issue_token(call: Call) -> Response:
    """Respond as the token endpoint."""
    form = dict(parse_qsl((await call.request.body()).decode()))
    identity = identify_client(form, call.request.headers.get("authorization", ""))
    if client := call.state.tokens.clients.get(identity.name):
        await asyncio.sleep(client.delay)
    return call.state.tokens.grant(form, identity)


async def check_token(call: Call) -> Response:
    """Accept requests with a valid token."""
    authorization = call.request.headers.get("authorization", "")
    name = call.state.tokens.authenticate(authorization)
    if name is None:
        refusal = problem(401, "the token is not valid")
        refusal.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return refusal
    return json_response({"client": name})


async def register(call: Call) -> Response:
    """Register a client of the token endpoint."""
    call.state.tokens.register(call.path_values[0], await call.request.json())
    return Response(204)


async def show_client(call: Call) -> Response:
    """Respond with the state of a client of the token endpoint."""
    return json_response(asdict(call.state.tokens.clients[call.path_values[0]]))


ROUTES: dict[str, Handler] = {
    "GET /schemes/*": enter,
    "POST /oauth/token": issue_token,
    "GET /protected/*": check_token,
    "POST /protected/*": check_token,
    "PUT /_/clients/*": register,
    "GET /_/clients/*": show_client,
}
