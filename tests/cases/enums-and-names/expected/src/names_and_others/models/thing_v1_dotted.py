"""Response models of the API: `ThingV1Dotted`, `ThingV1DottedLevel`."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models

ThingV1DottedLevel: TypeAlias = Literal[1, 2, 3]


class ThingV1Dotted(BaseModel):
    status: models.Status | builtins.str | None = None
    date: dt.date | None = None
    str: builtins.str | None = None
    level: ThingV1DottedLevel | int | None = None
