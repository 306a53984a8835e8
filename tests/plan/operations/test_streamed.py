"""Methods that return streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.api import Content

from tests.plan.builder import ApiBuilder
from tests.plan.contents import EVENTS, methods_for, note_type

if TYPE_CHECKING:
    pass


def test_async_method_returns_a_stream_when_awaited() -> None:
    builder = ApiBuilder()
    (method,) = methods_for(builder, Content(EVENTS, note_type(builder))).values()
    assert method.streams
    assert method.call == "open_stream"
    assert method.async_returns is None
    assert method.awaited_returns == "AsyncStream[Note]"
    assert method.operation_types == "Note"
