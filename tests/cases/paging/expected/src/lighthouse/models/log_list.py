"""Response models of the API: `LogListResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class LogListResponse(BaseModel):
    content: list[models.Log] | None = None
    number: int | None = None
    last: bool | None = None
    total_pages: Annotated[int | None, Field(alias="totalPages")] = None
    total_elements: Annotated[int | None, Field(alias="totalElements")] = None
