"""Response models of the API: `Book`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class Book(BaseModel):
    isbn: str
    title: str
    pages: int | None = None
    price: float | None = None
    published: dt.date | None = None
