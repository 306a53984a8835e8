"""The `client.measurements` resource."""

from __future__ import annotations

from .._runtime import (
    AsyncResource,
    AsyncStream,
    Formatted,
    Operation,
    Options,
    Resource,
    Stream,
)

_LIST: Operation[float] = Operation(
    "GET",
    "/measurements",
    returns=Formatted("number"),
    accept="application/json-seq",
    stream="json-seq",
)


class Measurements(Resource):
    """Measurements: `list`."""

    def list(self, *, options: Options | None = None) -> Stream[float]:
        """Measure until told to stop.

        Returns:
            200: Numbers.

            204: There is nothing to measure.
        """
        return self._client.open_stream(_LIST, options=options)


class AsyncMeasurements(AsyncResource):
    """Asynchronous version of `Measurements`."""

    async def list(self, *, options: Options | None = None) -> AsyncStream[float]:
        """Measure until told to stop: see `Measurements.list`."""
        return await self._client.open_stream(_LIST, options=options)
