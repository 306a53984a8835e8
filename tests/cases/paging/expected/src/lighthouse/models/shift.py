"""Response models of the API: `Shift`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class Shift(BaseModel):
    from_: Annotated[dt.datetime | None, Field(alias="from")] = None
