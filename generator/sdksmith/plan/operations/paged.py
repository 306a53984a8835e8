"""Source of methods that return a list in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.paging_hints import PagingKind
from ...text.pysource import (
    Code,
    code,
    join,
    literal,
)
from ..package import EntryView
from ..types.responses import ReceivedTypes

if TYPE_CHECKING:
    from ..paging.data import Paging
    from ..paging.envelopes import ItemList
    from ..types.imports import ModuleImports
    from ..types.library import TypeLibrary

PAGINATE: Final = code("paginate")
"""Name of the client method that makes the call."""

_PAGING: Final = code("paging")
_CLASSES: Final = {
    PagingKind.CURSOR: "ByCursor",
    PagingKind.LAST_ITEM: "ByLastItem",
    PagingKind.NUMBER: "ByPageNumber",
    PagingKind.OFFSET: "ByOffset",
    PagingKind.LINK: "ByLink",
    PagingKind.LINK_HEADER: "ByLink",
}
_USUAL_KEY: Final = "/id"
_USUAL_FIRST: Final = {PagingKind.NUMBER: 1, PagingKind.OFFSET: 0}


class PagedSource(Struct, frozen=True):
    """Source that is specific to a method that returns pages.

    Attributes:
        operation_class: Class of the operation constant.
        operation_types: Type arguments of that class.
        entry: Keyword argument that describes the pagination.
        returns: Return annotation of the method.
        async_returns: Return annotation of the async method, which is not a coroutine
            and is called without `await`.
    """

    operation_class: Code
    operation_types: Code
    entry: EntryView
    returns: Code
    async_returns: Code


def write_pages(
    library: TypeLibrary,
    typed: ModuleImports,
    live: ModuleImports,
    paging: Paging,
    answer: Code,
) -> PagedSource:
    """Return the source that is specific to a method that returns pages.

    Args:
        library: The types, with the modules that define them.
        typed: Imports needed by annotations.
        live: Imports needed at run time.
        paging: The pagination of the operation.
        answer: The annotation of the whole response.
    """
    item = _item(ReceivedTypes(library, typed), paging.items)
    types = code("{item}, {answer}", item=item, answer=answer)
    page, pager = typed.runtime("Page"), typed.runtime("AsyncPager")
    return PagedSource(
        operation_class=live.runtime("PagedOperation"),
        operation_types=types,
        entry=EntryView(_PAGING, _paging(live, paging)),
        returns=code("{page}[{types}]", page=page, types=types),
        async_returns=code("{pager}[{types}]", pager=pager, types=types),
    )


def _item(types: ReceivedTypes, items: ItemList) -> Code:
    if items.item is None:
        return types.unknown()
    return types.annotation(items.item, nullable=items.nullable)


def _paging(live: ModuleImports, paging: Paging) -> Code:
    """Return the paging object of the runtime; default values are omitted."""
    following = "" if paging.kind is PagingKind.LAST_ITEM else paging.next
    arguments = [literal(text) for text in (paging.parameter, following) if text]
    if paging.first != _USUAL_FIRST.get(paging.kind):
        first = literal(paging.first)
        arguments.append(code("first={first}", first=first))
    is_by_id = paging.kind is not PagingKind.LAST_ITEM or paging.next == _USUAL_KEY
    named = (
        (code("key"), "" if is_by_id else paging.next),
        (code("reverse"), paging.reverse),
        (code("items"), paging.items.pointer),
        (code("number"), paging.number),
        (code("more"), paging.more),
        (code("last"), paging.last),
        (code("following"), paging.following),
        (code("total"), paging.total),
        (code("pages"), paging.pages),
    )
    arguments += [
        code("{name}={value}", name=name, value=literal(value))
        for name, value in named
        if value
    ]
    if paging.in_body:
        arguments.append(code("in_body=True"))
    return code(
        "{kind}({arguments})",
        kind=live.runtime(_CLASSES[paging.kind]),
        arguments=join(", ", arguments),
    )
