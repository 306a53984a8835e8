"""Forms, uploads and downloads."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    PlainTextResponse,
    StreamingResponse,
)
from pydantic import BaseModel, Json

from .enums import Color
from .types import Seen, see

router = APIRouter(tags=["files"])


@router.post("/forms/fields")
async def send_form(
    request: Request,
    *,
    name: Annotated[str, Form()],
    price: Annotated[Decimal | None, Form()] = None,
    active: Annotated[bool | None, Form()] = None,
    since: Annotated[datetime | None, Form()] = None,
    color: Annotated[Color | None, Form()] = None,
    tags: Annotated[list[str] | None, Form()] = None,
    unique: Annotated[set[int] | None, Form()] = None,
) -> Seen:
    return see(
        request,
        name=name,
        price=price,
        active=active,
        since=since,
        color=color,
        tags=tags,
        unique=unique,
    )


class Contact(BaseModel):
    """A form as a model."""

    model_config = {"extra": "forbid"}

    name: str
    key: UUID | None = None
    level: int = 1


@router.post("/forms/model")
def send_contact(request: Request, contact: Annotated[Contact, Form()]) -> Seen:
    return see(request, contact)


@router.post("/uploads/bytes")
def upload_bytes(request: Request, file: Annotated[bytes, File()]) -> Seen:
    return see(request, file)


async def describe(file: UploadFile) -> tuple[str | None, str | None, bytes]:
    """Return name, media type and content of a file."""
    return file.filename, file.content_type, await file.read()


@router.post("/uploads/one")
async def upload_one(request: Request, file: UploadFile) -> Seen:
    return see(request, await describe(file))


@router.post("/uploads/several")
async def upload_several(request: Request, files: list[UploadFile]) -> Seen:
    return see(request, *[await describe(file) for file in files])


@router.post("/uploads/optional")
async def upload_optional(request: Request, file: UploadFile | None = None) -> Seen:
    return see(request, file and await describe(file))


@router.post("/uploads/fields")
async def upload_with_fields(
    request: Request,
    *,
    file: UploadFile,
    token: Annotated[str, Form()],
    price: Annotated[Decimal | None, Form()] = None,
    since: Annotated[datetime | None, Form()] = None,
    tags: Annotated[list[str] | None, Form()] = None,
    active: Annotated[bool | None, Form()] = None,
) -> Seen:
    values = {"token": token, "price": price, "since": since, "tags": tags}
    return see(request, await describe(file), **values, active=active)


class Caption(BaseModel):
    """A part of a form that is JSON."""

    text: str
    taken: datetime | None = None


@router.post("/uploads/json")
async def upload_with_json(
    request: Request,
    file: UploadFile,
    caption: Annotated[Json[Caption], Form()],
    other: Annotated[Json[Caption] | None, Form()] = None,
) -> Seen:
    return see(request, await describe(file), caption=caption, other=other)


@router.post("/forms/json")
def send_json(
    request: Request,
    name: Annotated[str, Form()],
    caption: Annotated[Json[Caption], Form()],
) -> Seen:
    return see(request, name, caption)


@router.post(
    "/uploads/raw",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/octet-stream": {
                    "schema": {"type": "string", "format": "binary"}
                }
            },
        }
    },
)
async def upload_raw(request: Request) -> Seen:
    return see(request, request.headers["content-type"], await request.body())


@router.get("/downloads/file", response_class=FileResponse)
def download_file() -> FileResponse:
    return FileResponse(Path(__file__).with_name("__init__.py"), filename="init.py")


OCTETS = {
    "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
}


@router.get(
    "/downloads/stream",
    response_class=StreamingResponse,
    responses={200: {"content": OCTETS}},
)
def download_stream() -> StreamingResponse:
    def chunks() -> Iterator[bytes]:
        yield b"\x00\xff"
        yield b"end"

    return StreamingResponse(chunks(), media_type="application/octet-stream")


@router.get("/downloads/text", response_class=PlainTextResponse)
def download_text() -> str:
    return "12"


@router.get("/downloads/html", response_class=HTMLResponse)
def download_html() -> str:
    return "<p>hello</p>"


class Csv(Response):
    """A response of another media type."""

    media_type = "text/csv"


@router.get("/downloads/csv", response_class=Csv)
def download_csv() -> Csv:
    return Csv("a,b\n1,2\n")
