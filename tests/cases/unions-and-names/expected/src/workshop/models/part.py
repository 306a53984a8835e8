"""Response models of the API: `Component`, `Part`, `PartDimensions` and 2 more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import Base64UrlBytes, BaseModel, IntOrFloat, ISODuration

if TYPE_CHECKING:
    from .. import models

PartDimensionsUnit: TypeAlias = Literal["mm", "inch"]


class PartDimensionsOuter(BaseModel):
    unit: PartDimensionsUnit | str | None = None
    width: IntOrFloat | None = None


class PartDimensions(BaseModel):
    unit: PartDimensionsUnit | str | None = None
    outer: PartDimensionsOuter | None = None


class Part(BaseModel):
    part_number: str | None = None
    dimensions: PartDimensions | None = None
    notes: models.Note | None = None
    made_of: list[Part] | None = None
    checksum: Base64UrlBytes | None = None
    age: ISODuration | None = None


Component: TypeAlias = Part
