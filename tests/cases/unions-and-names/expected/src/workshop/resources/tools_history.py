"""The `client.tools.history` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    import builtins

    from .. import models

_LIST: Operation[builtins.list[models.ToolHistoryListResponseItem]] = Operation(
    "GET", "/tools/{id}/history", returns=ListOf("ToolHistoryListResponseItem")
)


class ToolsHistory(Resource):
    """History: `list`."""

    def list(
        self, id: str, *, options: Options | None = None
    ) -> builtins.list[models.ToolHistoryListResponseItem]:
        """Get history.

        Returns:
            What was done with it.
        """
        return self._client.request(_LIST, path={"id": id}, options=options)


class AsyncToolsHistory(AsyncResource):
    """Asynchronous version of `ToolsHistory`."""

    async def list(
        self, id: str, *, options: Options | None = None
    ) -> builtins.list[models.ToolHistoryListResponseItem]:
        """Get history: see `ToolsHistory.list`."""
        return await self._client.request(_LIST, path={"id": id}, options=options)
