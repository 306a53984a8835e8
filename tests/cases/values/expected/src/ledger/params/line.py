"""Request types of the API: `LineParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from typing import NotRequired

    from .. import models


class LineParam(TypedDict):
    on: NotRequired[dt.date | str]
    inner: NotRequired[LineParam | models.Line]
    pairs: NotRequired[tuple[dt.date | str, str]]
