"""Client for Ferry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime import lazy_exports

if TYPE_CHECKING:
    from . import models as models
    from ._runtime import DEFAULT_MAX_RESPONSE_BYTES as DEFAULT_MAX_RESPONSE_BYTES
    from ._runtime import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from ._runtime import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from ._runtime import ClientOptions as ClientOptions
    from ._runtime import Hooks as Hooks
    from ._runtime import Omit as Omit
    from ._runtime import Options as Options
    from ._runtime import Reply as Reply
    from ._runtime import RequestInfo as RequestInfo
    from ._runtime import ResponseInfo as ResponseInfo
    from ._runtime import ResponseValidation as ResponseValidation
    from ._runtime import RetryInfo as RetryInfo
    from ._runtime import Timeout as Timeout
    from ._runtime import omit as omit
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIDecodeError as APIDecodeError
    from .errors import APIResponseError as APIResponseError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ClientClosedError as ClientClosedError
    from .errors import ConflictError as ConflictError
    from .errors import InsecureTransportError as InsecureTransportError
    from .errors import NotFoundError as NotFoundError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import ResponseTooLargeError as ResponseTooLargeError
    from .errors import ResponseValidationWarning as ResponseValidationWarning
    from .errors import SDKError as SDKError
    from .errors import ServerError as ServerError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".": "models",
            "._runtime": (
                "DEFAULT_MAX_RESPONSE_BYTES DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT "
                "ClientOptions Hooks Omit Options Reply RequestInfo ResponseInfo "
                "ResponseValidation RetryInfo Timeout omit"
            ),
            ".client": "AsyncClient Client",
            ".errors": (
                "APIConnectionError APIDecodeError APIResponseError APIStatusError "
                "APITimeoutError AuthenticationError BadRequestError ClientClosedError "
                "ConflictError InsecureTransportError NotFoundError "
                "PermissionDeniedError RateLimitError ResponseTooLargeError "
                "ResponseValidationWarning SDKError ServerError "
                "UnprocessableEntityError"
            ),
        },
    )

__version__ = "0.1.0"
