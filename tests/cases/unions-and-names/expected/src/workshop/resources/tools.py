"""The `client.tools` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    ListOf,
    Omit,
    Operation,
    Options,
    Resource,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    import builtins

    from .. import models, params
    from .tools_history import AsyncToolsHistory, ToolsHistory

_LIST: Operation[builtins.list[models.Tool]] = Operation(
    "GET", "/tools", returns=ListOf("Tool")
)
_CREATE: Operation[models.Tool] = Operation(
    "POST", "/tools", returns="Tool", body="application/json", body_required=True
)


class Tools(Resource):
    """Tools: `list` and `create`."""

    @cached_property
    def history(self) -> ToolsHistory:
        """History: `list`."""
        from .tools_history import ToolsHistory

        return ToolsHistory(self._client)

    def list(
        self, *, sort: params.ToolListSort | Omit = omit, options: Options | None = None
    ) -> builtins.list[models.Tool]:
        """List tools.

        Returns:
            All tools.
        """
        return self._client.request(_LIST, query={"sort": sort}, options=options)

    def create(
        self, *, body: params.ToolParam, options: Options | None = None
    ) -> models.Tool:
        """Create tool.

        Args:
            body: Request body.

        Returns:
            The new tool.
        """
        return self._client.request(_CREATE, body=body, options=options)


class AsyncTools(AsyncResource):
    """Asynchronous version of `Tools`."""

    @cached_property
    def history(self) -> AsyncToolsHistory:
        """History: `list`."""
        from .tools_history import AsyncToolsHistory

        return AsyncToolsHistory(self._client)

    async def list(
        self, *, sort: params.ToolListSort | Omit = omit, options: Options | None = None
    ) -> builtins.list[models.Tool]:
        """List tools: see `Tools.list`."""
        return await self._client.request(_LIST, query={"sort": sort}, options=options)

    async def create(
        self, *, body: params.ToolParam, options: Options | None = None
    ) -> models.Tool:
        """Create tool: see `Tools.create`."""
        return await self._client.request(_CREATE, body=body, options=options)
