"""Response models of the API: `Word`."""

from __future__ import annotations

from .._runtime import BaseModel


class Word(BaseModel):
    word: str
