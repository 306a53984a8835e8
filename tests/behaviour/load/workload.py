"""Calls of a load test, their faults and expected results.

The predictions follow the README of clients, not the code of the runtime.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final, Literal, TypeAlias

import httpx2

from ..faults.delivery import is_processed

Action: TypeAlias = Literal[
    "retrieve", "replace", "delete", "create", "update", "pay", "check"
]

SHARE_OF_FAULTS: Final = 0.2
RETRIES: Final = 2
TIMEOUT: Final = 60.0
"""Seconds. Only stalled calls take this long, even on a busy machine."""
MAX_RESPONSE_BYTES: Final = 1 << 18
"""Limit of responses, which bodies that never end exceed."""
STALLED_TIMEOUT: Final = 3.0
"""Read timeout of stalled calls, in seconds."""

# pydantic caches about 16,000 short strings. With new strings in every call, memory
# would grow until the cache is full.
_THINGS: Final = 97


@dataclass(frozen=True)
class Fault:
    """Effect of a fault on a client.

    Attributes:
        error: Class of the error if it is the last fault; empty for success.
        again: Whether the call is retried: `never`, only if it is idempotent
            (`harmless`), or `always`, since the server did not process it. `redirect`
            if it is sent again without a retry.
        weight: Relative frequency.
        needs_body: Whether the fault is one of the body of a response.
    """

    error: str
    again: Literal["never", "harmless", "always", "redirect"] = "never"
    weight: float = 1
    needs_body: bool = False


FAULTS: Final = {
    "reset-before": Fault("APIConnectionError", "harmless"),
    "reset-after": Fault("APIConnectionError", "harmless"),
    "reset-middle": Fault("APIConnectionError", "harmless", needs_body=True),
    "truncated": Fault("APIConnectionError", "harmless", needs_body=True),
    "truncated-chunks": Fault("APIConnectionError", "harmless", needs_body=True),
    "long-length": Fault("APIConnectionError", "harmless", needs_body=True),
    "short-length": Fault("APIDecodeError", needs_body=True),
    "negative-length": Fault("APIConnectionError", "harmless", needs_body=True),
    "two-lengths": Fault("APIConnectionError", "harmless", needs_body=True),
    "stall": Fault("APITimeoutError", "harmless", weight=0.1),
    "500": Fault("ServerError", "harmless"),
    "503": Fault("ServerError", "harmless"),
    "503:seconds=0": Fault("ServerError", "always"),
    "429:ms=20": Fault("RateLimitError", "always"),
    "429:seconds=0": Fault("RateLimitError", "always"),
    "slow-header:0.05": Fault(""),
    "slow-body:0.05": Fault("", needs_body=True),
    "drip:0.0005": Fault("", weight=0.5, needs_body=True),
    "bad-json": Fault("APIDecodeError", needs_body=True),
    "html": Fault("APIDecodeError", needs_body=True),
    "cut-gzip": Fault("APIDecodeError", needs_body=True),
    "bad-gzip": Fault("APIConnectionError", needs_body=True),
    "bomb:1": Fault("ResponseTooLargeError", weight=0.5, needs_body=True),
    "endless": Fault("ResponseTooLargeError", weight=0.3, needs_body=True),
    "endless-gzip": Fault("ResponseTooLargeError", weight=0.3, needs_body=True),
    "forged": Fault("APIStatusError", needs_body=True),
    "loop": Fault("", "redirect"),
}

_ACTIONS: Final[dict[Action, float]] = {
    "retrieve": 5,
    "replace": 1,
    "delete": 1,
    "create": 2,
    "update": 1,
    "pay": 2,
    "check": 1,
}
_NOT_REPEATABLE: Final = {"create", "update"}
_WITHOUT_BODY: Final = {"delete", "check"}


@dataclass(frozen=True)
class PlannedCall:
    """Call of a load test.

    Attributes:
        faults: Faults of the first attempts; all others succeed.
    """

    name: str
    number: int
    action: Action
    faults: tuple[str, ...]

    @property
    def thing(self) -> str:
        """ID of the requested thing."""
        return f"t{self.number % _THINGS}"

    @property
    def timeout(self) -> httpx2.Timeout:
        """Timeout of the client."""
        read = STALLED_TIMEOUT if "stall" in self.faults else TIMEOUT
        return httpx2.Timeout(TIMEOUT, read=read)

    @property
    def headers(self) -> dict[str, str]:
        """Headers that control the faults."""
        return {"X-Call": self.name, "X-Fault": ",".join([*self.faults, "ok"])}


@dataclass(frozen=True)
class Prediction:
    """Expected result of a call.

    Attributes:
        error: Class of the error; empty for success.
        attempts: Number of requests.
        processed: Number of requests that the server processes.
    """

    error: str
    attempts: int
    processed: int


def plan_call(prefix: str, number: int) -> PlannedCall:
    """Return a call of a load test; deterministic."""
    chance = Random(f"{prefix} {number}")
    actions: list[Action] = [*_ACTIONS]
    (action,) = chance.choices(actions, [*_ACTIONS.values()])
    faults: list[str] = []
    if chance.random() < SHARE_OF_FAULTS:
        known = [
            name
            for name in FAULTS
            if action not in _WITHOUT_BODY or not FAULTS[name].needs_body
        ]
        weights = [FAULTS[name].weight for name in known]
        faults = chance.choices(known, weights, k=chance.choice([1, 1, 1, 2, 3]))
    return PlannedCall(f"{prefix}{number}", number, action, tuple(faults))


def predict(planned: PlannedCall) -> Prediction:
    """Return the expected result of a call."""
    met: list[str] = []
    error, redirects = "", 0
    for fault in [*planned.faults, "ok"]:
        met.append(fault)
        meaning = FAULTS.get(fault, Fault(""))
        error = meaning.error
        if meaning.again == "redirect":
            redirects += 1
            continue
        is_harmless = planned.action not in _NOT_REPEATABLE
        goes_on = meaning.again == "always" or (
            meaning.again == "harmless" and is_harmless
        )
        if not error or not goes_on or len(met) - redirects > RETRIES:
            break
    processed = sum(is_processed(fault) for fault in met)
    if planned.action == "pay":
        processed = min(processed, 1)  # the server recognises the key
    return Prediction(error, len(met), processed)
