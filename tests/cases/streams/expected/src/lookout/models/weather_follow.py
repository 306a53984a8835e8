"""Response models of the API: `WeatherFollowResponse` and 3 more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import BaseModel, IntOrFloat, Variants


class WeatherFollowResponseForecastData(BaseModel):
    wind: IntOrFloat
    """Its speed in knots."""


class WeatherFollowResponseForecast(BaseModel):
    event: Literal["forecast"] | str
    data: WeatherFollowResponseForecastData


class WeatherFollowResponseWarning(BaseModel):
    event: Literal["warning"] | str
    data: str


WeatherFollowResponse: TypeAlias = Annotated[
    WeatherFollowResponseForecast | WeatherFollowResponseWarning,
    Variants(
        "event",
        {
            "forecast": WeatherFollowResponseForecast,
            "warning": WeatherFollowResponseWarning,
        },
    ),
]
