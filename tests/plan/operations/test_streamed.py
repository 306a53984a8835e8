"""Methods that return streams."""

from __future__ import annotations

from sdksmith.model.api import Content

from tests.plan.builder import ApiBuilder
from tests.plan.contents import EVENTS, methods_for, note_type
from tests.plan.views import source


def test_async_method_returns_a_stream_when_awaited() -> None:
    builder = ApiBuilder()
    (method,) = methods_for(builder, Content(EVENTS, note_type(builder))).values()
    assert method.streams
    assert method.call == "open_stream"
    assert method.async_returns is None
    assert method.awaited_returns is not None
    assert source(method.awaited_returns) == "AsyncStream[Note]"
    assert [source(item) for item in method.operation_types] == ["Note"]
