"""Pagination hints from the vendor extensions of an operation.

`x-sdksmith-paging` takes precedence over the extensions of other generators: AutoRest's
`x-ms-pageable`, `x-speakeasy-pagination` and `x-fern-pagination`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...json_data import object_of, text_of
from ..paging_hints import PagingHints, PagingKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...json_data import JsonObject, JsonValue

EXTENSION: Final = "x-sdksmith-paging"
_KEYS: Final = ("by", "parameter", "next", "items", "more", "total", "pages", "first")
_ODATA: Final = re.compile(r"@?odata\.")
_LAST_ITEM: Final = re.compile(r"(.*)\[(?:-1:?|\(@\.length-1\))\]\.(.+)")


def read_paging(operation: JsonObject) -> PagingHints | None:
    """Return the pagination hints of an operation; None if it has no usable ones."""
    for key, read in _READERS.items():
        if key in operation and (hints := read(operation[key])) is not None:
            return hints
    return None


def _read_own(value: JsonValue) -> PagingHints | None:
    if value is False:
        return PagingHints(None, source=EXTENSION)
    if not isinstance(value, dict):
        return PagingHints(
            None, problem="must be an object or `false`", source=EXTENSION
        )
    unknown = [key for key in value if key not in _KEYS]
    if unknown:
        known = ", ".join(_KEYS)
        problem = f"unknown key `{unknown[0]}`, expected one of {known}"
        return PagingHints(None, problem=problem, source=EXTENSION)
    by, first = value.get("by"), value.get("first")
    if by not in list(PagingKind):
        problem = f"`by` must be one of {', '.join(PagingKind)}"
        return PagingHints(None, problem=problem, source=EXTENSION)
    return PagingHints(
        PagingKind(text_of(by)),
        parameter=text_of(value.get("parameter")),
        next=text_of(value.get("next")),
        items=_text(value, "items"),
        more=_text(value, "more"),
        total=_text(value, "total"),
        pages=_text(value, "pages"),
        first=first if isinstance(first, int) else None,
        source=EXTENSION,
    )


def _text(table: JsonObject, key: str) -> str | None:
    return text_of(table[key]) if key in table else None


def _microsoft(value: JsonValue) -> PagingHints | None:
    """Read `x-ms-pageable` (AutoRest, "Swagger extensions")."""
    table, source = object_of(value), "x-ms-pageable"
    if table.get("nextLinkName", "") is None or "operationName" in table:
        # A single page, or a separate operation for further pages.
        return PagingHints(None, source=source)
    link = text_of(table.get("nextLinkName")) or "nextLink"
    items = text_of(table.get("itemName")) or "value"
    # A dot separates the names of nested properties, unless it is escaped or part of an
    # OData name.
    return PagingHints(
        PagingKind.LINK,
        next=_pointer(link) if not _ODATA.match(link) else f"/{link}",
        items=_pointer(items),
        source=source,
    )


def _speakeasy(value: JsonValue) -> PagingHints | None:
    table, source = object_of(value), "x-speakeasy-pagination"
    outputs = object_of(table.get("outputs"))
    inputs = table.get("inputs")
    names = {
        text_of(item.get("type")): text_of(item.get("name"))
        for item in (inputs if isinstance(inputs, list) else [])
        if isinstance(item, dict)
    }
    items = _pointer(text_of(outputs.get("results"))) if "results" in outputs else None
    cursor, link = text_of(outputs.get("nextCursor")), text_of(outputs.get("nextUrl"))
    if text_of(table.get("type")) == "url" and link:
        return PagingHints(
            PagingKind.LINK, next=_pointer(link), items=items, source=source
        )
    if "cursor" in names and (last := _LAST_ITEM.fullmatch(cursor)):
        return PagingHints(
            PagingKind.LAST_ITEM,
            names["cursor"],
            f"/{last[2]}",
            items=_pointer(last[1]),
            source=source,
        )
    if "cursor" in names and cursor:
        return PagingHints(
            PagingKind.CURSOR,
            names["cursor"],
            _pointer(cursor),
            items=items,
            source=source,
        )
    pages = (
        _pointer(text_of(outputs.get("numPages"))) if "numPages" in outputs else None
    )
    for word, kind in (("page", PagingKind.NUMBER), ("offset", PagingKind.OFFSET)):
        if word in names:
            return PagingHints(
                kind, names[word], items=items, pages=pages, source=source
            )
    return None


def _fern(value: JsonValue) -> PagingHints | None:
    table, source = object_of(value), "x-fern-pagination"
    items = _pointer(text_of(table.get("results"))) if "results" in table else None
    parameter = text_of(table.get("cursor")) or text_of(table.get("offset"))
    parameter = parameter.removeprefix("$request.")
    more = text_of(table.get("has-next-page"))
    if "next_uri" in table or "next_path" in table:
        link = text_of(table.get("next_uri")) or text_of(table.get("next_path"))
        return PagingHints(
            PagingKind.LINK, next=_pointer(link), items=items, source=source
        )
    if not parameter:
        return None
    if "cursor" in table:
        cursor = _pointer(text_of(table.get("next_cursor")))
        return PagingHints(
            PagingKind.CURSOR, parameter, cursor, items=items, source=source
        )
    return PagingHints(
        # With `step`, the parameter counts items instead of pages.
        PagingKind.OFFSET if "step" in table else PagingKind.NUMBER,
        parameter,
        items=items,
        more=_pointer(more) if more else None,
        source=source,
    )


def _pointer(path: str) -> str:
    """Convert a path such as `$.data.items` to a JSON Pointer (RFC 6901)."""
    names = re.split(r"(?<!\\)\.", re.sub(r"^\$(response)?\.?", "", path))
    names = [name.replace("\\.", ".") for name in names if name]
    return "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in names)


_READERS: Final[dict[str, Callable[[JsonValue], PagingHints | None]]] = {
    EXTENSION: _read_own,
    "x-ms-pageable": _microsoft,
    "x-speakeasy-pagination": _speakeasy,
    "x-fern-pagination": _fern,
}
