"""Response models of the API: `LoginResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class LoginResponse(BaseModel):
    token: str
    expires: dt.datetime | None = None
