"""Response models of the API: `Container`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Container(BaseModel):
    type: Literal["container"] | str | None = None
    number: str
    contents: list[models.Cargo] | None = None
