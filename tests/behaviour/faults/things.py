"""Things: values that a test can foretell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .connection import Answer, json_answer, problem

if TYPE_CHECKING:
    from .call import Call, Handler


def thing(name: str, **more: object) -> dict[str, Any]:
    """Return the thing of that id."""
    return {"id": name, "name": f"Größe {name}", "size": len(name), **more}


async def retrieve(call: Call) -> Answer:
    """Answer with a thing; there are all but those called `none`."""
    (name,) = call.places
    if name.startswith("none"):
        return problem(404, f"there is no {name}", code="absent")
    answer = json_answer(thing(name))
    answer.headers["X-Request-Id"] = f"req-{name}"
    return answer


async def change(call: Call) -> Answer:
    """Answer with a thing as it is after a change."""
    given: dict[str, Any] = await call.request.json() or {}
    return json_answer({**thing(call.places[0]), **given})


async def create(call: Call) -> Answer:
    """Answer with a new thing."""
    given = await call.request.json()
    if not given.get("name"):
        problems = [{"field": "name", "detail": "is empty"}]
        return problem(422, "the thing needs a name", problems=problems)
    return json_answer({**thing("new"), **given}, 201)


async def delete(call: Call) -> Answer:
    """Answer with nothing."""
    return Answer(204)


async def pay(call: Call) -> Answer:
    """Answer with the receipt of a payment."""
    given = await call.request.json()
    return json_answer({"amount": given["amount"], "state": "paid"}, 201)


ROUTES: dict[str, Handler] = {
    "GET /things/*": retrieve,
    "HEAD /things/*": retrieve,
    "PUT /things/*": change,
    "PATCH /things/*": change,
    "DELETE /things/*": delete,
    "POST /things": create,
    "POST /payments": pay,
}
