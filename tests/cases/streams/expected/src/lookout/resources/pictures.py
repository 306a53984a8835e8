"""The `client.pictures` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, FileInput, Formatted, Operation, Options, Resource

_RETRIEVE: Operation[bytes] = Operation(
    "GET", "/pictures/{picture}", returns=bytes, accept="image/png"
)
_REPLACE: Operation[None] = Operation(
    "PUT",
    "/pictures/{picture}",
    body="image/png",
    body_required=True,
    formats={"body": {"": Formatted("file")}},
)


class Pictures(Resource):
    """Pictures: `retrieve` and `replace`."""

    def retrieve(self, picture: str, *, options: Options | None = None) -> bytes:
        """Load a picture.

        Returns:
            The picture.
        """
        return self._client.request(
            _RETRIEVE, path={"picture": picture}, options=options
        )

    def replace(
        self, picture: str, *, body: FileInput, options: Options | None = None
    ) -> None:
        """Replace a picture.

        Args:
            body: Request body.

        Returns:
            It is replaced.
        """
        return self._client.request(
            _REPLACE, path={"picture": picture}, body=body, options=options
        )


class AsyncPictures(AsyncResource):
    """Asynchronous version of `Pictures`."""

    async def retrieve(self, picture: str, *, options: Options | None = None) -> bytes:
        """Load a picture: see `Pictures.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"picture": picture}, options=options
        )

    async def replace(
        self, picture: str, *, body: FileInput, options: Options | None = None
    ) -> None:
        """Replace a picture: see `Pictures.replace`."""
        return await self._client.request(
            _REPLACE, path={"picture": picture}, body=body, options=options
        )
