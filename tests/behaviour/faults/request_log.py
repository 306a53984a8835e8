"""What the server has done, by the name of the call and by idempotency key."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .connection import Request


@dataclass
class Try:
    """One request of a call.

    Attributes:
        acted: Whether the server did what was asked, whatever it answered then.
        at: Seconds of a clock that only goes forward.
    """

    method: str
    target: str
    headers: dict[str, str]
    fault: str
    acted: bool = False
    at: float = field(default_factory=time.monotonic)


@dataclass
class Ledger:
    """The calls that came.

    Attributes:
        by_key: How often a request with an idempotency key was acted on; a server that
            knows the key acts once.
        open: The connections that are open, whatever they do.
        busy: The requests that are being answered.
    """

    calls: dict[str, list[Try]] = field(default_factory=dict[str, list[Try]])
    by_key: dict[str, int] = field(default_factory=dict[str, int])
    open: int = 0
    busy: int = 0

    def enter(self, request: Request) -> Try:
        """Note a request, and say which fault it meets.

        Requests without a name are not kept, and meet the first fault each time.
        """
        name = request.headers.get("x-call")
        tries = self.calls.setdefault(name, []) if name else []
        faults = request.headers.get("x-fault", "ok").split(",")
        fault = faults[min(len(tries), len(faults) - 1)]
        entered = Try(request.method, request.target, request.headers, fault)
        tries.append(entered)
        return entered

    def act(self, entered: Try) -> None:
        """Note that the server acts on a request, unless it has done so already."""
        key = entered.headers.get("idempotency-key")
        if key is None:
            entered.acted = True
        elif key not in self.by_key:
            self.by_key[key] = 1
            entered.acted = True

    def show(self, name: str) -> list[dict[str, Any]]:
        """Return the tries of a call."""
        return [asdict(one) for one in self.calls.get(name, [])]

    def sum_up(self, prefix: str) -> dict[str, list[int]]:
        """Return tries, actions and different keys of the calls named so.

        They are forgotten then.
        """
        names = [name for name in self.calls if name.startswith(prefix)]
        return {name: _count(self.calls.pop(name)) for name in names}


def _count(tries: list[Try]) -> list[int]:
    keys = {key for one in tries if (key := one.headers.get("idempotency-key"))}
    return [len(tries), sum(one.acted for one in tries), len(keys)]
