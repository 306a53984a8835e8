"""The `client.folders` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, MapOf, Operation, Options, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .. import models, params

_RETRIEVE: Operation[models.Folder] = Operation(
    "GET", "/folders/{path}", returns="Folder"
)
_UPDATE: Operation[dict[str, bool]] = Operation(
    "PATCH",
    "/folders/{path}",
    returns=MapOf(bool),
    body="application/json",
    body_required=True,
)


class Folders(Resource):
    """Folders: `retrieve` and `update`."""

    def retrieve(self, path: str, *, options: Options | None = None) -> models.Folder:
        """Call `GET /folders/{path}`.

        Returns:
            A folder with all that is in it.
        """
        return self._client.request(_RETRIEVE, path={"path": path}, options=options)

    def update(
        self,
        path: str,
        *,
        body: Mapping[str, params.ChangeParam | models.Change],
        options: Options | None = None,
    ) -> dict[str, bool]:
        """Call `PATCH /folders/{path}`.

        Args:
            body: Request body.

        Returns:
            What each change did.
        """
        return self._client.request(
            _UPDATE, path={"path": path}, body=body, options=options
        )


class AsyncFolders(AsyncResource):
    """Asynchronous version of `Folders`."""

    async def retrieve(
        self, path: str, *, options: Options | None = None
    ) -> models.Folder:
        """Call `GET /folders/{path}`: see `Folders.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"path": path}, options=options
        )

    async def update(
        self,
        path: str,
        *,
        body: Mapping[str, params.ChangeParam | models.Change],
        options: Options | None = None,
    ) -> dict[str, bool]:
        """Call `PATCH /folders/{path}`: see `Folders.update`."""
        return await self._client.request(
            _UPDATE, path={"path": path}, body=body, options=options
        )
