"""Models for Notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import lazy_exports

if TYPE_CHECKING:
    from . import models, webhooks
    from ._runtime import ResponseValidation
    from .errors import ResponseValidationWarning, SDKError, WebhookPayloadError
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "ResponseValidation": "._runtime",
            "ResponseValidationWarning": ".errors",
            "SDKError": ".errors",
            "WebhookPayloadError": ".errors",
            "models": ".models",
            "webhooks": ".webhooks",
        },
    )

__all__ = [
    "ResponseValidation",
    "ResponseValidationWarning",
    "SDKError",
    "WebhookPayloadError",
    "__version__",
    "models",
    "webhooks",
]
__version__ = "0.1.0"
