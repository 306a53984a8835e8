"""The `client.users.orders` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    ANY,
    AsyncResource,
    ListOf,
    Omit,
    Operation,
    Options,
    Resource,
    omit,
)

if TYPE_CHECKING:
    import builtins
    from typing import Any

_LIST: Operation[builtins.list[Any]] = Operation(
    "GET", "/users/{id}/orders", returns=ListOf(ANY), query={"expand": "items"}
)


class UsersOrders(Resource):
    """Orders: `list`."""

    def list(
        self, id: str, *, stray: str | Omit = omit, options: Options | None = None
    ) -> builtins.list[Any]:
        """Call `GET /users/{id}/orders`.

        Returns:
            Orders.
        """
        return self._client.request(
            _LIST, path={"id": id}, query={"stray": stray}, options=options
        )


class AsyncUsersOrders(AsyncResource):
    """Asynchronous version of `UsersOrders`."""

    async def list(
        self, id: str, *, stray: str | Omit = omit, options: Options | None = None
    ) -> builtins.list[Any]:
        """Call `GET /users/{id}/orders`: see `UsersOrders.list`."""
        return await self._client.request(
            _LIST, path={"id": id}, query={"stray": stray}, options=options
        )
