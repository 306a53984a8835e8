"""Tables of each specification."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..load.document import Dialect

if TYPE_CHECKING:
    from .grammar import Grammar


@cache
def grammar(dialect: Dialect) -> Grammar:
    """Return the tables of a specification."""
    # Imported on demand, because a run needs the tables of one specification only.
    if dialect is Dialect.SWAGGER_20:
        from .swagger20 import GRAMMAR

        return GRAMMAR
    from .openapi3x import openapi_grammar

    return openapi_grammar(dialect)
