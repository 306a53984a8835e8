"""What the API answers with: `StormRetrieveResponse` and 3 more."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime import BaseModel
from .storm import Storm


class StormRetrieveResponseEmbedded(BaseModel):
    storms: list[Storm] | None = None


class StormRetrieveResponseLinksNext(BaseModel):
    href: str | None = None


class StormRetrieveResponseLinks(BaseModel):
    next: StormRetrieveResponseLinksNext | None = None


class StormRetrieveResponse(BaseModel):
    embedded: Annotated[
        StormRetrieveResponseEmbedded | None, Field(alias="_embedded")
    ] = None
    links: Annotated[StormRetrieveResponseLinks | None, Field(alias="_links")] = None
