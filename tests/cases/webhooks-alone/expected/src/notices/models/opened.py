"""What the API answers with: `OpenedPayload`."""

from __future__ import annotations

from typing import Literal

from .._runtime import Model
from .account import Account


class OpenedPayload(Model):
    type: Literal["account.opened"] | str
    account: Account
