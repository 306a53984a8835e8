"""Response models of the API: `Note`."""

from __future__ import annotations

from .._runtime import BaseModel, PaddedBase64UrlBytes


class Note(BaseModel):
    stamp: PaddedBase64UrlBytes | None = None
