"""The `client.parcels` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByPageNumber,
    ListOf,
    Omit,
    Operation,
    Options,
    Page,
    PagedOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence
    from uuid import UUID

    from .. import models, params

_LIST: PagedOperation[models.Consignment, builtins.list[models.Consignment]] = (
    PagedOperation(
        "GET",
        "/parcels",
        returns=ListOf("Consignment"),
        errors={"default": "CommonError"},
        paging=ByPageNumber("page", total="X-Total"),
    )
)
_CREATE: Operation[models.Consignment] = Operation(
    "POST",
    "/parcels",
    returns="Consignment",
    errors={"default": "CommonError"},
    body="application/json",
    body_required=True,
)
_RETRIEVE: Operation[models.Consignment] = Operation(
    "GET", "/parcels/{parcel}", returns="Consignment", errors={"404": "CommonError"}
)
_DELETE: Operation[None] = Operation("DELETE", "/parcels/{parcel}")


class Parcels(Resource):
    """Parcels: `list`, `create`, `retrieve` and `delete`."""

    def list(
        self, *, page: int | Omit = omit, options: Options | None = None
    ) -> Page[models.Consignment, builtins.list[models.Consignment]]:
        """Call `GET /parcels`.

        Returns:
            Parcels.
        """
        return self._client.paginate(_LIST, query={"page": page}, options=options)

    def create(
        self,
        *,
        id: UUID | str,
        contents: Sequence[params.ContentsParam],
        carrier: params.CarrierParam | models.Carrier | Omit = omit,
        within: params.ConsignmentParam | models.Consignment | Omit = omit,
        label: object | Omit = omit,
        box: params.BoxParam | models.Box | Omit = omit,
        options: Options | None = None,
    ) -> models.Consignment:
        """Call `POST /parcels`.

        Returns:
            The new parcel.
        """
        return self._client.request(
            _CREATE,
            body={
                "id": id,
                "contents": contents,
                "carrier": carrier,
                "within": within,
                "label": label,
                "box": box,
            },
            options=options,
        )

    def retrieve(
        self, parcel: str, *, options: Options | None = None
    ) -> models.Consignment:
        """Call `GET /parcels/{parcel}`.

        Returns:
            A parcel.

        Raises:
            NotFoundError: What went wrong.
        """
        return self._client.request(_RETRIEVE, path={"parcel": parcel}, options=options)

    def delete(self, parcel: str, *, options: Options | None = None) -> None:
        """Call `DELETE /parcels/{parcel}`.

        Returns:
            Gone.
        """
        return self._client.request(_DELETE, path={"parcel": parcel}, options=options)


class AsyncParcels(AsyncResource):
    """Asynchronous version of `Parcels`."""

    def list(
        self, *, page: int | Omit = omit, options: Options | None = None
    ) -> AsyncPager[models.Consignment, builtins.list[models.Consignment]]:
        """Call `GET /parcels`: see `Parcels.list`."""
        return self._client.paginate(_LIST, query={"page": page}, options=options)

    async def create(
        self,
        *,
        id: UUID | str,
        contents: Sequence[params.ContentsParam],
        carrier: params.CarrierParam | models.Carrier | Omit = omit,
        within: params.ConsignmentParam | models.Consignment | Omit = omit,
        label: object | Omit = omit,
        box: params.BoxParam | models.Box | Omit = omit,
        options: Options | None = None,
    ) -> models.Consignment:
        """Call `POST /parcels`: see `Parcels.create`."""
        return await self._client.request(
            _CREATE,
            body={
                "id": id,
                "contents": contents,
                "carrier": carrier,
                "within": within,
                "label": label,
                "box": box,
            },
            options=options,
        )

    async def retrieve(
        self, parcel: str, *, options: Options | None = None
    ) -> models.Consignment:
        """Call `GET /parcels/{parcel}`: see `Parcels.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"parcel": parcel}, options=options
        )

    async def delete(self, parcel: str, *, options: Options | None = None) -> None:
        """Call `DELETE /parcels/{parcel}`: see `Parcels.delete`."""
        return await self._client.request(
            _DELETE, path={"parcel": parcel}, options=options
        )
