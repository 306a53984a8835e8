"""Minimal models of `orders.yaml`, written by hand."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel


class Customer(BaseModel):
    id: str
    name: str
    email: str | None = None


class Line(BaseModel):
    sku: str
    quantity: int
    price: float


class Order(BaseModel):
    id: UUID
    number: int
    status: Literal["open", "packed", "sent", "returned"]
    created_at: datetime
    customer: Customer
    lines: list[Line]
    total: float
    paid: bool
    note: str | None = None
    tags: list[str] | None = None
