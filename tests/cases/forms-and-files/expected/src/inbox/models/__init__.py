"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .attachment import Attachment
    from .login import LoginResponse
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Attachment": ".attachment",
            "LoginResponse": ".login",
        },
    )

__all__ = ["Attachment", "LoginResponse"]
