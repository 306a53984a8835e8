"""Detection of operations that return a list in pages, and of their pagination.

Pagination that the settings or the document define takes precedence over the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ...model.paging_hints import PagingKind
from ..content.media_types import Reading, success_responses
from .data import Paging
from .envelopes import Envelope, list_at, read_envelope
from .inputs import find_inputs
from .rules import PageRules
from .words import LINKS, STRONG_LINKS

if TYPE_CHECKING:
    from ...model.api import Api, Operation
    from ...model.paging_hints import PagingHints
    from ..content.media_types import PlannedResponse
    from .inputs import PageInput


class InvalidHints(Struct, frozen=True):
    """Reason why the pagination defined for an operation cannot be used."""

    reason: str


def find_paging(api: Api, operation: Operation) -> Paging | None:
    """Return the pagination of an operation, or None if it does not return pages."""
    if operation.paging is not None:
        said = read_hints(api, operation, operation.paging)
        if not isinstance(said, InvalidHints):
            return said
    response = _only_response(api, operation)
    if response is None or response.type is None:
        return None
    envelope = read_envelope(api, response.type)
    if envelope is None:
        return None
    return PageRules(api, operation, envelope, find_inputs(api, operation)).find()


def read_hints(
    api: Api, operation: Operation, hints: PagingHints
) -> Paging | InvalidHints | None:
    """Return the pagination that hints define for an operation.

    The rules complete the hints where these are not specific.

    Returns:
        None if the hints state that the operation does not return pages, and an `InvalidHints`
        if they cannot be used.
    """
    if hints.problem:
        return InvalidHints(hints.problem)
    if hints.kind is None:
        return None
    response = _only_response(api, operation)
    if response is None:
        return InvalidHints(
            "pagination requires a GET or POST operation with a single success "
            "response in JSON"
        )
    envelope = None if response.type is None else read_envelope(api, response.type)
    if hints.items is not None:
        items = list_at(api, response.type, hints.items)
        if items is None:
            return InvalidHints(f"the response has no array at `{hints.items}`")
        envelope = Envelope(items, envelope.leaves if envelope else ())
    if envelope is None:
        return InvalidHints(
            "the response has no list, or several, and `items` is not set"
        )
    inputs = find_inputs(api, operation)
    rules = PageRules(api, operation, envelope, inputs)
    given = next((item for item in inputs if item.wire == hints.parameter), None)
    if given is None and hints.kind not in {PagingKind.LINK, PagingKind.LINK_HEADER}:
        return InvalidHints(
            "the operation has no query parameter or JSON body property "
            f"`{hints.parameter}`"
        )
    found = _complete(rules, given, hints)
    return found if isinstance(found, InvalidHints) else _with_pointers(found, hints)


def _complete(
    rules: PageRules, given: PageInput | None, hints: PagingHints
) -> Paging | InvalidHints:
    """Return pagination of the hinted kind, completed by the rules."""
    items = rules.envelope.items
    match hints.kind:
        case PagingKind.NUMBER if given:
            return rules.by_number(given)
        case PagingKind.OFFSET if given:
            return rules.by_offset(given)
        case PagingKind.LAST_ITEM if given:
            found = rules.by_last_item()
            if found is not None and found.parameter == given.wire:
                return found
            key = hints.next or "/id"
            return rules.with_flags(
                Paging(PagingKind.LAST_ITEM, items, given.wire, given.in_body, key)
            )
        case PagingKind.CURSOR if given:
            if hints.next:
                return rules.with_flags(
                    Paging(PagingKind.CURSOR, items, given.wire, given.in_body)
                )
            found = rules.by_cursor(given.wire)
            return found or InvalidHints(
                "no cursor was found in the response, and `next` is not set"
            )
        case PagingKind.LINK:
            if hints.next:
                return rules.with_flags(Paging(PagingKind.LINK, items))
            found = rules.by_link(LINKS | STRONG_LINKS)
            return found or InvalidHints(
                "no link was found in the response, and `next` is not set"
            )
        case _:
            return Paging(PagingKind.LINK_HEADER, items)


def _with_pointers(paging: Paging, hints: PagingHints) -> Paging:
    return replace(
        paging,
        next=hints.next or paging.next,
        more=paging.more if hints.more is None else hints.more,
        total=paging.total if hints.total is None else hints.total,
        pages=paging.pages if hints.pages is None else hints.pages,
        first=paging.first if hints.first is None else hints.first,
    )


def _only_response(api: Api, operation: Operation) -> PlannedResponse | None:
    """Return the only success response of a GET or POST operation, if it is JSON."""
    if operation.method not in {"GET", "POST"}:
        return None
    responses = success_responses(api, operation)
    only = next(iter(responses)) if len(responses) == 1 else None
    return only if only and only.reading is Reading.JSON else None
