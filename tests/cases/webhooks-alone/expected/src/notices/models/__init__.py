"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .account import Account
    from .closed import ClosedPayload
    from .opened import OpenedPayload
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Account": ".account",
            "ClosedPayload": ".closed",
            "OpenedPayload": ".opened",
        },
    )

__all__ = ["Account", "ClosedPayload", "OpenedPayload"]
