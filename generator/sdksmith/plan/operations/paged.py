"""Expressions of methods that return a list in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.paging_hints import PagingKind
from ...text.pysource import code, literal
from ..expressions import Call, Generic, Keyword, Symbol
from ..runtime import runtime

if TYPE_CHECKING:
    from ..expressions import Expression
    from ..paging.data import Paging
    from ..paging.envelopes import ItemList
    from ..types.responses import ReceivedTypes

PAGINATE: Final = code("paginate")
"""Name of the client method that makes the call."""

_CLASSES: Final = {
    PagingKind.CURSOR: runtime("ByCursor"),
    PagingKind.LAST_ITEM: runtime("ByLastItem"),
    PagingKind.NUMBER: runtime("ByPageNumber"),
    PagingKind.OFFSET: runtime("ByOffset"),
    PagingKind.LINK: runtime("ByLink"),
    PagingKind.LINK_HEADER: runtime("ByLink"),
}
_USUAL_KEY: Final = "/id"
_USUAL_FIRST: Final = {PagingKind.NUMBER: 1, PagingKind.OFFSET: 0}


class PagedParts(Struct, frozen=True):
    """Parts that are specific to a method that returns pages.

    Attributes:
        operation_class: Class of the operation constant.
        operation_types: Type arguments of that class.
        keyword: Keyword argument that describes the pagination.
        returns: Return annotation of the method.
        async_returns: Return annotation of the async method, which is not a coroutine
            and is called without `await`.
    """

    operation_class: Symbol
    operation_types: tuple[Expression, ...]
    keyword: Keyword
    returns: Expression
    async_returns: Expression


def plan_pages(
    types: ReceivedTypes, paging: Paging, response: Expression
) -> PagedParts:
    """Return the parts that are specific to a method that returns pages.

    Args:
        types: The annotations of responses.
        paging: The pagination of the operation.
        response: The annotation of the whole response.
    """
    arguments = (_item(types, paging.items), response)
    return PagedParts(
        operation_class=runtime("PagedOperation"),
        operation_types=arguments,
        keyword=Keyword("paging", _paging(paging)),
        returns=Generic(runtime("Page"), arguments),
        async_returns=Generic(runtime("AsyncPager"), arguments),
    )


def _item(types: ReceivedTypes, items: ItemList) -> Expression:
    if items.item is None:
        return types.unknown()
    return types.annotation(items.item, nullable=items.nullable)


def _paging(paging: Paging) -> Call:
    """Return the paging object of the runtime; default values are omitted."""
    following = "" if paging.kind is PagingKind.LAST_ITEM else paging.next
    arguments = (paging.parameter, following)
    keywords: list[Keyword] = []
    if paging.first != _USUAL_FIRST.get(paging.kind):
        keywords.append(Keyword("first", literal(paging.first)))
    is_by_id = paging.kind is not PagingKind.LAST_ITEM or paging.next == _USUAL_KEY
    named = (
        ("key", "" if is_by_id else paging.next),
        ("reverse", paging.reverse),
        ("items", paging.items.pointer),
        ("number", paging.number),
        ("position", paging.position),
        ("more", paging.more),
        ("last", paging.last),
        ("following", paging.following),
        ("total", paging.total),
        ("count", paging.count),
        ("pages", paging.pages),
        ("ordered", paging.ordered),
        ("in_body", paging.in_body),
        ("holder", paging.holder),
    )
    keywords += [Keyword(name, literal(value)) for name, value in named if value]
    return Call(
        _CLASSES[paging.kind],
        tuple(literal(text) for text in arguments if text),
        tuple(keywords),
    )
