"""The `client.matrix` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Formatted, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    import builtins

_LIST: Operation[builtins.list[builtins.list[float]]] = Operation(
    "GET", "/matrix", returns=ListOf(ListOf(Formatted("number")))
)


class Matrix(Resource):
    """Matrix: `list`."""

    def list(
        self, *, options: Options | None = None
    ) -> builtins.list[builtins.list[float]]:
        """Call `GET /matrix`.

        Returns:
            Numbers in rows.
        """
        return self._client.request(_LIST, options=options)


class AsyncMatrix(AsyncResource):
    """Asynchronous version of `Matrix`."""

    async def list(
        self, *, options: Options | None = None
    ) -> builtins.list[builtins.list[float]]:
        """Call `GET /matrix`: see `Matrix.list`."""
        return await self._client.request(_LIST, options=options)
