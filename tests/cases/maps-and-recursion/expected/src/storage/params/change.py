"""Request types of the API: `ChangeParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .. import models


class ChangeParam(TypedDict):
    before: NotRequired[ChangeParam | models.Change]
    rename: NotRequired[str | None]
