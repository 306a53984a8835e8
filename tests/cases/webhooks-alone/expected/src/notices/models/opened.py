"""Response models of the API: `OpenedPayload`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class OpenedPayload(BaseModel):
    type: Literal["account.opened"] | str
    account: models.Account
