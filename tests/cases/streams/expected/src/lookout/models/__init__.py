"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .answer import *
    from .failed import *
    from .receipt import *
    from .sighting import *
    from .sighting_follow import *
    from .weather_follow import *
    from .word import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".answer": "Answer",
            ".failed": "FailedResponse",
            ".receipt": "Receipt",
            ".sighting": "Sighting",
            ".sighting_follow": "SightingFollowResponse SightingFollowResponseEvent",
            ".weather_follow": (
                "WeatherFollowResponse WeatherFollowResponseForecast "
                "WeatherFollowResponseForecastData WeatherFollowResponseWarning"
            ),
            ".word": "Word",
        },
    )
