"""Log of requests, by name of the call and by idempotency key."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .connection import Request


@dataclass
class Attempt:
    """Request of a call.

    Attributes:
        processed: Whether the server processed the request, regardless of its response.
        at: Time in seconds of a monotonic clock.
    """

    method: str
    target: str
    headers: dict[str, str]
    fault: str
    processed: bool = False
    at: float = field(default_factory=time.monotonic)


@dataclass
class RequestLog:
    """Received calls.

    Attributes:
        by_key: Number of processed requests by idempotency key, at most 1.
        open: Number of open connections.
        busy: Number of requests being processed.
    """

    calls: dict[str, list[Attempt]] = field(default_factory=dict[str, list[Attempt]])
    by_key: dict[str, int] = field(default_factory=dict[str, int])
    open: int = 0
    busy: int = 0

    def enter(self, request: Request) -> Attempt:
        """Log a request and assign its fault.

        Requests without a name are not logged, and always get the first fault.
        """
        name = request.headers.get("x-call")
        attempts = self.calls.setdefault(name, []) if name else []
        faults = request.headers.get("x-fault", "ok").split(",")
        fault = faults[min(len(attempts), len(faults) - 1)]
        entered = Attempt(request.method, request.target, request.headers, fault)
        attempts.append(entered)
        return entered

    def act(self, entered: Attempt) -> None:
        """Mark a request as processed, unless one with its key was processed before."""
        key = entered.headers.get("idempotency-key")
        if key is None:
            entered.processed = True
        elif key not in self.by_key:
            self.by_key[key] = 1
            entered.processed = True

    def show(self, name: str) -> list[dict[str, Any]]:
        """Return the attempts of a call."""
        return [asdict(one) for one in self.calls.get(name, [])]

    def summarise(self, prefix: str) -> dict[str, list[int]]:
        """Return attempts, processed requests and distinct keys of calls, and drop them."""
        names = [name for name in self.calls if name.startswith(prefix)]
        return {name: _count(self.calls.pop(name)) for name in names}


def _count(attempts: list[Attempt]) -> list[int]:
    keys = {key for one in attempts if (key := one.headers.get("idempotency-key"))}
    return [len(attempts), sum(one.processed for one in attempts), len(keys)]
