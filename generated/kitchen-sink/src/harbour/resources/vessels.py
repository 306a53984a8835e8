"""The `client.vessels` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByLink,
    Omit,
    Operation,
    Options,
    Page,
    PagedOperation,
    Resource,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from .. import models, params
    from .vessels_documents import AsyncVesselsDocuments, VesselsDocuments
    from .vessels_photo import AsyncVesselsPhoto, VesselsPhoto

_LIST: PagedOperation[models.Vessel, models.VesselPage] = PagedOperation(
    "GET",
    "/vessels",
    returns="VesselPage",
    errors={"default": "Problem"},
    styles={
        "query": {
            "flag": "form",
            "kinds": "pipeDelimited",
            "draughts": "spaceDelimited",
            "filter": "deepObject*",
            "near": "json",
            "path": "+form*",
        }
    },
    paging=ByLink(items="/data"),
)
_RETRIEVE: Operation[models.Vessel] = Operation(
    "GET", "/vessels/{imo}", returns="Vessel", errors={"404": "Problem"}
)
_UPDATE: Operation[models.Vessel] = Operation(
    "PATCH",
    "/vessels/{imo}",
    returns="Vessel",
    body="application/merge-patch+json",
    body_required=True,
)
_DELETE: Operation[None] = Operation("DELETE", "/vessels/{imo}")
_REGISTER: Operation[models.Vessel | models.Job] = Operation(
    "POST",
    "/vessels",
    returns={"201": "Vessel", "202": "Job"},
    errors={"409": "Problem", "4XX": "Problem"},
    body="application/json",
    body_required=True,
    formats={"body": {"": ("TugParam", "TankerParam", "FerryParam")}},
)
_TRACK: Operation[str | None] = Operation(
    "GET",
    "/vessels/{imo}/track.{format}",
    returns={"200": str, "204": None},
    accept="text/csv",
)


class Vessels(Resource):
    """Ships that call at the harbour."""

    @cached_property
    def documents(self) -> VesselsDocuments:
        """Documents: `upload`."""
        from .vessels_documents import VesselsDocuments

        return VesselsDocuments(self._client)

    @cached_property
    def photo(self) -> VesselsPhoto:
        """Photo: `retrieve`, `replace` and `check`."""
        from .vessels_photo import VesselsPhoto

        return VesselsPhoto(self._client)

    def list(
        self,
        *,
        x_trace_id: str | Omit = omit,
        limit: int | Omit = omit,
        flag: Sequence[models.Country] | Omit = omit,
        kinds: Sequence[str] | Set[str] | Omit = omit,
        draughts: Sequence[float] | Omit = omit,
        filter: params.VesselFilterParam | models.VesselFilter | Omit = omit,
        near: params.PositionParam | models.Position | Omit = omit,
        path: str | Omit = omit,
        expand: Sequence[params.VesselListExpandItem] | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Vessel, models.VesselPage]:
        """List vessels.

        Args:
            x_trace_id: Shown in the logs of the harbour. At most 64 characters.
            limit: How many at most. Default: `20`. Between 1 and 100.
            flag: Countries of registry, joined by commas.
            near: A position, as JSON.
            path: A path expression, sent as it is.

        Returns:
            A page of vessels.
        """
        return self._client.paginate(
            _LIST,
            query={
                "limit": limit,
                "flag": flag,
                "kinds": kinds,
                "draughts": draughts,
                "filter": filter,
                "near": near,
                "path": path,
                "expand[]": expand,
            },
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )

    def retrieve(self, imo: int, *, options: Options | None = None) -> models.Vessel:
        """Retrieve a vessel.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            The vessel.

        Raises:
            NotFoundError: Something went wrong.
        """
        return self._client.request(_RETRIEVE, path={"imo": imo}, options=options)

    def update(
        self,
        imo: int,
        *,
        name: str | None | Omit = omit,
        length: float | None | Omit = omit,
        flag: models.Country | None | Omit = omit,
        options: Options | None = None,
    ) -> models.Vessel:
        """Change some facts about a vessel.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            The vessel as it is now.
        """
        return self._client.request(
            _UPDATE,
            path={"imo": imo},
            body={"name": name, "length": length, "flag": flag},
            options=options,
        )

    def delete(self, imo: int, *, options: Options | None = None) -> None:
        """Take a vessel off the register.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            Gone.
        """
        return self._client.request(_DELETE, path={"imo": imo}, options=options)

    def register(
        self,
        *,
        body: params.VesselParam,
        x_trace_id: str | Omit = omit,
        options: Options | None = None,
    ) -> models.Vessel | models.Job:
        """Register a vessel.

        Args:
            body: Request body.
            x_trace_id: Shown in the logs of the harbour. At most 64 characters.

        Returns:
            201: Registered.

            202: A person has to look at it first.

        Raises:
            ConflictError: It is registered already.
            APIStatusError: 4XX: Something went wrong.
        """
        return self._client.request(
            _REGISTER, headers={"X-Trace-Id": x_trace_id}, body=body, options=options
        )

    def track(
        self,
        imo: int,
        format: params.VesselTrackFormat,
        *,
        session: str | Omit = omit,
        options: Options | None = None,
    ) -> str | None:
        """Download where a vessel has been.

        Args:
            imo: The IMO number of a vessel. Between 1000000 and 9999999. Example:
                `9506411`.

        Returns:
            200: The track.

            204: It has not moved.
        """
        return self._client.request(
            _TRACK,
            path={"imo": imo, "format": format},
            cookies={"session": session},
            options=options,
        )


class AsyncVessels(AsyncResource):
    """Asynchronous version of `Vessels`."""

    @cached_property
    def documents(self) -> AsyncVesselsDocuments:
        """Documents: `upload`."""
        from .vessels_documents import AsyncVesselsDocuments

        return AsyncVesselsDocuments(self._client)

    @cached_property
    def photo(self) -> AsyncVesselsPhoto:
        """Photo: `retrieve`, `replace` and `check`."""
        from .vessels_photo import AsyncVesselsPhoto

        return AsyncVesselsPhoto(self._client)

    def list(
        self,
        *,
        x_trace_id: str | Omit = omit,
        limit: int | Omit = omit,
        flag: Sequence[models.Country] | Omit = omit,
        kinds: Sequence[str] | Set[str] | Omit = omit,
        draughts: Sequence[float] | Omit = omit,
        filter: params.VesselFilterParam | models.VesselFilter | Omit = omit,
        near: params.PositionParam | models.Position | Omit = omit,
        path: str | Omit = omit,
        expand: Sequence[params.VesselListExpandItem] | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Vessel, models.VesselPage]:
        """List vessels: see `Vessels.list`."""
        return self._client.paginate(
            _LIST,
            query={
                "limit": limit,
                "flag": flag,
                "kinds": kinds,
                "draughts": draughts,
                "filter": filter,
                "near": near,
                "path": path,
                "expand[]": expand,
            },
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )

    async def retrieve(
        self, imo: int, *, options: Options | None = None
    ) -> models.Vessel:
        """Retrieve a vessel: see `Vessels.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"imo": imo}, options=options)

    async def update(
        self,
        imo: int,
        *,
        name: str | None | Omit = omit,
        length: float | None | Omit = omit,
        flag: models.Country | None | Omit = omit,
        options: Options | None = None,
    ) -> models.Vessel:
        """Change some facts about a vessel: see `Vessels.update`."""
        return await self._client.request(
            _UPDATE,
            path={"imo": imo},
            body={"name": name, "length": length, "flag": flag},
            options=options,
        )

    async def delete(self, imo: int, *, options: Options | None = None) -> None:
        """Take a vessel off the register: see `Vessels.delete`."""
        return await self._client.request(_DELETE, path={"imo": imo}, options=options)

    async def register(
        self,
        *,
        body: params.VesselParam,
        x_trace_id: str | Omit = omit,
        options: Options | None = None,
    ) -> models.Vessel | models.Job:
        """Register a vessel: see `Vessels.register`."""
        return await self._client.request(
            _REGISTER, headers={"X-Trace-Id": x_trace_id}, body=body, options=options
        )

    async def track(
        self,
        imo: int,
        format: params.VesselTrackFormat,
        *,
        session: str | Omit = omit,
        options: Options | None = None,
    ) -> str | None:
        """Download where a vessel has been: see `Vessels.track`."""
        return await self._client.request(
            _TRACK,
            path={"imo": imo, "format": format},
            cookies={"session": session},
            options=options,
        )
