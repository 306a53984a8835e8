"""Request types of the API: `CatBaseParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .animal import AnimalParam


class CatBaseParam(TypedDict):
    kind: str
    name: str
    mother: NotRequired[AnimalParam]
    indoor: bool
