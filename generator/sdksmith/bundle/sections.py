"""Sections of a document that hold reusable objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..load.document import Dialect
from ..spec.grammar import OPENAPI_SECTIONS, SWAGGER_SECTIONS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


def sections_of(dialect: Dialect) -> Mapping[Kind, str]:
    """Return the pointer of the map of reusable objects, for each kind that has one.

    Path items are not included although OpenAPI 3.1 has a section for them. Nearly all of
    them are used only once and belong to the path that they describe.
    """
    if dialect is Dialect.SWAGGER_20:
        return SWAGGER_SECTIONS
    if dialect is Dialect.OPENAPI_32:
        return {**OPENAPI_SECTIONS, Kind.MEDIA_TYPE: "/components/mediaTypes"}
    return OPENAPI_SECTIONS
