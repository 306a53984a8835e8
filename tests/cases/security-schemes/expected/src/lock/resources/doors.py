"""The `client.doors` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    import builtins

_LIST: Operation[builtins.list[str]] = Operation("GET", "/doors", returns=ListOf(str))
_OPEN: Operation[None] = Operation(
    "POST", "/doors/{id}/open", security=(("staff",), ("digest",))
)


class Doors(Resource):
    """Doors: `list` and `open`."""

    def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List doors.

        Returns:
            Names of doors.
        """
        return self._client.request(_LIST, options=options)

    def open(self, id: str, *, options: Options | None = None) -> None:
        """Open a door.

        Returns:
            Opened.
        """
        return self._client.request(_OPEN, path={"id": id}, options=options)


class AsyncDoors(AsyncResource):
    """Asynchronous version of `Doors`."""

    async def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List doors: see `Doors.list`."""
        return await self._client.request(_LIST, options=options)

    async def open(self, id: str, *, options: Options | None = None) -> None:
        """Open a door: see `Doors.open`."""
        return await self._client.request(_OPEN, path={"id": id}, options=options)
