"""Sentinel for arguments that are not given."""

from __future__ import annotations

from typing import Final, Literal, final


@final
class Omit:
    """Type of `omit`, the sentinel for an argument that is not given.

    `None` is null in JSON; an argument that is `omit` is not sent at all. In the
    options `headers` and `query`, `omit` removes a value of the client.

        client.invoices.update("in_1", description=None)  # sends null
        client.invoices.update("in_1", description=omit)  # does not send it
    """

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        # Copying and unpickling return the singleton, which keeps `is omit` reliable.
        return "omit"


omit: Final = Omit()
"""Marks an argument as not given; see `Omit`."""
