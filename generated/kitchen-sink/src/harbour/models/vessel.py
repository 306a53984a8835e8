"""Response models of the API: `Vessel`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Variants
from .ferry import Ferry
from .tanker import Tanker
from .tug import Tug

__all__ = ["Vessel"]

Vessel: TypeAlias = Annotated[
    Tug | Tanker | Ferry,
    Variants("kind", {"ferry": Ferry, "tanker": Tanker, "tug": Tug}),
]
