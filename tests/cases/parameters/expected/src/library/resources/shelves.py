"""The `client.shelves` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Options, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import params

_EXPORT: Operation[bytes] = Operation(
    "GET",
    "/shelves/{shelves}/export.{format}",
    returns=bytes,
    accept="application/octet-stream",
)


class Shelves(Resource):
    """Shelves: `export`."""

    def export(
        self,
        shelves: Sequence[str],
        format: params.ShelfExportFormat,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Export some shelves.

        Returns:
            The file.
        """
        return self._client.request(
            _EXPORT, path={"shelves": shelves, "format": format}, options=options
        )


class AsyncShelves(AsyncResource):
    """Asynchronous version of `Shelves`."""

    async def export(
        self,
        shelves: Sequence[str],
        format: params.ShelfExportFormat,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Export some shelves: see `Shelves.export`."""
        return await self._client.request(
            _EXPORT, path={"shelves": shelves, "format": format}, options=options
        )
