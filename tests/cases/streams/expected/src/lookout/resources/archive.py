"""The `client.archive` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    AsyncStream,
    ListOf,
    Operation,
    Options,
    Resource,
    Stream,
)

if TYPE_CHECKING:
    import builtins

    from .. import models

_LIST: Operation[builtins.list[models.Sighting]] = Operation(
    "GET", "/archive", returns=ListOf("Sighting")
)
_LIST_AS_STREAM: Operation[models.Sighting] = Operation(
    "GET", "/archive", returns="Sighting", accept="application/x-ndjson", stream="jsonl"
)
_EXPORT: Operation[bytes] = Operation(
    "GET", "/archive/export", returns=bytes, accept="application/jsonl"
)


class Archive(Resource):
    """Archive: `list`, `list_as_stream` and `export`."""

    def list(self, *, options: Options | None = None) -> builtins.list[models.Sighting]:
        """List what has been seen.

        Returns:
            All of it, at once or line by line.
        """
        return self._client.request(_LIST, options=options)

    def list_as_stream(
        self, *, options: Options | None = None
    ) -> Stream[models.Sighting]:
        """List what has been seen.

        Same as `list`, but returns the response as `application/x-ndjson`.

        Returns:
            All of it, at once or line by line.
        """
        return self._client.open_stream(_LIST_AS_STREAM, options=options)

    def export(self, *, options: Options | None = None) -> bytes:
        """Load the archive as a file.

        Returns:
            The file.
        """
        return self._client.request(_EXPORT, options=options)


class AsyncArchive(AsyncResource):
    """Asynchronous version of `Archive`."""

    async def list(
        self, *, options: Options | None = None
    ) -> builtins.list[models.Sighting]:
        """List what has been seen: see `Archive.list`."""
        return await self._client.request(_LIST, options=options)

    async def list_as_stream(
        self, *, options: Options | None = None
    ) -> AsyncStream[models.Sighting]:
        """List what has been seen: see `Archive.list_as_stream`."""
        return await self._client.open_stream(_LIST_AS_STREAM, options=options)

    async def export(self, *, options: Options | None = None) -> bytes:
        """Load the archive as a file: see `Archive.export`."""
        return await self._client.request(_EXPORT, options=options)
