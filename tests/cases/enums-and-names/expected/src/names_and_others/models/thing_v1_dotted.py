"""Response models of the API: `ThingV1Dotted`, `ThingV1Level`."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import Literal, TypeAlias

from .._runtime import BaseModel
from .status import Status

ThingV1Level: TypeAlias = Literal[1, 2, 3]


class ThingV1Dotted(BaseModel):
    status: Status | builtins.str | None = None
    date: dt.date | None = None
    str: builtins.str | None = None
    level: ThingV1Level | int | None = None
