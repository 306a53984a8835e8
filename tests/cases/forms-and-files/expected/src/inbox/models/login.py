"""Response models of the API: `LoginResponse`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class LoginResponse(BaseModel):
    token: str
    expires: dt.datetime | None = None
