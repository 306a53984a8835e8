"""Response models of the API: `StormListResponse` and 3 more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class StormListResponseEmbedded(BaseModel):
    storms: list[models.Storm] | None = None


class StormListResponseLinksNext(BaseModel):
    href: str | None = None


class StormListResponseLinks(BaseModel):
    next: StormListResponseLinksNext | None = None


class StormListResponse(BaseModel):
    embedded: Annotated[StormListResponseEmbedded | None, Field(alias="_embedded")] = (
        None
    )
    links: Annotated[StormListResponseLinks | None, Field(alias="_links")] = None
