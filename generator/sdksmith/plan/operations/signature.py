"""Signatures of methods, and the part of the request that takes each argument."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.pysource import code, literal
from ...text.scope import assign_in_order
from ..content.paths import path_slots
from ..contract import RESERVED_ARGUMENTS
from ..expressions import DictDisplay, Keyword
from ..naming.fields import property_names
from .drafts import REST_NAMES, plan_drafts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ...json_data import JsonValue
    from ...model.api import Operation
    from ...model.types import TypeId
    from ..content.bodies import BodyPlan
    from ..naming.kept.released import ScopedNames
    from ..package import ArgumentView
    from .drafts import Draft, RequestTypes

_PASSED_AS: Final = {
    "path": ("path",),
    "query": ("query", "querystring"),
    "headers": ("header",),
    "cookies": ("cookie",),
    "body": ("body",),
}


_PLACES: Final = ("path", "query", "header", "cookie", "body")
"""Places of arguments, in the order in which they get a name that several want."""


class Argument(Struct, frozen=True):
    """An argument of a method.

    Attributes:
        name: The Python name.
        place: `path`, `query`, `querystring`, `header`, `cookie` or `body`.
        wire: The wire name; empty if the argument is the whole body.
        type: The type; None if the annotation is not derived from a type.
        required: Whether the caller must pass the argument.
        view: The argument as rendered.
        sent: Value sent if the argument is omitted; None if nothing is sent.
        is_rest: Whether the argument is a mapping of additional properties of the body.
        key: What the argument is, within its operation: `query:limit`.
    """

    name: str
    place: str
    wire: str
    type: TypeId | None
    required: bool
    view: ArgumentView
    sent: JsonValue = None
    is_rest: bool = False
    key: str = ""


class Signature(Struct, frozen=True):
    """The arguments of a method.

    Attributes:
        positional: Path parameters, in path order; constants last.
        keywords: All other arguments: required before optional, deprecated ones last.
        body: Plan of the request body; None for an operation without a body.
    """

    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    body: BodyPlan | None

    def passed(self) -> tuple[Keyword, ...]:
        """Return the keyword arguments that the method passes to the runtime."""
        keywords: list[Keyword] = []
        for name, places in _PASSED_AS.items():
            group = [
                item
                for item in (*self.positional, *self.keywords)
                if item.place in places
            ]
            if group and not group[0].wire:
                keywords.append(Keyword(name, group[0].view.name))
            elif group:
                entries = tuple(
                    (literal(item.wire), item.view.name)
                    for item in group
                    if not item.is_rest
                )
                rest = next((item.view.name for item in group if item.is_rest), None)
                spread = None if rest is None else code("({n} or {{}})", n=rest)
                keywords.append(Keyword(name, DictDisplay(entries, spread)))
        return tuple(keywords)


def plan_signature(
    types: RequestTypes,
    operation: Operation,
    body: BodyPlan | None,
    key: str = "",
    released: ScopedNames | None = None,
) -> Signature:
    """Return the signature of an operation.

    Args:
        types: The annotations of arguments.
        operation: The operation.
        body: Plan of its request body.
        key: Key of the operation in `released`.
        released: Names to keep.
    """
    drafts = plan_drafts(types, operation, body)
    parts = (draft.key for draft in drafts)
    kept, reserved = released.keep((key,), parts) if released else ({}, set[str]())
    names = _name_arguments(drafts, kept, reserved)
    arguments = [_make_argument(types, draft, names[draft.key]) for draft in drafts]
    order = {name: place for place, name in enumerate(path_slots(operation.path))}
    path = [item for item in arguments if item.place == "path"]
    others = [item for item in arguments if item.place != "path"]
    return Signature(
        # Constants follow, because an argument with a default cannot precede others.
        tuple(
            sorted(
                path,
                key=lambda item: (not item.required, order.get(item.wire, len(order))),
            )
        ),
        tuple(sorted(others, key=_keyword_order)),
        body,
    )


def _keyword_order(item: Argument) -> tuple[bool, bool, bool]:
    return not item.required, item.view.deprecated, item.place != "body"


def _name_arguments(
    drafts: Sequence[Draft], kept: Mapping[str, str], reserved: Collection[str]
) -> dict[str, str]:
    """Return the names of arguments by their keys.

    Of several arguments that want a name, the one whose wire name it is keeps it, and
    one in the path before others. The rest get their place as a prefix (`query_id`), or
    their spelling as a suffix if the place is the same (`user_name_camel`).

    Args:
        drafts: The arguments.
        kept: Names of some of them.
        reserved: Names that none of the others may get.
    """
    wanted: dict[str, list[str]] = {}
    counts = Counter(
        (draft.place, property_names(draft.wire, draft.place, avoided=())[0])
        for draft in drafts
        if draft.wire
    )
    for draft in sorted(drafts, key=_name_order):
        if draft.is_rest or draft.key in kept:
            continue
        if not draft.wire:
            wanted[draft.key] = ["body", "request_body"]
            continue
        # Only a Python keyword that is the whole name gets a trailing underscore.
        names = property_names(draft.wire, draft.place, avoided=())
        longer = [f"{draft.place}_{name}".rstrip("_") for name in names]
        # The place does not distinguish arguments of one place; their spelling does.
        styled = names[1:] if counts[draft.place, names[0]] > 1 else []
        wanted[draft.key] = [names[0], *styled, *longer]
    assigned = assign_in_order(wanted, {*RESERVED_ARGUMENTS, *reserved}) | {**kept}
    # Properties of the API keep their names.
    free = (name for name in REST_NAMES if name not in {*assigned.values(), *reserved})
    rest = {draft.key: next(free) for draft in drafts if draft.is_rest}
    return {**rest, **assigned}


def _name_order(draft: Draft) -> tuple[bool, bool, int, str, str]:
    is_exact = property_names(draft.wire, draft.place, avoided=())[0] == draft.wire
    places = [*_PLACES, draft.place]
    return (
        bool(draft.wire),
        not is_exact,
        places.index(draft.place),
        draft.place,
        draft.wire,
    )


def _make_argument(types: RequestTypes, draft: Draft, name: str) -> Argument:
    return Argument(
        name,
        draft.place,
        draft.wire,
        draft.type,
        draft.required,
        types.view_of(draft, name),
        draft.sent,
        draft.is_rest,
        draft.key,
    )
