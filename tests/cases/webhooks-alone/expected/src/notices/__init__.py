"""Models for Notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import lazy_exports

if TYPE_CHECKING:
    from . import models as models
    from . import webhooks as webhooks
    from ._runtime import ResponseValidation as ResponseValidation
    from .errors import ResponseValidationWarning as ResponseValidationWarning
    from .errors import SDKError as SDKError
    from .errors import WebhookPayloadError as WebhookPayloadError
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".": "models webhooks",
            "._runtime": "ResponseValidation",
            ".errors": "ResponseValidationWarning SDKError WebhookPayloadError",
        },
    )

__version__ = "0.1.0"
