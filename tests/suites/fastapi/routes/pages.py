"""Lists in pages, in the styles that FastAPI applications use."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

router = APIRouter(tags=["pages"], prefix="/pages")


class Row(BaseModel):
    """A row of 7."""

    row_id: int


ROWS = [Row(row_id=number) for number in range(7)]


class OffsetPage(BaseModel):
    """As `fastapi-pagination` has it: items, total, limit, offset."""

    items: list[Row]
    total: int
    limit: int
    offset: int


@router.get("/offset")
def list_by_offset(
    limit: Annotated[int, Query(ge=1, le=100)] = 3,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> OffsetPage:
    items = ROWS[offset : offset + limit]
    return OffsetPage(items=items, total=len(ROWS), limit=limit, offset=offset)


class NumberedPage(BaseModel):
    """As `fastapi-pagination` has it: items, total, page, size, pages."""

    items: list[Row]
    total: int
    page: int
    size: int
    pages: int


@router.get("/numbered")
def list_by_number(
    page: Annotated[int, Query(ge=1)] = 1, size: Annotated[int, Query(ge=1, le=100)] = 3
) -> NumberedPage:
    items = ROWS[(page - 1) * size : page * size]
    pages = -(-len(ROWS) // size)
    total = len(ROWS)
    return NumberedPage(items=items, total=total, page=page, size=size, pages=pages)


class CursorPage(BaseModel):
    """As `fastapi-pagination` has it: items and cursors, which may be null."""

    items: list[Row]
    total: int | None = None
    current_page: str | None = None
    next_page: str | None = None


@router.get("/cursor")
def list_by_cursor(
    cursor: str | None = None, size: Annotated[int, Query(ge=0, le=100)] = 3
) -> CursorPage:
    start = int(cursor.removeprefix("row:")) if cursor else 0
    end = start + size
    following = f"row:{end}" if end < len(ROWS) else None
    return CursorPage(items=ROWS[start:end], current_page=cursor, next_page=following)


class LinkedPage(BaseModel):
    """Results and an absolute link to the next page."""

    count: int
    next: str | None
    previous: str | None
    results: list[Row]


@router.get("/linked")
def list_by_link(request: Request, start: int = 0) -> LinkedPage:
    end = start + 3
    following = (
        str(request.url.replace(query=f"start={end}")) if end < len(ROWS) else None
    )
    return LinkedPage(
        count=len(ROWS), next=following, previous=None, results=ROWS[start:end]
    )


@router.get("/skip")
def list_by_skip(skip: int = 0, limit: int = 3) -> list[Row]:
    """Return a bare list, as FastAPI's tutorial does."""
    return ROWS[skip : skip + limit]


@router.get("/header")
def list_by_header(request: Request, response: Response, page: int = 1) -> list[Row]:
    """Return a bare list and a Link header (RFC 8288)."""
    if page * 3 < len(ROWS):
        link = request.url.include_query_params(page=page + 1)
        response.headers["Link"] = f'<{link}>; rel="next"'
    return ROWS[(page - 1) * 3 : page * 3]


class Search(BaseModel):
    """Not a page: `tags` is an echo of the filter."""

    tags: list[str]
    limit: int
    found: int


@router.get("/not-a-page")
def search(
    tags: Annotated[list[str] | None, Query()] = None, limit: int = 3, offset: int = 0
) -> Search:
    return Search(tags=tags or [], limit=limit, found=offset)


class Step(BaseModel):
    """Not a page: `next` is another object."""

    step_id: int
    next: str | None
    parts: list[str]


@router.get("/steps/{step_id}")
def read_step(step_id: int) -> Step:
    return Step(step_id=step_id, next="/steps/2", parts=["a", "b"])


@router.post("/search")
def search_by_body(query: dict[str, Any]) -> list[Row]:
    return ROWS[: query.get("limit", 3)]
