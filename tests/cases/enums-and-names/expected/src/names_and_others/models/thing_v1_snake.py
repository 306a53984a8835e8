"""Response models of the API: `ThingV1Snake`."""

from __future__ import annotations

from .._runtime import BaseModel
from .thing_v1_dotted import ThingV1Dotted


class ThingV1Snake(BaseModel):
    other: ThingV1Dotted | None = None
