"""Pagination hints of vendor extensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.model.paging_hints import PagingHints, PagingKind

from tests.model.documents import OK, build, openapi30

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

OWN = "x-sdksmith-paging"
SPEAKEASY = "x-speakeasy-pagination"
FERN = "x-fern-pagination"
MICROSOFT = "x-ms-pageable"


def read(**extensions: JsonValue) -> PagingHints | None:
    operation: JsonObject = {"responses": OK, **extensions}
    (made,) = build(openapi30(paths={"/x": {"get": operation}})).api.operations
    return made.paging


def cursor(*names: str) -> JsonObject:
    return {"inputs": [{"name": name, "type": "cursor"} for name in names]}


def test_operation_without_extensions_has_no_hints() -> None:
    assert read() is None
    incomplete: JsonObject = {"type": "cursor"}
    assert read(**{SPEAKEASY: incomplete}) is None
    assert read(**{FERN: True}) is None


def test_sdksmith_extension_is_read() -> None:
    table: JsonObject = {
        "by": "number", "parameter": "p", "items": "", "more": "/m", "total": "/t",
        "pages": "/n", "first": 0,
    }  # fmt: skip
    assert read(**{OWN: table}) == PagingHints(
        PagingKind.NUMBER,
        parameter="p",
        items="",
        more="/m",
        total="/t",
        pages="/n",
        first=0,
        source=OWN,
    )
    assert read(**{OWN: False}) == PagingHints(None, source=OWN)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (True, "must be an object"),
        ("cursor", "must be an object"),
        ({"by": "magic"}, "`by` must be one of cursor, lastItem"),
        ({"parameter": "x"}, "`by` must be one of"),
        (
            {"by": "link", "nxt": "/x"},
            "unknown key `nxt`, expected one of by, parameter",
        ),
    ],
)
def test_invalid_sdksmith_extension_is_reported(value: JsonValue, problem: str) -> None:
    hints = read(**{OWN: value})
    assert hints is not None
    assert problem in hints.problem


@pytest.mark.parametrize(
    ("table", "next_link", "items"),
    [
        ({"nextLinkName": "next"}, "/next", "/value"),
        ({}, "/nextLink", "/value"),
        ({"nextLinkName": "@odata.nextLink"}, "/@odata.nextLink", "/value"),
        ({"nextLinkName": r"odata\.nextLink"}, "/odata.nextLink", "/value"),
        (
            {"nextLinkName": "page.next", "itemName": "list.of"},
            "/page/next",
            "/list/of",
        ),
    ],
)
def test_microsoft_extension_is_read(
    table: JsonObject, next_link: str, items: str
) -> None:
    assert read(**{MICROSOFT: table}) == PagingHints(
        PagingKind.LINK, next=next_link, items=items, source=MICROSOFT
    )


@pytest.mark.parametrize("table", [{"nextLinkName": None}, {"operationName": "next"}])
def test_microsoft_extension_without_next_link_disables_pagination(
    table: JsonObject,
) -> None:
    assert read(**{MICROSOFT: table}) == PagingHints(None, source=MICROSOFT)


@pytest.mark.parametrize(
    ("table", "hints"),
    [
        (
            {
                "type": "cursor",
                **cursor("c"),
                "outputs": {"results": "$.data.items", "nextCursor": "$.meta.next"},
            },
            PagingHints(PagingKind.CURSOR, "c", "/meta/next", items="/data/items"),
        ),
        (
            {
                "type": "cursor",
                **cursor("c"),
                "outputs": {"nextCursor": "$.data[-1].id"},
            },
            PagingHints(PagingKind.LAST_ITEM, "c", "/id", items="/data"),
        ),
        (
            {
                "type": "offsetLimit",
                "inputs": [
                    {"name": "p", "type": "page"},
                    {"name": "l", "type": "limit"},
                ],
                "outputs": {"results": "$", "numPages": "$.pages"},
            },
            PagingHints(PagingKind.NUMBER, "p", items="", pages="/pages"),
        ),
        (
            {"type": "offsetLimit", "inputs": [{"name": "o", "type": "offset"}]},
            PagingHints(PagingKind.OFFSET, "o"),
        ),
        (
            {"type": "url", "outputs": {"nextUrl": "$.next"}},
            PagingHints(PagingKind.LINK, next="/next"),
        ),
    ],
)
def test_speakeasy_extension_is_read(table: JsonObject, hints: PagingHints) -> None:
    assert read(**{SPEAKEASY: table}) == _from(hints, SPEAKEASY)


@pytest.mark.parametrize(
    ("table", "hints"),
    [
        (
            {
                "cursor": "$request.after",
                "next_cursor": "$response.page.after",
                "results": "$response.items",
            },
            PagingHints(PagingKind.CURSOR, "after", "/page/after", items="/items"),
        ),
        (
            {"offset": "$request.page", "results": "$response.items"},
            PagingHints(PagingKind.NUMBER, "page", items="/items"),
        ),
        (
            {
                "offset": "$request.skip",
                "step": "$request.take",
                "has-next-page": "$response.more",
            },
            PagingHints(PagingKind.OFFSET, "skip", more="/more"),
        ),
        (
            {"next_uri": "$response.next", "results": "$response.items"},
            PagingHints(PagingKind.LINK, next="/next", items="/items"),
        ),
    ],
)
def test_fern_extension_is_read(table: JsonObject, hints: PagingHints) -> None:
    assert read(**{FERN: table}) == _from(hints, FERN)


def test_sdksmith_extension_takes_precedence() -> None:
    both: JsonObject = {MICROSOFT: {}, OWN: False}
    assert read(**both) == PagingHints(None, source=OWN)


def _from(hints: PagingHints, source: str) -> PagingHints:
    return replace(hints, source=source)
