"""Response models of the API: `Tanker`, `TankerTank`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from pydantic import Field

from .._runtime import BaseModel, IntOrFloat

if TYPE_CHECKING:
    from .. import models


class TankerTank(BaseModel):
    capacity: IntOrFloat
    """In cubic metres."""

    heated: bool | None = None
    """Default: `false`."""


class Tanker(BaseModel):
    id: UUID | None = None
    imo: int
    """The number of the hull."""

    name: str
    kind: models.VesselKind | str
    flag: models.Country | str | None = None
    """Where this vessel is registered."""

    length: IntOrFloat | None = None
    built: dt.date | None = None
    callback_url: str | None = None
    call_sign: str | None = None
    """Deprecated."""

    equipment: models.Equipment | None = None
    class_: Annotated[str | None, Field(alias="class")] = None
    """A Python keyword."""

    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    """A name of pydantic."""

    registered_at: dt.datetime | None = None
    tanks: list[TankerTank]
