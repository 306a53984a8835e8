"""What the API answers with: `LoginResponse`."""

from __future__ import annotations

import datetime as dt

from .._runtime import Model


class LoginResponse(Model):
    """`LoginResponse` of the API."""

    token: str
    expires: dt.datetime | None = None
