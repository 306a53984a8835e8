"""The mark of an argument that was not given."""

from __future__ import annotations

from typing import Final, final


@final
class Omit:
    """The type of `omit`: an argument that is left out, as opposed to null.

    `None` is sent as null; `omit` is not sent at all.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        # Copies and pickles are the one instance, so that `is omit` keeps its meaning.
        return "omit"


omit: Final = Omit()
