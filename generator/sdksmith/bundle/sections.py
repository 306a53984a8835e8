"""Where a specification keeps reusable objects of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..load.document import Dialect
from ..repair.grammar import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_SWAGGER_20: Final = {
    Kind.SCHEMA: "/definitions",
    Kind.PARAMETER: "/parameters",
    Kind.RESPONSE: "/responses",
}
_OPENAPI_3: Final = {
    Kind.SCHEMA: "/components/schemas",
    Kind.RESPONSE: "/components/responses",
    Kind.PARAMETER: "/components/parameters",
    Kind.EXAMPLE: "/components/examples",
    Kind.REQUEST_BODY: "/components/requestBodies",
    Kind.HEADER: "/components/headers",
    Kind.SECURITY_SCHEME: "/components/securitySchemes",
    Kind.LINK: "/components/links",
    Kind.CALLBACK: "/components/callbacks",
}


def sections_of(dialect: Dialect) -> Mapping[Kind, str]:
    """Return the pointer of the map of reusable objects, for each kind that has one.

    Path items are not among them, though OpenAPI 3.1 has a place for them: nearly all are
    used once, and belong to the path that they describe.
    """
    if dialect is Dialect.SWAGGER_20:
        return _SWAGGER_20
    if dialect is Dialect.OPENAPI_32:
        return {**_OPENAPI_3, Kind.MEDIA_TYPE: "/components/mediaTypes"}
    return _OPENAPI_3
