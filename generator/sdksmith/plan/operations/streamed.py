"""Source of methods that return streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.pysource import (
    Code,
    code,
)

if TYPE_CHECKING:
    from ..types.imports import ModuleImports

OPEN_STREAM: Final = code("open_stream")
"""Name of the client method that makes the call."""


class StreamSource(Struct, frozen=True):
    """Source that is specific to a method that returns a stream.

    Attributes:
        returns: Return annotation of the method.
        awaited_returns: Return annotation of the async method, which is a coroutine.
    """

    returns: Code
    awaited_returns: Code


def write_stream(typed: ModuleImports, item: Code) -> StreamSource:
    """Return the source that is specific to a method that returns a stream.

    Args:
        typed: Imports needed by annotations.
        item: The annotation of one item.
    """
    stream, awaited = typed.runtime("Stream"), typed.runtime("AsyncStream")
    return StreamSource(
        returns=code("{stream}[{item}]", stream=stream, item=item),
        awaited_returns=code("{stream}[{item}]", stream=awaited, item=item),
    )
