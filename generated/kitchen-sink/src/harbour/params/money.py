"""Request types of the API: `MoneyParam`."""

from __future__ import annotations

from typing import TypedDict


class MoneyParam(TypedDict):
    amount: int
    """In the smallest unit."""

    currency: str
