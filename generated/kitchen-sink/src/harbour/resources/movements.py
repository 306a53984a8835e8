"""The `client.movements` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, AsyncStream, Operation, Options, Resource, Stream

if TYPE_CHECKING:
    from .. import models

_STREAM: Operation[models.Movement] = Operation(
    "GET", "/movements", returns="Movement", accept="text/event-stream", stream="sse"
)


class Movements(Resource):
    """Movements: `stream`."""

    def stream(self, *, options: Options | None = None) -> Stream[models.Movement]:
        """Follow movements as they happen.

        Returns:
            One event for each movement.
        """
        return self._client.open_stream(_STREAM, options=options)


class AsyncMovements(AsyncResource):
    """Asynchronous version of `Movements`."""

    async def stream(
        self, *, options: Options | None = None
    ) -> AsyncStream[models.Movement]:
        """Follow movements as they happen: see `Movements.stream`."""
        return await self._client.open_stream(_STREAM, options=options)
