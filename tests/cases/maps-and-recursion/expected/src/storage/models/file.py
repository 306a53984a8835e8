"""Response models of the API: `File`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class File(BaseModel):
    __pydantic_extra__: dict[str, str] = Field(init=False)

    size: int
    folder: models.Folder | None = None
    attributes: dict[str, str] | None = None
    anything: Any = None
