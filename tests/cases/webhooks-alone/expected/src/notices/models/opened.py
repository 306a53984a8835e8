"""Response models of the API: `OpenedPayload`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel
from .account import Account


class OpenedPayload(BaseModel):
    type: Literal["account.opened"] | str
    account: Account
