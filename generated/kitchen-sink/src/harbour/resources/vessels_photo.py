"""The `client.vessels.photo` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    FileInput,
    Formatted,
    Omit,
    Operation,
    Options,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from typing import Literal

_RETRIEVE: Operation[bytes] = Operation(
    "GET", "/vessels/{imo}/photo", returns=bytes, accept="image/png"
)
_REPLACE: Operation[None] = Operation(
    "PUT",
    "/vessels/{imo}/photo",
    body="image/png",
    body_required=True,
    formats={"body": {"": Formatted("file")}},
)
_CHECK: Operation[None] = Operation("HEAD", "/vessels/{imo}/photo")


class VesselsPhoto(Resource):
    """Photo: `retrieve`, `replace` and `check`."""

    def __call__(self, imo: int, *, options: Options | None = None) -> bytes:
        """Download the photo of a vessel.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            The photo.
        """
        return self._client.request(_RETRIEVE, path={"imo": imo}, options=options)

    def retrieve(self, imo: int, *, options: Options | None = None) -> bytes:
        """Download the photo of a vessel.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            The photo.
        """
        return self._client.request(_RETRIEVE, path={"imo": imo}, options=options)

    def replace(
        self,
        imo: int,
        *,
        body: FileInput,
        content_type: Literal["image/png", "image/jpeg"] | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Replace the photo of a vessel.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.
            body: Request body.
            content_type: Media type of the request body. Default: `"image/png"`.

        Returns:
            Replaced.
        """
        return self._client.request(
            _REPLACE,
            path={"imo": imo},
            headers={"Content-Type": content_type},
            body=body,
            options=options,
        )

    def check(self, imo: int, *, options: Options | None = None) -> None:
        """See whether there is a photo.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Raises:
            NotFoundError: There is none.
        """
        return self._client.request(_CHECK, path={"imo": imo}, options=options)


class AsyncVesselsPhoto(AsyncResource):
    """Asynchronous version of `VesselsPhoto`."""

    async def __call__(self, imo: int, *, options: Options | None = None) -> bytes:
        """Download the photo of a vessel: see `VesselsPhoto.__call__`."""
        return await self._client.request(_RETRIEVE, path={"imo": imo}, options=options)

    async def retrieve(self, imo: int, *, options: Options | None = None) -> bytes:
        """Download the photo of a vessel: see `VesselsPhoto.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"imo": imo}, options=options)

    async def replace(
        self,
        imo: int,
        *,
        body: FileInput,
        content_type: Literal["image/png", "image/jpeg"] | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Replace the photo of a vessel: see `VesselsPhoto.replace`."""
        return await self._client.request(
            _REPLACE,
            path={"imo": imo},
            headers={"Content-Type": content_type},
            body=body,
            options=options,
        )

    async def check(self, imo: int, *, options: Options | None = None) -> None:
        """See whether there is a photo: see `VesselsPhoto.check`."""
        return await self._client.request(_CHECK, path={"imo": imo}, options=options)
