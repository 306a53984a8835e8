"""Values at the root of a request and of a response: each is returned unchanged."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Body, Response
from pydantic import Base64Bytes, RootModel

from .enums import Color, Level

router = APIRouter(tags=["roots"], prefix="/roots")


class Blob(RootModel[Base64Bytes]):
    """Base64 at the root."""


class Names(RootModel[list[str]]):
    """A list at the root."""


@router.post("/text")
def echo_text(value: Annotated[str, Body()]) -> str:
    return value


@router.post("/number")
def echo_number(value: Annotated[float, Body()]) -> float:
    return value


@router.post("/flag")
def echo_flag(value: Annotated[bool, Body()]) -> bool:
    return value


@router.post("/price")
def echo_price(value: Annotated[Decimal, Body()]) -> Decimal:
    return value


@router.post("/moment")
def echo_moment(value: Annotated[datetime, Body()]) -> datetime:
    return value


@router.post("/delay")
def echo_delay(value: Annotated[timedelta, Body()]) -> timedelta:
    return value


@router.post("/key")
def echo_key(value: Annotated[UUID, Body()]) -> UUID:
    return value


@router.post("/color")
def echo_color(value: Annotated[Color, Body()]) -> Color:
    return value


@router.post("/blob")
def echo_blob(value: Blob) -> Blob:
    return value


@router.post("/blobs")
def echo_blobs(value: list[Blob]) -> list[Blob]:
    return value


@router.post("/names")
def echo_names(value: Names) -> Names:
    return value


@router.post("/days")
def echo_days(value: list[date]) -> list[date]:
    return value


@router.post("/unique")
def echo_unique(value: set[int]) -> set[int]:
    return value


@router.post("/prices")
def echo_prices(value: dict[str, Decimal]) -> dict[str, Decimal]:
    return value


@router.post("/by-day")
def echo_by_day(value: dict[date, int]) -> dict[date, int]:
    return value


@router.post("/by-level")
def echo_by_level(value: dict[Level, UUID]) -> dict[Level, UUID]:
    return value


@router.post("/nullable")
def echo_nullable(value: Annotated[int | None, Body()]) -> int | None:
    return value


@router.post("/anything")
def echo_anything(value: Annotated[Any, Body()]) -> Any:
    return value


@router.delete("/nothing", status_code=204)
def delete_nothing() -> None:
    return None


@router.get("/undescribed", response_model=None)
def read_undescribed(empty: bool = False) -> Response:
    """Return JSON, or an empty body; the document describes neither."""
    return Response(
        content=b"" if empty else b'{"a": [1]}',
        media_type=None if empty else "application/json",
    )
