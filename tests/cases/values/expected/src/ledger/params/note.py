"""Request types of the API: `NoteParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class NoteParam(TypedDict):
    stamp: NotRequired[bytes | str]
