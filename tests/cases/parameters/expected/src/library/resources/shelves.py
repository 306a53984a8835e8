"""The resource `client.shelves`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Options, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.shelf_export import ShelfExportFormat

_EXPORT: Operation[bytes] = Operation(
    "GET",
    "/shelves/{shelves}/export.{format}",
    returns=bytes,
    accept="application/octet-stream",
)


class Shelves(Resource):
    """Operations of `shelves`."""

    def export(
        self,
        shelves: Sequence[str],
        format: ShelfExportFormat,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Export some shelves.

        Args:
            options: Timeout, headers, retries and the rest, for this call alone.

        Returns:
            The file.

        Raises:
            APIStatusError: The API answered with an error status.
        """
        return self._client.request(
            _EXPORT, path={"shelves": shelves, "format": format}, options=options
        )


class AsyncShelves(AsyncResource):
    """The same as `Shelves`, for use with `await`."""

    async def export(
        self,
        shelves: Sequence[str],
        format: ShelfExportFormat,
        *,
        options: Options | None = None,
    ) -> bytes:
        """Export some shelves: see `Shelves.export`."""
        return await self._client.request(
            _EXPORT, path={"shelves": shelves, "format": format}, options=options
        )
