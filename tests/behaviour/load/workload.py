"""Which calls are made, which faults they meet, and what must come of them.

What is foretold here follows from the README of the runtime alone, not from its code.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final, Literal, TypeAlias

import httpx2

from ..faults.delivery import is_acted_on

Action: TypeAlias = Literal["retrieve", "replace", "delete", "create", "update", "pay"]

SHARE_OF_FAULTS: Final = 0.2
RETRIES: Final = 2
TIMEOUT: Final = 60.0
"""Seconds. No call takes so long unless it stalls, however busy the machine is."""
STALLED_TIMEOUT: Final = 3.0
"""Seconds to wait for bytes of the calls that stall."""

# pydantic keeps the short texts that it has read, some 16,000 of them: with texts that
# are always new, memory grows for a while.
_THINGS: Final = 97


@dataclass(frozen=True)
class Fault:
    """What a fault means to a client.

    Attributes:
        error: The error of a call that ends with it; empty when it ends well.
        again: Whether the call is made again: `never`, only where that cannot do harm
            (`harmless`), or `always`, since the server did nothing.
        weight: How often it is chosen.
    """

    error: str
    again: Literal["never", "harmless", "always"] = "never"
    weight: float = 1


FAULTS: Final = {
    "reset-before": Fault("APIConnectionError", "harmless"),
    "reset-after": Fault("APIConnectionError", "harmless"),
    "reset-middle": Fault("APIConnectionError", "harmless"),
    "truncated": Fault("APIConnectionError", "harmless"),
    "truncated-chunks": Fault("APIConnectionError", "harmless"),
    "stall": Fault("APITimeoutError", "harmless", weight=0.1),
    "500": Fault("ServerError", "harmless"),
    "503": Fault("ServerError", "harmless"),
    "503:seconds=0": Fault("ServerError", "always"),
    "429:ms=20": Fault("RateLimitError", "always"),
    "429:seconds=0": Fault("RateLimitError", "always"),
    "slow-header:0.05": Fault(""),
    "slow-body:0.05": Fault(""),
    "bad-json": Fault("APIDecodeError"),
}

_ACTIONS: Final[dict[Action, float]] = {
    "retrieve": 5,
    "replace": 1,
    "delete": 1,
    "create": 2,
    "update": 1,
    "pay": 2,
}
_NOT_REPEATABLE: Final = {"create", "update"}
_WITHOUT_ANSWER: Final = {"delete"}


@dataclass(frozen=True)
class Planned:
    """One call of a load.

    Attributes:
        faults: What its tries meet, one after the other; then all is well.
    """

    name: str
    number: int
    action: Action
    faults: tuple[str, ...]

    @property
    def thing(self) -> str:
        """The thing that is called for."""
        return f"t{self.number % _THINGS}"

    @property
    def timeout(self) -> httpx2.Timeout:
        """How long the client waits."""
        read = STALLED_TIMEOUT if "stall" in self.faults else TIMEOUT
        return httpx2.Timeout(TIMEOUT, read=read)

    @property
    def headers(self) -> dict[str, str]:
        """What tells the server."""
        return {"X-Call": self.name, "X-Fault": ",".join([*self.faults, "ok"])}


@dataclass(frozen=True)
class Foretold:
    """What must come of a call.

    Attributes:
        error: The class of the error; empty for a value.
        acted: How often the server does what was asked.
    """

    error: str
    tries: int
    acted: int


def plan_call(prefix: str, number: int) -> Planned:
    """Return a call of a load; the same one for the same arguments."""
    chance = Random(f"{prefix} {number}")
    actions: list[Action] = [*_ACTIONS]
    (action,) = chance.choices(actions, [*_ACTIONS.values()])
    faults: list[str] = []
    if chance.random() < SHARE_OF_FAULTS:
        known = [
            name
            for name in FAULTS
            # Without a body there is nothing to break off.
            if action not in _WITHOUT_ANSWER
            or not name.startswith(("reset-middle", "trunc", "slow-body", "bad"))
        ]
        weights = [FAULTS[name].weight for name in known]
        faults = chance.choices(known, weights, k=chance.choice([1, 1, 1, 2, 3]))
    return Planned(f"{prefix}{number}", number, action, tuple(faults))


def foretell(planned: Planned) -> Foretold:
    """Return what must come of a call."""
    met: list[str] = []
    error = ""
    for fault in [*planned.faults, "ok"]:
        met.append(fault)
        meaning = FAULTS.get(fault, Fault(""))
        error = meaning.error
        is_harmless = planned.action not in _NOT_REPEATABLE
        goes_on = meaning.again == "always" or (
            meaning.again == "harmless" and is_harmless
        )
        if not error or not goes_on or len(met) > RETRIES:
            break
    acted = sum(is_acted_on(fault) for fault in met)
    if planned.action == "pay":
        acted = min(acted, 1)  # the server knows the key
    return Foretold(error, len(met), acted)
