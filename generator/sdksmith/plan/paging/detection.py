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
from .envelopes import Envelope, EnvelopeReader, list_at
from .inputs import find_inputs
from .pointers import resolve_pointer, types_at
from .rules import PageRules
from .words import LINKS, STRONG_LINKS

if TYPE_CHECKING:
    from ...model.api import Api, Operation
    from ...model.paging_hints import PagingHints
    from ...model.types import TypeId
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
    inputs = find_inputs(api, operation)
    envelope = EnvelopeReader(api, operation, inputs).read(response.type)
    if envelope is None:
        return None
    return PageRules(api, operation, envelope, inputs).find()


def read_hints(
    api: Api, operation: Operation, hints: PagingHints
) -> Paging | InvalidHints | None:
    """Return the pagination that hints define for an operation.

    The rules complete the hints where these are not specific. Each location is checked
    against the schema of the response.

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
    inputs = find_inputs(api, operation)
    given = next((item for item in inputs if item.wire == hints.parameter), None)
    if given is None and hints.kind not in {PagingKind.LINK, PagingKind.LINK_HEADER}:
        return InvalidHints(
            "the operation has no query parameter or JSON body property "
            f"`{hints.parameter}`"
        )
    reader = EnvelopeReader(api, operation, inputs)
    located = _locate(api, operation, response.type, hints)
    if isinstance(located, InvalidHints):
        return located
    hints = located
    envelope = None if response.type is None else reader.read(response.type)
    if hints.items is not None:
        items = list_at(api, response.type, hints.items)
        if items is None:
            return InvalidHints(f"the response has no array at `{hints.items}`")
        envelope = Envelope(items, reader.leaves(response.type, hints.items))
    if envelope is None:
        return InvalidHints(
            "the response has no list, or several, and `items` is not set"
        )
    rules = PageRules(api, operation, envelope, inputs)
    found = _complete(rules, given, hints)
    if isinstance(found, InvalidHints):
        return found
    return _with_key(api, _with_locations(found, hints))


def _locate(
    api: Api, operation: Operation, response: TypeId | None, hints: PagingHints
) -> PagingHints | InvalidHints:
    """Return hints with the locations as they exist in the response."""
    headers = {
        header.name.lower(): header.name
        for item in operation.responses
        for header in item.headers
    }
    changes: dict[str, str] = {}
    for name in ("items", "next", "more", "total", "pages"):
        location: str | None = getattr(hints, name)
        is_key = name == "next" and hints.kind is PagingKind.LAST_ITEM
        if not location or is_key:
            continue
        if not location.startswith("/"):
            # Documents often omit headers, so a header need not be documented.
            changes[name] = headers.get(location.lower(), location)
            continue
        found = location if types_at(api, response, location) else None
        if found is None and hints.is_dotted:
            found = resolve_pointer(api, response, location)
        if found is not None:
            changes[name] = found
        elif name != "items":  # `list_at` reports it
            return InvalidHints(f"the response has no property at `{location}`")
    return replace(hints, **changes)


def _with_key(api: Api, paging: Paging) -> Paging | InvalidHints:
    """Return the pagination if its items have the key that it needs."""
    if paging.kind is not PagingKind.LAST_ITEM:
        return paging
    if types_at(api, paging.items.item, paging.next):
        return paging
    return InvalidHints(f"the items have no property at `{paging.next}`")


def _complete(
    rules: PageRules, given: PageInput | None, hints: PagingHints
) -> Paging | InvalidHints:
    """Return pagination of the hinted kind, completed by the rules."""
    match hints.kind:
        case PagingKind.NUMBER if given:
            return rules.by_number(given)
        case PagingKind.OFFSET if given:
            return rules.by_offset(given)
        case PagingKind.LAST_ITEM if given:
            found = rules.by_last_item()
            if found is not None and found.parameter == given.wire:
                return found
            return rules.by_key(given, hints.next or "/id")
        case PagingKind.CURSOR if given:
            if hints.next:
                return rules.start(PagingKind.CURSOR, given)
            found = rules.by_cursor(given.wire)
            return found or InvalidHints(
                "no cursor was found in the response, and `next` is not set"
            )
        case PagingKind.LINK:
            if hints.next:
                return rules.start(PagingKind.LINK)
            found = rules.by_link(LINKS | STRONG_LINKS)
            return found or InvalidHints(
                "no link was found in the response, and `next` is not set"
            )
        case _:
            return Paging(PagingKind.LINK_HEADER, rules.envelope.items)


def _with_locations(paging: Paging, hints: PagingHints) -> Paging:
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
