"""Request types of the API: `ContentsParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .. import models
    from .freight import FreightParam
    from .letter import LetterParam

ContentsParam: TypeAlias = "LetterParam | models.Letter | FreightParam | models.Freight"
