"""Streams of JSON lines and of server-sent events."""

from collections.abc import AsyncIterable, Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

router = APIRouter(tags=["streams"], prefix="/streams")


class Tick(BaseModel):
    """An item of a stream."""

    number: int
    at: datetime
    price: Decimal


class Prompt(BaseModel):
    """The body of a request whose response is a stream."""

    text: str


def ticks() -> list[Tick]:
    start = datetime(2024, 5, 6, tzinfo=UTC)
    return [Tick(number=n, at=start, price=Decimal("9.90")) for n in range(3)]


@router.get("/lines")
async def stream_lines() -> AsyncIterable[Tick]:
    for tick in ticks():
        yield tick


@router.get("/lines/plain")
def stream_numbers() -> Iterable[int]:
    yield from range(3)


@router.post("/lines")
def stream_reply_lines(prompt: Prompt) -> Iterable[Tick]:
    yield from ticks()[: len(prompt.text)]


@router.get("/lines/untyped")
def stream_untyped_lines() -> Iterable[Any]:
    yield {"a": 1}
    yield [2]


@router.get("/events", response_class=EventSourceResponse)
async def stream_events() -> AsyncIterable[Tick]:
    for tick in ticks():
        yield tick


@router.post("/events", response_class=EventSourceResponse)
def stream_reply_events(prompt: Prompt) -> Iterable[Tick]:
    yield from ticks()[: len(prompt.text)]


@router.get("/events/named", response_class=EventSourceResponse)
def stream_named_events() -> Iterable[ServerSentEvent]:
    yield ServerSentEvent(data={"a": 1}, event="first", id="1")
    yield ServerSentEvent(raw_data="plain", event="second", id="2", comment="note")
