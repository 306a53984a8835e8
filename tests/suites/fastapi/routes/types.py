"""Types that several modules of the application use."""

from datetime import date, time
from enum import Enum
from typing import cast

from fastapi import Request
from pydantic import BaseModel


class Seen(BaseModel):
    """A request as the application received it.

    Attributes:
        target: Path and query string as they were on the wire.
        values: Python source of the arguments of the path operation function.
    """

    target: str
    values: str


def see(request: Request, *values: object, **named: object) -> Seen:
    """Return a request as the application received it; None is not shown."""
    given = {name: value for name, value in named.items() if value is not None}
    shown = [show(value) for value in values]
    shown += [f"{name}={show(value)}" for name, value in given.items()]
    path = request.scope["raw_path"].decode("ascii")
    query = request.scope["query_string"].decode("ascii")
    return Seen(target=f"{path}?{query}" if query else path, values=", ".join(shown))


def show(value: object) -> str:
    """Return the Python source of a value; sets are sorted, times as ISO 8601 has them."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, set):
        return "{" + ", ".join(sorted(map(show, cast("set[object]", value)))) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(show, cast("list[object]", value))) + "]"
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    return repr(value)
