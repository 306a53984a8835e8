"""Idempotency keys, by which a server recognizes repeated attempts of one request.

See draft-ietf-httpapi-idempotency-key-header: if the server has seen a key before, it
returns the response of the first request again.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from ..transport.retry import is_idempotent

if TYPE_CHECKING:
    from ..encoding.headers import HeaderSet
    from ..operation import Operation, Service
    from ..options import Options

USUAL_HEADER: Final = "Idempotency-Key"


def add_key(
    operation: Operation[object], service: Service, options: Options, headers: HeaderSet
) -> bool:
    """Add the idempotency key of a call to its headers.

    A key from the caller is sent in the header that the document or the settings of the
    package declare, `Idempotency-Key` by default. Without one, a key is generated if
    the operation declares a header, or if the package does and the method is not
    idempotent. An empty key from the caller prevents this.

    Returns:
        Whether the headers contain a key.
    """
    name = _declared_header(operation, service) or USUAL_HEADER
    given = options.get("idempotency_key")
    if given:
        headers.set(name, given)
    elif given is None and (generated := generated_header(operation, service, headers)):
        headers.set(generated, make_key())
    return name in headers


def generated_header(
    operation: Operation[object], service: Service, headers: HeaderSet
) -> str:
    """Return the header that gets a generated key, or an empty string.

    Args:
        operation: The operation.
        service: The API.
        headers: Headers of the call, which may contain a key already.
    """
    name = _declared_header(operation, service)
    is_asked = bool(operation.idempotency_header)
    if not name or name in headers:
        return ""
    return (
        name if is_asked or not is_idempotent(operation.method, has_key=False) else ""
    )


def _declared_header(operation: Operation[object], service: Service) -> str:
    return operation.idempotency_header or service.idempotency_header or ""


def make_key() -> str:
    """Return a new key, which is a random UUID (RFC 9562, section 5.4).

    The random bytes come from the operating system. Otherwise, forked processes would
    generate the same keys.
    """
    bits = bytearray(os.urandom(16))
    bits[6] = bits[6] & 0x0F | 0x40
    bits[8] = bits[8] & 0x3F | 0x80
    text = bits.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
