"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .answer import Answer
    from .failed import FailedResponse
    from .receipt import Receipt
    from .sighting import Sighting
    from .sighting_follow import SightingFollowResponse, SightingFollowResponseEvent
    from .weather_follow import (
        WeatherFollowResponse,
        WeatherFollowResponseForecast,
        WeatherFollowResponseForecastData,
        WeatherFollowResponseWarning,
    )
    from .word import Word
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Answer": ".answer",
            "FailedResponse": ".failed",
            "Receipt": ".receipt",
            "Sighting": ".sighting",
            "SightingFollowResponse": ".sighting_follow",
            "SightingFollowResponseEvent": ".sighting_follow",
            "WeatherFollowResponse": ".weather_follow",
            "WeatherFollowResponseForecast": ".weather_follow",
            "WeatherFollowResponseForecastData": ".weather_follow",
            "WeatherFollowResponseWarning": ".weather_follow",
            "Word": ".word",
        },
    )

__all__ = [
    "Answer",
    "FailedResponse",
    "Receipt",
    "Sighting",
    "SightingFollowResponse",
    "SightingFollowResponseEvent",
    "WeatherFollowResponse",
    "WeatherFollowResponseForecast",
    "WeatherFollowResponseForecastData",
    "WeatherFollowResponseWarning",
    "Word",
]
