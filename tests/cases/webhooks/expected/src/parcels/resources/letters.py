"""The `client.letters` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import ANY, AsyncResource, Operation, Options, Resource

if TYPE_CHECKING:
    from typing import Any

_CREATE: Operation[Any] = Operation("POST", "/letters", returns=ANY)


class Letters(Resource):
    """Letters: `create`."""

    def create(self, *, options: Options | None = None) -> Any:
        """Hand in a letter.

        Returns:
            Taken. Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_CREATE, options=options)


class AsyncLetters(AsyncResource):
    """Asynchronous version of `Letters`."""

    async def create(self, *, options: Options | None = None) -> Any:
        """Hand in a letter: see `Letters.create`."""
        return await self._client.request(_CREATE, options=options)
