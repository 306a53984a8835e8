"""Request types of the API: `VesselTrackFormat`."""

from __future__ import annotations

from typing import Literal, TypeAlias

VesselTrackFormat: TypeAlias = Literal["gpx", "csv"]
