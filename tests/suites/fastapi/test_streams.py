"""Streams: items have the types that the document gives them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.suites.calls import Calls

START = dt.datetime(2024, 5, 6, tzinfo=dt.UTC)


def test_lines(call: Calls) -> None:
    ticks = call.items(lambda client: client.streams.lines.list())
    assert [type(tick).__name__ for tick in ticks] == ["Tick"] * 3
    assert [(tick.number, tick.at) for tick in ticks] == [
        (number, START) for number in range(3)
    ]
    assert str(ticks[0].price) == "9.90"


def test_lines_of_scalars(call: Calls) -> None:
    numbers = call.items(lambda client: client.streams.lines.plain())
    assert numbers == [0, 1, 2]


def test_lines_that_reply_to_a_body(call: Calls) -> None:
    ticks = call.items(lambda client: client.streams.lines.reply(text="ab"))
    assert [(tick.number, tick.at) for tick in ticks] == [(0, START), (1, START)]


def test_lines_without_a_type(call: Calls) -> None:
    items = call.items(lambda client: client.streams.lines.untyped())
    assert items == [{"a": 1}, [2]]


def test_events(call: Calls) -> None:
    ticks = call.items(lambda client: client.streams.events.list())
    assert [type(tick).__name__ for tick in ticks] == ["Tick"] * 3
    assert [(tick.number, tick.at) for tick in ticks] == [
        (number, START) for number in range(3)
    ]


def test_events_that_reply_to_a_body(call: Calls) -> None:
    ticks = call.items(lambda client: client.streams.events.reply(text="ab"))
    assert [(tick.number, tick.at) for tick in ticks] == [(0, START), (1, START)]


def test_events_without_a_type(call: Calls) -> None:
    events = call.items(lambda client: client.streams.events.named())
    assert [(event.event, event.id, event.data) for event in events] == [
        ("first", "1", '{"a": 1}'),
        ("second", "2", "plain"),
    ]
