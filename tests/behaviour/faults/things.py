"""Resource with predictable values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .connection import Response, json_response, problem

if TYPE_CHECKING:
    from .call import Call, Handler


def thing(name: str, **more: object) -> dict[str, Any]:
    """Return the thing with an ID."""
    return {"id": name, "name": f"Größe {name}", "size": len(name), **more}


async def retrieve(call: Call) -> Response:
    """Respond with a thing, or 404 if its name starts with `none`."""
    (name,) = call.path_values
    if name.startswith("none"):
        return problem(404, f"there is no {name}", code="absent")
    response = json_response(thing(name))
    response.headers["X-Request-Id"] = f"req-{name}"
    return response


async def change(call: Call) -> Response:
    """Respond with a changed thing."""
    given: dict[str, Any] = await call.request.json() or {}
    return json_response({**thing(call.path_values[0]), **given})


async def create(call: Call) -> Response:
    """Respond with a new thing."""
    given = await call.request.json()
    if not given.get("name"):
        problems = [{"field": "name", "detail": "is empty"}]
        return problem(422, "the thing needs a name", problems=problems)
    return json_response({**thing("new"), **given}, 201)


async def delete(call: Call) -> Response:
    """Respond without a body."""
    return Response(204)


async def pay(call: Call) -> Response:
    """Respond with the receipt of a payment."""
    given = await call.request.json()
    return json_response({"amount": given["amount"], "state": "paid"}, 201)


ROUTES: dict[str, Handler] = {
    "GET /things/*": retrieve,
    "HEAD /things/*": retrieve,
    "PUT /things/*": change,
    "PATCH /things/*": change,
    "DELETE /things/*": delete,
    "POST /things": create,
    "POST /payments": pay,
}
