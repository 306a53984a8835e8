"""The `client.things` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    import builtins

    from .. import models, params

_LIST: Operation[builtins.list[models.ThingV1Dotted]] = Operation(
    "GET", "/things", returns=ListOf("ThingV1Dotted")
)


class Things(Resource):
    """Things: `list`."""

    def list(
        self,
        *,
        order: params.ThingListOrder | Omit = omit,
        id: str | Omit = omit,
        header_id: str | Omit = omit,
        options: Options | None = None,
    ) -> builtins.list[models.ThingV1Dotted]:
        """Call `GET /things`.

        Returns:
            Things.
        """
        return self._client.request(
            _LIST,
            query={"order": order, "id": id},
            headers={"id": header_id},
            options=options,
        )


class AsyncThings(AsyncResource):
    """Asynchronous version of `Things`."""

    async def list(
        self,
        *,
        order: params.ThingListOrder | Omit = omit,
        id: str | Omit = omit,
        header_id: str | Omit = omit,
        options: Options | None = None,
    ) -> builtins.list[models.ThingV1Dotted]:
        """Call `GET /things`: see `Things.list`."""
        return await self._client.request(
            _LIST,
            query={"order": order, "id": id},
            headers={"id": header_id},
            options=options,
        )
