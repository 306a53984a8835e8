"""The `client.notes` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

_CREATE: Operation[bytes] = Operation(
    "POST", "/notes", returns=bytes, body="application/json", accept="image/png"
)
_CREATE_AS_TEXT: Operation[bytes] = Operation(
    "POST", "/notes", returns=bytes, body="text/plain", accept="image/png"
)


class Notes(Resource):
    """Notes: `create` and `create_as_text`."""

    def create(
        self,
        *,
        a: str | Omit = omit,
        b: str | Omit = omit,
        options: Options | None = None,
    ) -> bytes:
        """Call `POST /notes`."""
        return self._client.request(_CREATE, body={"a": a, "b": b}, options=options)

    def create_as_text(
        self, *, body: str | bytes | Omit = omit, options: Options | None = None
    ) -> bytes:
        """Call `POST /notes`.

        Same as `create`, but sends the body as `text/plain`.

        Args:
            body: Request body.
        """
        return self._client.request(_CREATE_AS_TEXT, body=body, options=options)


class AsyncNotes(AsyncResource):
    """Asynchronous version of `Notes`."""

    async def create(
        self,
        *,
        a: str | Omit = omit,
        b: str | Omit = omit,
        options: Options | None = None,
    ) -> bytes:
        """Call `POST /notes`: see `Notes.create`."""
        return await self._client.request(
            _CREATE, body={"a": a, "b": b}, options=options
        )

    async def create_as_text(
        self, *, body: str | bytes | Omit = omit, options: Options | None = None
    ) -> bytes:
        """Call `POST /notes`: see `Notes.create_as_text`."""
        return await self._client.request(_CREATE_AS_TEXT, body=body, options=options)
