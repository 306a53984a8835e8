"""The `client.records.changes` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, AsyncStream, Operation, Options, Resource, Stream

if TYPE_CHECKING:
    from .. import models

_LIST: Operation[models.Record] = Operation(
    "GET",
    "/records/changes",
    returns="Record",
    accept="text/event-stream",
    stream="sse",
)


class RecordsChanges(Resource):
    """Changes: `list`."""

    def list(self, *, options: Options | None = None) -> Stream[models.Record]:
        """Call `GET /records/changes`.

        Returns:
            What happens, as it happens.
        """
        return self._client.open_stream(_LIST, options=options)


class AsyncRecordsChanges(AsyncResource):
    """Asynchronous version of `RecordsChanges`."""

    async def list(
        self, *, options: Options | None = None
    ) -> AsyncStream[models.Record]:
        """Call `GET /records/changes`: see `RecordsChanges.list`."""
        return await self._client.open_stream(_LIST, options=options)
