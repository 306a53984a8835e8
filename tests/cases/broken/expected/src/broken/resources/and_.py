"""The `client.and_` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import ANY, AsyncResource, Operation, Options, Resource

if TYPE_CHECKING:
    from typing import Any

_RETRIEVE: Operation[Any] = Operation("GET", "/and", returns=ANY)


class And(Resource):
    """And: `retrieve`."""

    def retrieve(self, *, options: Options | None = None) -> Any:
        """Call `GET /and`.

        Returns:
            Not a path. Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_RETRIEVE, options=options)


class AsyncAnd(AsyncResource):
    """Asynchronous version of `And`."""

    async def retrieve(self, *, options: Options | None = None) -> Any:
        """Call `GET /and`: see `And.retrieve`."""
        return await self._client.request(_RETRIEVE, options=options)
