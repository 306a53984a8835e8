"""Calls of a generated client, synchronous and asynchronous.

`test_types.py` replaces this module by one in which clients have their generated types.
"""

from __future__ import annotations

import asyncio
import inspect
import ssl
from typing import TYPE_CHECKING, Any, Literal

import httpx2

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

Kind = Literal["sync", "async"]


class Calls:
    """Make calls with a client of either kind.

    Attributes:
        package: The generated package.
    """

    def __init__(self, package: ModuleType, kind: Kind, base_url: str) -> None:
        # Loading certificates takes ten times longer than a call on loopback.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.package: Any = package
        self._base_url = base_url
        self._runner = asyncio.Runner() if kind == "async" else None
        self._http = (
            httpx2.AsyncClient(verify=context)
            if kind == "async"
            else httpx2.Client(verify=context)
        )

    def __call__(self, step: Callable[[Any], Any], **options: Any) -> Any:
        """Return the result of a method of the client.

        Args:
            step: Calls a method of the client that it is given.
            options: Arguments of the client's constructor.
        """
        result = step(self._client(options))
        if self._runner and inspect.isawaitable(result):
            return self._runner.run(_result_of(result))
        return result

    def items(self, step: Callable[[Any], Any], **options: Any) -> list[Any]:
        """Return all items of a list in pages, or of a stream."""
        client = self._client(options)
        if self._runner:
            return self._runner.run(_items_of(step(client)))
        return list(step(client))

    def fields(self, value: Any) -> dict[str, Any]:
        """Return the fields of a model, or of what takes its place, as JSON values."""
        if hasattr(value, "model_dump"):
            value = value.model_dump(mode="json")
        return dict(value)

    def close(self) -> None:
        """Close all connections."""
        if isinstance(self._http, httpx2.Client):
            self._http.close()
        elif self._runner:
            self._runner.run(self._http.aclose())
            self._runner.close()

    def _client(self, options: dict[str, Any]) -> Any:
        made = self.package.AsyncClient if self._runner else self.package.Client
        settings = {"base_url": self._base_url, "max_retries": 0, "timeout": 10}
        return made(**settings, http_client=self._http, **options)


async def _result_of(result: Any) -> Any:
    return await result


async def _items_of(result: Any) -> list[Any]:
    if not hasattr(result, "__aiter__"):
        result = await result
    if not hasattr(result, "__aiter__"):
        return list(result)
    return [item async for item in result]
