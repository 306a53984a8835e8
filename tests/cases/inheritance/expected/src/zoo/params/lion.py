"""Request types of the API: `LionParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .animal import AnimalParam


class LionParam(TypedDict):
    """A cat that is never indoor."""

    kind: str
    name: str
    mother: NotRequired[AnimalParam]
    indoor: bool
    pride: NotRequired[str]
