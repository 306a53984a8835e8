"""Response models of the API: `Address`, `AddressWithBoxWithEmail` and 3 more."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime import BaseModel


class AddressWithBoxWithEmail(BaseModel):
    box: int
    email: str


class AddressWithBoxWithPhone(BaseModel):
    box: int
    phone: str


class AddressWithStreetWithEmail(BaseModel):
    street: str
    email: str


class AddressWithStreetWithPhone(BaseModel):
    street: str
    phone: str


Address: TypeAlias = (
    AddressWithStreetWithPhone
    | AddressWithStreetWithEmail
    | AddressWithBoxWithPhone
    | AddressWithBoxWithEmail
)
"""One way to be found, and one way to be called."""
