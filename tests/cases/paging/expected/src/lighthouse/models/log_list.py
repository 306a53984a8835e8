"""Response models of the API: `LogListResponse`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime import BaseModel
from .log import Log


class LogListResponse(BaseModel):
    content: list[Log] | None = None
    number: int | None = None
    last: bool | None = None
    total_pages: Annotated[int | None, Field(alias="totalPages")] = None
    total_elements: Annotated[int | None, Field(alias="totalElements")] = None
