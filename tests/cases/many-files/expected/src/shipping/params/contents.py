"""Request types of the API: `ContentsParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..models.freight import Freight
    from ..models.letter import Letter
    from .freight import FreightParam
    from .letter import LetterParam

ContentsParam: TypeAlias = "LetterParam | Letter | FreightParam | Freight"
