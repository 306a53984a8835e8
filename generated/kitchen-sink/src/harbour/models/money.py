"""Response models of the API: `Money`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import BaseModel


class Money(BaseModel):
    __pydantic_extra__: dict[str, str] = Field(init=False)

    amount: int
    """In the smallest unit."""

    currency: str
