"""Models like those of generated clients."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import Field
from runtime import Base64Bytes, Base64UrlBytes, BaseModel, DecimalNumber, Variants
from typing_extensions import TypeAliasType

Status: TypeAlias = Literal["active", "closed"]


class Owner(BaseModel):
    id: str
    pets: list[Pet] = Field(default_factory=list["Pet"])
    status: Status | str | None = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int
    owner: Owner | None = None


class Dog(BaseModel):
    kind: Literal["dog"]
    bark: str
    born: datetime | None = None
    class_: str | None = Field(default=None, alias="class")


Pet: TypeAlias = Annotated[
    Cat | Dog | BaseModel, Variants("kind", {"cat": Cat, "puppy": Dog, "dog": Dog})
]


class Circle(BaseModel):
    shape: Literal["circle"]
    radius: float


class Square(BaseModel):
    shape: Literal["square"]
    side: float


class Label(BaseModel):
    text: str
    color: str | None = None


class LabelEvent(BaseModel):
    data: Label
    event: str | None = None
    id: str | None = None
    retry: int | None = None


class TextEvent(BaseModel):
    data: str


class NamedText(BaseModel):
    event: Literal["text"]
    data: str


class NamedLabel(BaseModel):
    event: Literal["label"]
    data: Label


AnyEvent: TypeAlias = Annotated[
    NamedText | NamedLabel | BaseModel,
    Variants("event", {"text": NamedText, "label": NamedLabel}),
]
Shape: TypeAlias = Circle | Square | Label
Closed: TypeAlias = Annotated[
    Circle | Square, Variants("shape", {"circle": Circle, "square": Square})
]


class Everything(BaseModel):
    """A model with a field of each type."""

    text: str
    number: float | None = None
    when: datetime | None = None
    uid: UUID | None = None
    blob: Base64Bytes | None = None
    raw: bytes | None = None
    flag: bool = False
    names: list[str] = Field(default_factory=list)
    table: dict[str, int] = Field(default_factory=dict)
    pair: tuple[int, str] | None = None
    many: tuple[int, ...] | None = None
    anything: Any = None
    shape: Shape | None = None
    closed: Closed | None = None
    pet: Pet | None = None
    maybe: list[Owner] | dict[str, Owner] | str | None = None
    child: Everything | None = None
    model_name: str | None = None
    cls: int | None = None


class Cage(BaseModel):
    """A model with a field whose type is a discriminated union."""

    pet: Pet


class Scores(BaseModel):
    """A model whose additional properties are integers."""

    __pydantic_extra__: dict[str, int] = Field(init=False)
    name: str


class Problem(BaseModel):
    code: str
    message: str


class OpenPet(BaseModel):
    kind: str
    name: str | None = None


class OpenCat(BaseModel):
    kind: Literal["cat"] | str
    lives: int | None = None


class OpenDog(BaseModel):
    kind: Literal["dog", "puppy"] | str
    bark: str


AnyOpenPet: TypeAlias = Annotated[
    OpenCat | OpenDog | OpenPet,
    Variants(
        "kind", {"cat": OpenCat, "dog": OpenDog, "puppy": OpenDog}, default=OpenPet
    ),
]


class OpenState(BaseModel):
    state: Literal["open"] | str
    by: str | None = None


class ClosedState(BaseModel):
    state: Literal["closed"] | str
    reason: str


JsonValue = TypeAliasType(
    "JsonValue", "str | int | bool | list[JsonValue] | dict[str, JsonValue] | OpenState"
)


class Holder(BaseModel):
    json_: JsonValue | None = None
    token: Base64UrlBytes | None = None


class Prices(BaseModel):
    text: DecimalNumber
    color: DecimalNumber | None = None
