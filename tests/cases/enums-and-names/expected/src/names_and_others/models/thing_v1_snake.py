"""What the API answers with: `ThingV1Snake`."""

from __future__ import annotations

from .._runtime import Model
from .thing_v1_dotted import ThingV1Dotted


class ThingV1Snake(Model):
    """`ThingV1Snake` of the API."""

    other: ThingV1Dotted | None = None
