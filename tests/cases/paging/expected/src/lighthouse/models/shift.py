"""Response models of the API: `Shift`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime import BaseModel


class Shift(BaseModel):
    from_: Annotated[dt.datetime | None, Field(alias="from")] = None
