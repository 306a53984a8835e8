"""The `client.notes` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_CREATE: Operation[str] = Operation(
    "POST",
    "/notes",
    returns=str,
    body="text/plain",
    body_required=True,
    accept="text/plain",
)


class Notes(Resource):
    """Notes: `create`."""

    def create(self, *, body: str | bytes, options: Options | None = None) -> str:
        """Write a note.

        Args:
            body: Request body.

        Returns:
            The note as it was stored.
        """
        return self._client.request(_CREATE, body=body, options=options)


class AsyncNotes(AsyncResource):
    """Asynchronous version of `Notes`."""

    async def create(self, *, body: str | bytes, options: Options | None = None) -> str:
        """Write a note: see `Notes.create`."""
        return await self._client.request(_CREATE, body=body, options=options)
