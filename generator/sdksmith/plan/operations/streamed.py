"""Expressions of methods that return streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.pysource import code
from ..expressions import Generic
from ..runtime import runtime

if TYPE_CHECKING:
    from ..expressions import Expression

OPEN_STREAM: Final = code("open_stream")
"""Name of the client method that makes the call."""


class StreamTypes(Struct, frozen=True):
    """Return annotations of a method that returns a stream.

    Attributes:
        returns: Return annotation of the method.
        awaited_returns: Return annotation of the async method, which is a coroutine.
    """

    returns: Expression
    awaited_returns: Expression


def plan_stream(item: Expression) -> StreamTypes:
    """Return the return annotations of a method that returns a stream.

    Args:
        item: The annotation of one item.
    """
    return StreamTypes(
        returns=Generic(runtime("Stream"), (item,)),
        awaited_returns=Generic(runtime("AsyncStream"), (item,)),
    )
