"""Methods that return streams, as source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..text.pysource import Code, code

if TYPE_CHECKING:
    from .imports import ModuleImports

OPEN_STREAM: Final = code("open_stream")
"""The method of the client that makes the call."""


class StreamSource(Struct, frozen=True):
    """What is different in the source of a method that returns a stream.

    Attributes:
        returns: What the method returns.
        awaited_returns: What the coroutine of the async one returns.
    """

    returns: Code
    awaited_returns: Code


def write_stream(typed: ModuleImports, item: Code) -> StreamSource:
    """Return the source of what a method that returns a stream has of its own.

    Args:
        typed: What annotations need.
        item: The annotation of one item.
    """
    stream, awaited = typed.runtime("Stream"), typed.runtime("AsyncStream")
    return StreamSource(
        returns=code("{stream}[{item}]", stream=stream, item=item),
        awaited_returns=code("{stream}[{item}]", stream=awaited, item=item),
    )
