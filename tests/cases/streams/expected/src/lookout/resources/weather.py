"""The `client.weather` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, AsyncStream, Operation, Options, Resource, Stream

if TYPE_CHECKING:
    from .. import models

_FOLLOW: Operation[models.WeatherFollowResponse] = Operation(
    "GET",
    "/weather",
    returns="WeatherFollowResponse",
    accept="text/event-stream",
    stream="sse-event",
)


class Weather(Resource):
    """Weather: `follow`."""

    def follow(
        self, *, options: Options | None = None
    ) -> Stream[models.WeatherFollowResponse]:
        """Follow the weather.

        Returns:
            Forecasts as objects, and warnings as text.
        """
        return self._client.open_stream(_FOLLOW, options=options)


class AsyncWeather(AsyncResource):
    """Asynchronous version of `Weather`."""

    async def follow(
        self, *, options: Options | None = None
    ) -> AsyncStream[models.WeatherFollowResponse]:
        """Follow the weather: see `Weather.follow`."""
        return await self._client.open_stream(_FOLLOW, options=options)
