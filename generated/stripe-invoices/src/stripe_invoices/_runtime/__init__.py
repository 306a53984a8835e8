"""Runtime of the client: the code that does not depend on the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .lazy import lazy_exports as lazy_exports

if TYPE_CHECKING:
    from .async_client import AsyncBaseClient as AsyncBaseClient
    from .auth.schemes import ApiKey as ApiKey
    from .auth.schemes import Basic as Basic
    from .auth.schemes import Bearer as Bearer
    from .auth.schemes import HttpScheme as HttpScheme
    from .cached import cached_property as cached_property
    from .client import BaseClient as BaseClient
    from .encoding.values import ParameterValue as ParameterValue
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
    from .errors import MissingCredentialError as MissingCredentialError
    from .errors import NotFoundError as NotFoundError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import ResponseTooLargeError as ResponseTooLargeError
    from .errors import ResponseValidationWarning as ResponseValidationWarning
    from .errors import SDKError as SDKError
    from .errors import ServerError as ServerError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .hooks.hooks import Hooks as Hooks
    from .hooks.hooks import RequestInfo as RequestInfo
    from .hooks.hooks import ResponseInfo as ResponseInfo
    from .hooks.hooks import RetryInfo as RetryInfo
    from .model import BaseModel as BaseModel
    from .model import Variants as Variants
    from .omission import Omit as Omit
    from .omission import omit as omit
    from .operation import Operation as Operation
    from .operation import Part as Part
    from .operation import Service as Service
    from .options import DEFAULT_MAX_RESPONSE_BYTES as DEFAULT_MAX_RESPONSE_BYTES
    from .options import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .options import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from .options import AsyncTokenProvider as AsyncTokenProvider
    from .options import ClientOptions as ClientOptions
    from .options import Options as Options
    from .options import Timeout as Timeout
    from .options import TokenProvider as TokenProvider
    from .pagination.pages import AsyncPage as AsyncPage
    from .pagination.pages import AsyncPager as AsyncPager
    from .pagination.pages import Page as Page
    from .pagination.schemes import ByCursor as ByCursor
    from .pagination.schemes import ByLastItem as ByLastItem
    from .pagination.schemes import ByLink as ByLink
    from .pagination.schemes import ByOffset as ByOffset
    from .pagination.schemes import ByPageNumber as ByPageNumber
    from .pagination.schemes import PagedOperation as PagedOperation
    from .resource import AsyncResource as AsyncResource
    from .resource import Resource as Resource
    from .response.references import ANY as ANY
    from .response.references import Exact as Exact
    from .response.references import Formatted as Formatted
    from .response.references import ListOf as ListOf
    from .response.references import MapOf as MapOf
    from .response.references import Nullable as Nullable
    from .response.references import Shape as Shape
    from .response.reply import Reply as Reply
    from .response.validation import ResponseValidation as ResponseValidation
    from .scalars import Base64Bytes as Base64Bytes
    from .scalars import Base64UrlBytes as Base64UrlBytes
    from .scalars import DecimalNumber as DecimalNumber
    from .scalars import DecimalString as DecimalString
    from .scalars import IntOrFloat as IntOrFloat
    from .scalars import ISODuration as ISODuration
    from .scalars import PaddedBase64UrlBytes as PaddedBase64UrlBytes
    from .testing import MockAPI as MockAPI
    from .testing import RecordedRequest as RecordedRequest
    from .testing import UnexpectedRequestError as UnexpectedRequestError
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".async_client": "AsyncBaseClient",
            ".auth.schemes": "ApiKey Basic Bearer HttpScheme",
            ".cached": "cached_property",
            ".client": "BaseClient",
            ".encoding.values": "ParameterValue",
            ".errors": (
                "APIConnectionError APIDecodeError APIResponseError APIStatusError "
                "APITimeoutError AuthenticationError BadRequestError ClientClosedError "
                "ConflictError InsecureTransportError MissingCredentialError "
                "NotFoundError PermissionDeniedError RateLimitError "
                "ResponseTooLargeError ResponseValidationWarning SDKError ServerError "
                "UnprocessableEntityError"
            ),
            ".hooks.hooks": "Hooks RequestInfo ResponseInfo RetryInfo",
            ".lazy": "lazy_exports",
            ".model": "BaseModel Variants",
            ".omission": "Omit omit",
            ".operation": "Operation Part Service",
            ".options": (
                "DEFAULT_MAX_RESPONSE_BYTES DEFAULT_MAX_RETRIES DEFAULT_TIMEOUT "
                "AsyncTokenProvider ClientOptions Options Timeout TokenProvider"
            ),
            ".pagination.pages": "AsyncPage AsyncPager Page",
            ".pagination.schemes": "ByCursor ByLastItem ByLink ByOffset ByPageNumber PagedOperation",
            ".resource": "AsyncResource Resource",
            ".response.references": "ANY Exact Formatted ListOf MapOf Nullable Shape",
            ".response.reply": "Reply",
            ".response.validation": "ResponseValidation",
            ".scalars": (
                "Base64Bytes Base64UrlBytes DecimalNumber DecimalString IntOrFloat "
                "ISODuration PaddedBase64UrlBytes"
            ),
            ".testing": "MockAPI RecordedRequest UnexpectedRequestError",
        },
    )
