"""Clients of the fault server, and the results of their calls."""

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
    # Loading the default certificates takes ten times longer than a call on loopback.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def unique_name() -> str:
    """Return a name for a call that is unique in all processes."""
    return f"{next(_NUMBERS)}-{uuid4().hex[:12]}"


@dataclass
class Outcome:
    """Result of a call.

    Attributes:
        waits: Seconds of the skipped waits between attempts.
        attempts: Requests as received by the server.
    """

    value: Any = None
    error: Exception | None = None
    waits: list[float] = field(default_factory=list[float])
    attempts: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    @property
    def processed(self) -> int:
        """Number of requests that the server processed."""
        return sum(one["processed"] for one in self.attempts)

    def raised(self, kind: type[Exception]) -> Any:
        """Return the error; fail if it does not have exactly this class."""
        assert self.error is not None, f"no error, but {self.value!r}"
        assert type(self.error) is kind, repr(self.error)
        return self.error

    def returned(self) -> Any:
        """Return the value.

        Raises:
            Exception: If the call raised it.
        """
        if self.error is not None:
            raise self.error
        return self.value


@dataclass
class Harness:
    """Factory of clients of the fault server."""

    package: Any
    server: FaultServer

    def client(self, kind: Kind, **options: Any) -> Any:
        """Return a client that waits in real time."""
        made = self.package.Client if kind == "sync" else self.package.AsyncClient
        return made(**{"timeout": 10, **options})

    def record_waits(self, client: Any) -> list[float]:
        """Replace the waits of a client; return the list that records their seconds."""
        waits: list[float] = []

        async def sleep_async(seconds: float) -> None:
            waits.append(seconds)

        clock = import_module(f"{self.package.__name__}._runtime.transport.clock").Clock
        vars(client)["_clock"] = clock(
            jitter=lambda: 1.0, sleep=waits.append, sleep_async=sleep_async
        )
        return waits

    def run(self, kind: Kind, call: Callable[[Any], Any], **options: Any) -> Any:
        """Make a call with new connections; `call` may return an awaitable.

        The option `context` is the TLS context of the connections.
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

    def call_with_faults(
        self,
        kind: Kind,
        faults: str,
        call: Callable[[Any], Any],
        **options: Any,
    ) -> Outcome:
        """Make a call with one fault per attempt, without waits between attempts."""
        name = unique_name()
        headers = {"X-Call": name, "X-Fault": faults, **options.pop("headers", {})}
        outcome = Outcome()

        def make(client: Any) -> Any:
            outcome.waits = self.record_waits(client)
            return call(client)

        try:
            outcome.value = self.run(kind, make, headers=headers, **options)
        except self.package.SDKError as error:
            outcome.error = error
        outcome.attempts = self.server.attempts(name)
        return outcome
