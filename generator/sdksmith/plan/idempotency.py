"""Which header of an operation carries an idempotency key, so that clients make one.

Published documents have `Idempotency-Key` in any case (Xero), with `X-` before it, and
the client tokens of Amazon Web Services; PayPal has a name of its own. Request ids by
other names are for logs: a server does the work again whatever they say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..model.api import Place
from ..model.types import Scalar, ScalarKind

if TYPE_CHECKING:
    from ..model.api import Api, Operation, Parameter

_KEY: Final = re.compile(
    r"([a-z0-9]+-)*idempoten(t|cy)(-?(key|token|id))?"
    r"|paypal-request-id|x-amzn?-client-token",
    re.IGNORECASE | re.ASCII,
)
# RFC 9110, section 9.2.1. A key says nothing there.
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
_MADE_LENGTH: Final = 36
"""The keys that clients make are UUIDs."""
_TEXTS: Final = frozenset(
    {ScalarKind.STRING, ScalarKind.UUID, ScalarKind.UNTYPED, ScalarKind.ANY}
)


def find_key_header(api: Api, operation: Operation) -> Parameter | None:
    """Return the parameter that takes an idempotency key, if clients can make one.

    It counts for a method such as PUT, too: who declares it there says that sending the
    request twice is not the same as sending it once.
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
