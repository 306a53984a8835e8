"""What the API answers with: `Book`."""

from __future__ import annotations

import datetime as dt

from .._runtime import Model


class Book(Model):
    """`Book` of the API."""

    isbn: str
    title: str
    pages: int | None = None
    price: float | None = None
    published: dt.date | None = None
