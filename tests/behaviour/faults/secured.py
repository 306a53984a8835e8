"""What only opens to a credential, and the endpoint that gives out tokens."""

from __future__ import annotations

import asyncio
from base64 import b64decode
from dataclasses import asdict
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from .connection import Answer, json_answer, problem
from .token_endpoint import read_client

if TYPE_CHECKING:
    from .call import Call, Handler

KEY = "k-secret"
USER = "ada"
PASSWORD = "pä:ss"


def find_keys(call: Call) -> set[str]:
    """Return the schemes whose credential a request carries."""
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


async def enter(call: Call) -> Answer:
    """Let in who has what the door is named for: one scheme, all of them, or any."""
    keys = find_keys(call)
    needed = call.places[0]
    opens = {
        "both": {"headerKey", "queryKey"} <= keys,
        "either": bool({"headerKey", "basic"} & keys),
        "open": True,
    }.get(needed, needed in keys)
    if not opens:
        return problem(401, f"{needed} needed, not {sorted(keys)}")
    return json_answer({"keys": sorted(keys)})


async def give_token(call: Call) -> Answer:
    """Be the token endpoint."""
    form = dict(parse_qsl((await call.request.body()).decode()))
    asking = read_client(form, call.request.headers.get("authorization", ""))
    if client := call.world.tokens.clients.get(asking.name):
        await asyncio.sleep(client.delay)
    return call.world.tokens.grant(form, asking)


async def enter_with_token(call: Call) -> Answer:
    """Let in who has a valid token."""
    authorization = call.request.headers.get("authorization", "")
    name = call.world.tokens.admit(authorization)
    if name is None:
        refusal = problem(401, "the token is not valid")
        refusal.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return refusal
    return json_answer({"client": name})


async def register(call: Call) -> Answer:
    """Make a client of the token endpoint known."""
    call.world.tokens.register(call.places[0], await call.request.json())
    return Answer(204)


async def show_client(call: Call) -> Answer:
    """Tell what has become of a client of the token endpoint."""
    return json_answer(asdict(call.world.tokens.clients[call.places[0]]))


ROUTES: dict[str, Handler] = {
    "GET /doors/*": enter,
    "POST /oauth/token": give_token,
    "GET /protected/*": enter_with_token,
    "POST /protected/*": enter_with_token,
    "PUT /_/clients/*": register,
    "GET /_/clients/*": show_client,
}
