"""Which operations return a list in pages, and how the next page is asked for.

What the settings or the document say comes first, then what the rules recognise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ..model.pagehints import PagingKind
from .contents import Reading, success_answers
from .envelopes import Envelope, list_at, read_envelope
from .pageinputs import find_inputs
from .pagerules import PageRules
from .pagewords import LINKS, STRONG_LINKS
from .paging import Paging

if TYPE_CHECKING:
    from ..model.api import Api, Operation
    from ..model.pagehints import PagingHints
    from .contents import Answer
    from .pageinputs import PageInput


class Misfit(Struct, frozen=True):
    """Why what is said about the pages of an operation cannot be used."""

    reason: str


def find_paging(api: Api, operation: Operation) -> Paging | None:
    """Return how an operation returns its list in pages; None where it does not."""
    if operation.paging is not None:
        said = read_hints(api, operation, operation.paging)
        if not isinstance(said, Misfit):
            return said
    answer = _only_answer(api, operation)
    if answer is None or answer.type is None:
        return None
    envelope = read_envelope(api, answer.type)
    if envelope is None:
        return None
    return PageRules(api, operation, envelope, find_inputs(api, operation)).find()


def read_hints(
    api: Api, operation: Operation, hints: PagingHints
) -> Paging | Misfit | None:
    """Return what hints mean for an operation: None where they say that it has no pages.

    What they leave open is found as without them.
    """
    if hints.problem:
        return Misfit(hints.problem)
    if hints.kind is None:
        return None
    answer = _only_answer(api, operation)
    if answer is None:
        return Misfit("only a GET or POST with one answer of success in JSON has pages")
    envelope = None if answer.type is None else read_envelope(api, answer.type)
    if hints.items is not None:
        items = list_at(api, answer.type, hints.items)
        if items is None:
            return Misfit(f"the answer has no list at `{hints.items}`")
        envelope = Envelope(items, envelope.leaves if envelope else ())
    if envelope is None:
        return Misfit("nobody says where the list stands in the answer: `items`")
    inputs = find_inputs(api, operation)
    rules = PageRules(api, operation, envelope, inputs)
    given = next((item for item in inputs if item.wire == hints.parameter), None)
    if given is None and hints.kind not in {PagingKind.LINK, PagingKind.LINK_HEADER}:
        return Misfit(
            f"the operation takes no `{hints.parameter}` in its query or JSON body"
        )
    found = _complete(rules, given, hints)
    return found if isinstance(found, Misfit) else _with_pointers(found, hints)


def _complete(
    rules: PageRules, given: PageInput | None, hints: PagingHints
) -> Paging | Misfit:
    """Return paging of a kind, with what the rules find for it."""
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
            return found or Misfit(
                "nobody says where the answer has the cursor: `next`"
            )
        case PagingKind.LINK:
            if hints.next:
                return rules.with_flags(Paging(PagingKind.LINK, items))
            found = rules.by_link(LINKS | STRONG_LINKS)
            return found or Misfit("nobody says where the answer has the link: `next`")
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


def _only_answer(api: Api, operation: Operation) -> Answer | None:
    """Return the one answer of success, if it is JSON."""
    if operation.method not in {"GET", "POST"}:
        return None
    answers = success_answers(api, operation)
    only = next(iter(answers)) if len(answers) == 1 else None
    return only if only and only.reading is Reading.JSON else None
