"""Response models of the API: `Book`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class Book(BaseModel):
    isbn: str
    title: str
    pages: int | None = None
    price: float | None = None
    published: dt.date | None = None
