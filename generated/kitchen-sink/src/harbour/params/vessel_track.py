"""What the API is sent: `VesselTrackFormat`."""

from __future__ import annotations

from typing import Literal, TypeAlias

VesselTrackFormat: TypeAlias = Literal["gpx", "csv"]
