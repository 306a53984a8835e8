"""The resource `client.records.changes`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_LIST: Operation[str] = Operation(
    "GET", "/records/changes", returns=str, accept="text/event-stream"
)


class RecordsChanges(Resource):
    """Changes: `list`."""

    def list(self, *, options: Options | None = None) -> str:
        """Call `GET /records/changes`.

        Returns:
            What happens, as it happens.
        """
        return self._client.request(_LIST, options=options)


class AsyncRecordsChanges(AsyncResource):
    """The same as `RecordsChanges`, for use with `await`."""

    async def list(self, *, options: Options | None = None) -> str:
        """Call `GET /records/changes`: see `RecordsChanges.list`."""
        return await self._client.request(_LIST, options=options)
