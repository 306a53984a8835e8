"""Bodies of JSON: values, models that are read and written, unions, root values."""

from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Body, Request
from fastapi.responses import JSONResponse
from pydantic import Base64Bytes, Base64UrlBytes, BaseModel, Field, computed_field

from .enums import Color, Level, Ratio
from .types import Seen, see

router = APIRouter(tags=["bodies"])


class Price(BaseModel):
    """An amount of money; its schema differs between requests and responses."""

    amount: Decimal
    currency: str = "EUR"


class Item(BaseModel):
    """A model that has an input and an output schema."""

    number: int
    price: Price
    discount: Decimal | None = None
    tags: set[str] = set()

    @computed_field  # type: ignore[prop-decorator] # pydantic's documentation
    @property
    def label(self) -> str:
        """A property that only responses have."""
        return f"item-{self.number}"


class Values(BaseModel):
    """One property per type."""

    key: UUID
    price: Decimal
    ratio: float
    active: bool
    since: datetime
    day: date
    at: time
    every: timedelta
    color: Color
    level: Level
    share: Ratio
    unique: set[int]
    pair: tuple[int, str]
    data: Base64Bytes
    url_data: Base64UrlBytes
    kind: Literal["values"] = "values"
    nothing: None = None
    by_day: dict[date, int] = {}
    by_level: dict[Level, str] = {}


class Change(BaseModel):
    """A partial change: null is not the same as a property that was not sent."""

    name: str | None = None
    size: int | None = None


class Job(BaseModel):
    """A body that can be omitted, with a required property."""

    command: str
    retries: int = 0


DEFAULT_JOB = Job(command="default")


Numbers = dict[str, int]


class Labels(BaseModel):
    """Properties that the schema does not list."""

    model_config = {"extra": "allow"}

    name: str
    __pydantic_extra__: Numbers  # pyright: ignore[reportIncompatibleVariableOverride]


class Cat(BaseModel):
    """A variant."""

    kind: Literal["cat"] = "cat"
    lives: int


class Dog(BaseModel):
    """Another variant."""

    kind: Literal["dog"] = "dog"
    bark: str


Pet = Annotated[Cat | Dog, Field(discriminator="kind")]


class Circle(BaseModel):
    """A variant without a discriminator."""

    radius: Decimal


class Square(BaseModel):
    """Another variant without a discriminator."""

    side: int


class Drawing(BaseModel):
    """Unions as properties."""

    pet: Pet | None = None
    shapes: list[Circle | Square] = []
    mixed: int | str | list[int] = 0


class Order(BaseModel):
    """A constant next to a required property."""

    object: Literal["order"]
    amount: int


@router.get("/items/{item_id}")
def read_item(item_id: int) -> Item:
    price = Price(amount=Decimal("9.90"))
    return Item(number=item_id, price=price, tags={"b", "a"})


@router.put("/items/{item_id}")
def replace_item(item_id: int, item: Item) -> Item:
    return item


@router.post("/items/import")
def import_items(items: list[Item]) -> list[Item]:
    return items


@router.get("/value")
def read_value() -> Values:
    return Values(
        key=UUID("12345678-1234-5678-1234-567812345678"),
        price=Decimal("1234567890123456789012.1234567890"),
        ratio=10.0,
        active=True,
        since=datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone(timedelta(hours=2))),
        day=date(2024, 5, 6),
        at=time(7, 8, 9),
        every=timedelta(days=1, hours=2, minutes=3, seconds=4.5),
        color=Color.DARK_BLUE,
        level=Level.HIGH,
        share=Ratio.HALF,
        unique={1},
        pair=(1, "a"),
        data=b"//4=",
        url_data=b"__4=",
        by_day={date(2024, 5, 6): 1},
        by_level={Level.HIGH: "high"},
    )


@router.post("/value")
async def write_value(request: Request, values: Values) -> dict[str, Any]:
    """Return the JSON that was received and the Python source of its values."""
    fields = {name: getattr(values, name) for name in type(values).model_fields}
    return {"json": await request.json(), "values": see(request, **fields).values}


@router.patch("/changes")
def change(request: Request, change: Change) -> Seen:
    return see(request, change.model_dump(exclude_unset=True))


@router.post("/jobs")
async def create_job(request: Request, job: Job | None = None) -> Seen:
    return see(request, await request.body(), job)


@router.post("/jobs/default")
async def create_default_job(
    request: Request, job: Annotated[Job, Body()] = DEFAULT_JOB
) -> Seen:
    return see(request, await request.body(), job)


@router.post("/labels")
def create_labels(request: Request, labels: Labels) -> Seen:
    return see(request, labels.model_dump())


@router.post("/several")
def create_several(
    request: Request,
    change: Change,
    job: Job,
    importance: Annotated[int, Body()],
    note: Annotated[str | None, Body()] = None,
) -> Seen:
    return see(request, change, job, importance, note)


@router.post("/embedded")
def create_embedded(request: Request, job: Annotated[Job, Body(embed=True)]) -> Seen:
    return see(request, job)


@router.post("/orders")
def create_order(request: Request, order: Order) -> Seen:
    return see(request, order)


@router.post("/pets")
def create_pet(pet: Pet) -> Pet:
    return pet


@router.get("/pets/newer", response_model=Pet)
def read_newer_pet() -> JSONResponse:
    """Return a variant that the document does not know yet."""
    return JSONResponse({"kind": "parrot", "lives": 1, "words": ["hello"]})


@router.post("/drawings")
def create_drawing(drawing: Drawing) -> Drawing:
    return drawing
