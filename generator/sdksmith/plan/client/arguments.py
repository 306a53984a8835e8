"""Constructor arguments of every client: their names, types, defaults and documentation.

The runtime declares those that `with_options` accepts as `ClientOptions`, and the others as
parameters of its client classes. `tests/plan/client/test_arguments.py` compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from msgspec import Struct

from ...text.pysource import Code, literal
from ..expressions import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    OBJECT,
    STR,
    Generic,
    Symbol,
    Union,
    optional,
)
from ..package import ArgumentView
from ..runtime import runtime

if TYPE_CHECKING:
    from ..expressions import Expression

_MAPPING: Final = Symbol("collections.abc", "Mapping")


class ClientArgument(Struct, frozen=True):
    """A constructor argument of every client.

    Attributes:
        view: The argument of the sync and the async client. In its description,
            `{client}` is the class of the HTTP library.
        is_option: Whether `with_options` accepts it as well.
    """

    view: ArgumentView
    is_option: bool = True


def _argument(
    name: LiteralString,
    annotation: Expression,
    default: Expression,
    description: str,
) -> ClientArgument:
    return ClientArgument(ArgumentView(Code(name), annotation, default, description))


def _transport_argument(
    name: LiteralString, types: tuple[Expression, Expression], description: str
) -> ClientArgument:
    annotations = [optional(item) for item in types]
    view = ArgumentView(
        Code(name),
        annotations[0],
        NONE,
        description,
        async_annotation=annotations[1],
    )
    return ClientArgument(view, is_option=False)


CLIENT_ARGUMENTS: Final = (
    _argument(
        "base_url", optional(STR), NONE, "Base URL of the API. Overrides the default."
    ),
    _argument(
        "timeout",
        runtime("Timeout"),
        runtime("DEFAULT_TIMEOUT"),
        "Timeout in seconds for connect, read, write and pool, or an `httpx2.Timeout`. "
        "Defaults to 5 for connect and 60 for the others; None disables it.",
    ),
    _argument(
        "deadline",
        optional(FLOAT),
        NONE,
        "Maximum total time of a call in seconds, including retries; None disables it.",
    ),
    _argument(
        "max_retries",
        INT,
        runtime("DEFAULT_MAX_RETRIES"),
        "Maximum number of retries per call. Defaults to 2.",
    ),
    _argument(
        "headers",
        optional(Generic(_MAPPING, (STR, Union((STR, runtime("Omit")))))),
        NONE,
        "Additional headers for every request; `omit` removes a default header.",
    ),
    _argument(
        "query",
        optional(Generic(_MAPPING, (STR, OBJECT))),
        NONE,
        "Additional query parameters for every request.",
    ),
    _argument(
        "hooks",
        optional(runtime("Hooks")),
        NONE,
        "Event hooks, called before each request, after each response and before each "
        "retry.",
    ),
    _transport_argument(
        "http_client",
        (Symbol("httpx2", "Client"), Symbol("httpx2", "AsyncClient")),
        "Custom `httpx2.{client}`, for example with a proxy or client certificates. It "
        "is not closed with this client.",
    ),
    _transport_argument(
        "transport",
        (Symbol("httpx2", "BaseTransport"), Symbol("httpx2", "AsyncBaseTransport")),
        "Transport used to send requests instead of the network, for example in tests.",
    ),
    ClientArgument(
        ArgumentView(
            Code("http2"),
            BOOL,
            literal(False),
            "Whether to use HTTP/2 with servers that support it. Requires the `http2` "
            "extra.",
        ),
        is_option=False,
    ),
    _argument(
        "response_validation",
        runtime("ResponseValidation"),
        literal("lenient"),
        'How to treat responses that do not match their schema: `"lenient"` keeps '
        "mismatched values as received and issues a `ResponseValidationWarning` once "
        'per operation, `"warn"` issues one for each response, `"strict"` raises '
        "`APIDecodeError`.",
    ),
    _argument(
        "max_response_bytes",
        optional(INT),
        runtime("DEFAULT_MAX_RESPONSE_BYTES"),
        "Maximum size of a response body in bytes, after decompression. Defaults to 1 "
        "GiB; None disables it. Streams and downloads are not limited.",
    ),
    _argument(
        "allow_insecure_http",
        BOOL,
        literal(False),
        "Whether to allow sending credentials over unencrypted HTTP. Requests to the "
        "local host are always allowed.",
    ),
    _argument(
        "allow_cross_origin_body",
        BOOL,
        literal(False),
        "Whether to follow redirects that send the request body to another origin.",
    ),
)
"""The arguments, in their order. Those of credentials and servers follow `base_url`."""

RESERVED_NAMES: Final = frozenset(
    (
        *("self", "server", "password"),
        *(str(item.view.name) for item in CLIENT_ARGUMENTS),
    )
)
"""Names that the arguments of schemes and server variables must not use.

`server` selects a server, and `password` is derived from the name of the user name
argument.
"""
