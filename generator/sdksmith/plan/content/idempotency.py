"""Detection of idempotency key headers, for which clients generate keys.

Published documents use `Idempotency-Key` in any case (Xero), the same name prefixed with
`X-`, the client tokens of Amazon Web Services and a PayPal-specific name. Request ids
with other names are for logs: a server repeats the work even if it receives the same id
again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...model.api import Place
from ...model.types import Scalar, ScalarKind

if TYPE_CHECKING:
    from ...model.api import Api, Operation, Parameter

_KEY: Final = re.compile(
    r"([a-z0-9]+-)*idempoten(t|cy)(-?(key|token|id))?"
    r"|paypal-request-id|x-amzn?-client-token",
    re.IGNORECASE | re.ASCII,
)
# Safe methods (RFC 9110, section 9.2.1), for which a key has no effect.
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
_MADE_LENGTH: Final = 36
"""Length of the keys that clients generate, which are UUIDs."""
_TEXTS: Final = frozenset(
    {ScalarKind.STRING, ScalarKind.UUID, ScalarKind.UNTYPED, ScalarKind.ANY}
)


def find_key_header(api: Api, operation: Operation) -> Parameter | None:
    """Return the parameter for an idempotency key, if clients can generate the key.

    This includes methods such as PUT: a document that declares a key for one indicates
    that repeating the request is not safe without it.
    """
    if operation.method in _SAFE:
        return None
    for item in operation.parameters:
        is_key = item.place is Place.HEADER and _KEY.fullmatch(item.name)
        if is_key and item.fixed is None and _takes_uuid(api, item):
            return item
    return None


def _takes_uuid(api: Api, item: Parameter) -> bool:
    described = api.types[item.type]
    if not isinstance(described, Scalar) or described.kind not in _TEXTS:
        return False
    limits = described.constraints
    if limits is None:
        return True
    longest, shortest = limits.max_length, limits.min_length
    return (
        (longest is None or longest >= _MADE_LENGTH)
        and (shortest is None or shortest <= _MADE_LENGTH)
        and (not limits.pattern or described.kind is ScalarKind.UUID)
    )
