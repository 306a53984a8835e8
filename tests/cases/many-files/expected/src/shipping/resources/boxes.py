"""The `client.boxes` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    import builtins

    from .. import models

_LIST: Operation[builtins.list[models.Box]] = Operation(
    "GET", "/boxes", returns=ListOf("Box")
)


class Boxes(Resource):
    """Boxes: `list`."""

    def list(self, *, options: Options | None = None) -> builtins.list[models.Box]:
        """Call `GET /boxes`.

        Returns:
            Boxes.
        """
        return self._client.request(_LIST, options=options)


class AsyncBoxes(AsyncResource):
    """Asynchronous version of `Boxes`."""

    async def list(
        self, *, options: Options | None = None
    ) -> builtins.list[models.Box]:
        """Call `GET /boxes`: see `Boxes.list`."""
        return await self._client.request(_LIST, options=options)
