"""Keys that tell a server that two requests are tries of one.

See draft-ietf-httpapi-idempotency-key-header: the server answers a request whose key it
has seen as it answered the first.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from .retry import may_repeat

if TYPE_CHECKING:
    from .headers import HeaderSet
    from .operation import Operation
    from .options import Options
    from .service import Service

USUAL_HEADER: Final = "Idempotency-Key"


def add_key(
    operation: Operation[object], service: Service, options: Options, headers: HeaderSet
) -> bool:
    """Add the key of a call to its headers, and say whether one is there.

    The one that the caller gives is sent in the usual header where nobody says which.
    A new one is made where the description or the settings of the package say that
    keys are understood; an empty one from the caller prevents it.
    """
    name = operation.idempotency_header or service.idempotency_header
    given = options.get("idempotency_key")
    if given:
        headers.set(name or USUAL_HEADER, given)
    elif name and given is None and name not in headers:
        is_asked = bool(operation.idempotency_header)
        if is_asked or not may_repeat(operation.method, has_key=False):
            headers.set(name, make_key())
    return (name or USUAL_HEADER) in headers


def make_key() -> str:
    """Return a new key: a random UUID (RFC 9562, section 5.4).

    It is random by the operating system, so that processes that were forked from one
    another do not make the same.
    """
    bits = bytearray(os.urandom(16))
    bits[6] = bits[6] & 0x0F | 0x40
    bits[8] = bits[8] & 0x3F | 0x80
    text = bits.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
