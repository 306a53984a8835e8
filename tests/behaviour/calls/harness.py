"""Clients of the fault server, and what comes of their calls."""

from __future__ import annotations

import asyncio
import inspect
import ssl
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from uuid import uuid4

import httpx2

from ..faults.process import FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable

Kind: TypeAlias = Literal["sync", "async"]

_NUMBERS = count()


@cache
def _no_certificates() -> ssl.SSLContext:
    # Loading the usual ones takes ten times longer than a call on loopback.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def fresh_name() -> str:
    """Return a name that no call had before, in whatever process."""
    return f"{next(_NUMBERS)}-{uuid4().hex[:12]}"


@dataclass
class Outcome:
    """What came of a call.

    Attributes:
        waits: The seconds that the client waited between tries, had they passed.
        tries: The requests as the server saw them.
    """

    value: Any = None
    error: Exception | None = None
    waits: list[float] = field(default_factory=list[float])
    tries: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    @property
    def acted(self) -> int:
        """How often the server did what was asked."""
        return sum(one["acted"] for one in self.tries)

    def raised(self, kind: type[Exception]) -> Any:
        """Return the error, which must be of exactly this class."""
        assert self.error is not None, f"no error, but {self.value!r}"
        assert type(self.error) is kind, repr(self.error)
        return self.error

    def returned(self) -> Any:
        """Return the value.

        Raises:
            Exception: What the call raised.
        """
        if self.error is not None:
            raise self.error
        return self.value


@dataclass
class Harness:
    """Makes clients of the fault server."""

    package: Any
    server: FaultServer

    def client(self, kind: Kind, **options: Any) -> Any:
        """Return a client of either kind; time is real."""
        made = self.package.Client if kind == "sync" else self.package.AsyncClient
        return made(**{"timeout": 10, **options})

    def skip_time(self, client: Any) -> list[float]:
        """Let a client wait for nothing; return where it notes how long it would."""
        waits: list[float] = []

        async def sleep_async(seconds: float) -> None:
            waits.append(seconds)

        clock = import_module(f"{self.package.__name__}._runtime.transport.clock").Clock
        vars(client)["_clock"] = clock(
            jitter=lambda: 1.0, sleep=waits.append, sleep_async=sleep_async
        )
        return waits

    def run(self, kind: Kind, call: Callable[[Any], Any], **options: Any) -> Any:
        """Make a call with connections of its own; `call` may return an awaitable.

        With a `context` these use TLS as it says.
        """
        context = options.pop("context", None) or _no_certificates()
        if kind == "sync":
            with (
                httpx2.Client(verify=context) as http,
                self.client(kind, http_client=http, **options) as client,
            ):
                return call(client)

        async def run() -> Any:
            async with (
                httpx2.AsyncClient(verify=context) as http,
                self.client(kind, http_client=http, **options) as client,
            ):
                result = call(client)
                return await result if inspect.isawaitable(result) else result

        return asyncio.run(run())

    def meet(
        self,
        kind: Kind,
        faults: str,
        call: Callable[[Any], Any],
        **options: Any,
    ) -> Outcome:
        """Make a call that meets faults, one a try, without waiting between tries."""
        name = fresh_name()
        headers = {"X-Call": name, "X-Fault": faults, **options.pop("headers", {})}
        outcome = Outcome()

        def make(client: Any) -> Any:
            outcome.waits = self.skip_time(client)
            return call(client)

        try:
            outcome.value = self.run(kind, make, headers=headers, **options)
        except self.package.SDKError as error:
            outcome.error = error
        outcome.tries = self.server.tries(name)
        return outcome
