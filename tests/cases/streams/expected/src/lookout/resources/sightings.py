"""The `client.sightings` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    AsyncStream,
    Omit,
    Operation,
    Options,
    Resource,
    Stream,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from .. import models, params

_FOLLOW: Operation[models.SightingFollowResponse] = Operation(
    "GET",
    "/sightings",
    returns="SightingFollowResponse",
    errors={"404": "FailedResponse"},
    accept="text/event-stream",
    stream="sse-event",
)
_REPORT: Operation[models.Receipt] = Operation(
    "POST",
    "/sightings",
    returns="Receipt",
    body="application/jsonl",
    body_required=True,
    accept="application/jsonl",
    stream="jsonl",
)


class Sightings(Resource):
    """Sightings: `follow` and `report`."""

    def follow(
        self, *, sector: int | Omit = omit, options: Options | None = None
    ) -> Stream[models.SightingFollowResponse]:
        """Follow what is seen.

        Returns:
            One event for each sighting.

        Raises:
            NotFoundError: There is no such sector.
        """
        return self._client.open_stream(
            _FOLLOW, query={"sector": sector}, options=options
        )

    def report(
        self,
        *,
        body: (
            Iterable[params.SightingParam | models.Sighting]
            | AsyncIterable[params.SightingParam | models.Sighting]
        ),
        options: Options | None = None,
    ) -> Stream[models.Receipt]:
        """Report many sightings, one by one.

        Args:
            body: Request body.

        Returns:
            What became of each.
        """
        return self._client.open_stream(_REPORT, body=body, options=options)


class AsyncSightings(AsyncResource):
    """Asynchronous version of `Sightings`."""

    async def follow(
        self, *, sector: int | Omit = omit, options: Options | None = None
    ) -> AsyncStream[models.SightingFollowResponse]:
        """Follow what is seen: see `Sightings.follow`."""
        return await self._client.open_stream(
            _FOLLOW, query={"sector": sector}, options=options
        )

    async def report(
        self,
        *,
        body: (
            Iterable[params.SightingParam | models.Sighting]
            | AsyncIterable[params.SightingParam | models.Sighting]
        ),
        options: Options | None = None,
    ) -> AsyncStream[models.Receipt]:
        """Report many sightings, one by one: see `Sightings.report`."""
        return await self._client.open_stream(_REPORT, body=body, options=options)
