"""Response models of the API: `Book`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel, IntOrFloat


class Book(BaseModel):
    isbn: str
    title: str
    pages: int | None = None
    price: IntOrFloat | None = None
    published: dt.date | None = None
