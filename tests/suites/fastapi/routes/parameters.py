"""Parameters in the path, the query string, headers and cookies."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Cookie, Header, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from .enums import Color, Level
from .types import Seen, see

router = APIRouter(tags=["parameters"])
LETTERS = ["a", "b"]


@router.get("/query/scalars")
def read_scalars(
    request: Request,
    *,
    text: str | None = None,
    number: int | None = None,
    ratio: float | None = None,
    price: Decimal | None = None,
    active: bool | None = None,
    since: datetime | None = None,
    day: date | None = None,
    at: time | None = None,
    every: timedelta | None = None,
    key: UUID | None = None,
    color: Color | None = None,
    level: Level | None = None,
) -> Seen:
    return see(
        request,
        text=text,
        number=number,
        ratio=ratio,
        price=price,
        active=active,
        since=since,
        day=day,
        at=at,
        every=every,
        key=key,
        color=color,
        level=level,
    )


@router.get("/query/arrays")
def read_arrays(
    request: Request,
    *,
    texts: Annotated[list[str] | None, Query()] = None,
    prices: Annotated[list[Decimal] | None, Query()] = None,
    days: Annotated[list[date] | None, Query()] = None,
    colors: Annotated[list[Color] | None, Query()] = None,
    flags: Annotated[list[bool] | None, Query()] = None,
    ratios: Annotated[list[float] | None, Query()] = None,
    unique: Annotated[set[int] | None, Query()] = None,
) -> Seen:
    return see(
        request,
        texts=texts,
        prices=prices,
        days=days,
        colors=colors,
        flags=flags,
        ratios=ratios,
        unique=unique,
    )


@router.get("/query/required")
def read_required(
    request: Request, number: int, since: datetime, maybe: int | None
) -> Seen:
    return see(request, number, since, maybe)


@router.get("/query/preset")
def read_preset(
    request: Request,
    number: int = 10,
    color: Color = Color.RED,
    deep: bool = False,
    texts: Annotated[list[str], Query()] = LETTERS,
) -> Seen:
    return see(request, number, color, deep, texts)


@router.get("/query/constant")
def read_constant(
    request: Request, version: Literal["v1"], alt: Literal["json"]
) -> Seen:
    return see(request, version, alt)


class Filters(BaseModel):
    """A query string as a model."""

    model_config = {"extra": "forbid"}

    order_by: Literal["created", "updated"] = "created"
    minimum: Decimal | None = None
    tags: list[str] = []


@router.get("/query/model")
def read_model(request: Request, filters: Annotated[Filters, Query()]) -> Seen:
    return see(request, filters.order_by, filters.minimum, filters.tags)


@router.get("/query/aliases")
def read_aliases(
    request: Request,
    item_class: Annotated[str | None, Query(alias="class")] = None,
    dotted: Annotated[str | None, Query(alias="item.name")] = None,
    bracket: Annotated[list[int] | None, Query(alias="ids[]")] = None,
) -> Seen:
    named = {"class": item_class, "item.name": dotted, "ids[]": bracket}
    return see(request, **named)


@router.get("/headers")
def read_headers(
    request: Request,
    *,
    x_text: Annotated[str | None, Header()] = None,
    x_count: Annotated[int | None, Header()] = None,
    x_since: Annotated[datetime | None, Header()] = None,
    x_price: Annotated[Decimal | None, Header()] = None,
    x_key: Annotated[UUID | None, Header()] = None,
    x_color: Annotated[Color | None, Header()] = None,
    x_active: Annotated[bool | None, Header()] = None,
    x_list: Annotated[list[str] | None, Header()] = None,
) -> Seen:
    return see(
        request,
        text=x_text,
        count=x_count,
        since=x_since,
        price=x_price,
        key=x_key,
        color=x_color,
        active=x_active,
        list=x_list,
    )


@router.get("/cookies")
def read_cookies(
    request: Request,
    session: Annotated[str | None, Cookie()] = None,
    visits: Annotated[int | None, Cookie()] = None,
    day: Annotated[date | None, Cookie()] = None,
    color: Annotated[Color | None, Cookie()] = None,
) -> Seen:
    return see(request, session=session, visits=visits, day=day, color=color)


@router.get("/paths/numbers/{number}")
def read_number(request: Request, number: float) -> Seen:
    return see(request, number)


@router.get("/paths/prices/{price}")
def read_price(request: Request, price: Decimal) -> Seen:
    return see(request, price)


@router.get("/paths/days/{day}/{at}")
def read_day(request: Request, day: date, at: time) -> Seen:
    return see(request, day, at)


@router.get("/paths/moments/{since}")
def read_moment(request: Request, since: datetime) -> Seen:
    return see(request, since)


@router.get("/paths/delays/{every}")
def read_delay(request: Request, every: timedelta) -> Seen:
    return see(request, every)


@router.get("/paths/keys/{key}/{color}/{level}/{active}")
def read_key(
    request: Request, key: UUID, color: Color, level: Level, active: bool
) -> Seen:
    return see(request, key, color, level, active)


@router.get("/paths/texts/{text}")
def read_text(request: Request, text: str) -> Seen:
    return see(request, text)


@router.get("/paths/constant/{version}/status")
def read_version(request: Request, version: Literal["v1"]) -> Seen:
    return see(request, version)


@router.get("/files/{file_path:path}")
def read_file(request: Request, file_path: str) -> Seen:
    return see(request, file_path)


class CatRow(BaseModel):
    """A row whose identifiers are of type `number`."""

    id: float
    friends: list[float]
    weight: float


@router.get("/cats/{cat_id}")
def read_cat(cat_id: float) -> CatRow:
    """Return integers where the document has numbers, as applications on NestJS do."""
    content = {"id": int(cat_id), "friends": [11, 12], "weight": 3.5}
    return JSONResponse(content)  # type: ignore[return-value] # FastAPI sends it as it is


@router.get("/cats/{cat_id}/friends")
def read_friends(
    request: Request, cat_id: float, friends: Annotated[list[float], Query()]
) -> Seen:
    return see(request, cat_id, friends)


@router.post("/cats/{cat_id}/friends")
async def write_friends(request: Request, cat_id: float, cat: CatRow) -> Seen:
    return see(request, await request.body(), cat)
