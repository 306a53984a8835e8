"""Changes of an API, and the calls that they break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace
from sdksmith.model.api import PathText, Place
from sdksmith.model.types import Presence
from sdksmith.plan.content.bodies import BodyKind, plan_body
from sdksmith.plan.content.paths import path_text
from sdksmith.plan.content.twins import find_twins, without_twins
from sdksmith.plan.naming.dotted import open_spanning_slots
from sdksmith.plan.naming.resources import CALL, build_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from sdksmith.model.api import Api, Operation

NEW_SEGMENTS: Final = ("exports", "overview", "thresholds", "certify", "zones")
"""Last segments of added operations: nouns, plurals and a verb."""

_BODY: Final = "body"
"""Argument for a body that is passed as a whole."""


KNOWN: Final = "known"
"""Kind of a trial whose operation the API already has."""
KEPT: Final = "kept"
MOVED: Final = "moved"
BROKEN: Final = "broken"


class Target(Struct, frozen=True):
    """Request of a call.

    Attributes:
        route: The HTTP method and the path.
        path: The names of the path parameters.
        sent: The names of all other arguments: parameters and properties of the body.
        required: The names of those that every call has.
    """

    route: str
    path: frozenset[str]
    sent: frozenset[str]
    required: frozenset[str]

    def accepts(self, other: Target) -> bool:
        """Return whether a call with the arguments of another request is complete."""
        return (
            self.path == other.path
            and self.sent >= other.sent
            and self.required <= other.sent
        )


class Trial(Struct, frozen=True):
    """A change that adds an operation to an API.

    Attributes:
        kind: `restored`, `sibling` or `child`.
        added: The HTTP method and the path of the added operation.
        broken: The calls that are missing afterwards, or do not accept the arguments.
        moved: The calls that accept the same arguments afterwards, but send them to
            another path or with another HTTP method.
    """

    kind: str
    added: str
    broken: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        """The worst result of any call."""
        if self.broken:
            return BROKEN
        return MOVED if self.moved else KEPT


def calls_of(api: Api) -> dict[str, Target]:
    """Return all calls of a client; only its names are planned."""
    served = without_twins(api, find_twins(api))
    return {
        ".".join(
            node.chain if item.name == CALL else (*node.chain, item.name)
        ): _target(api, item.operation)
        for node in build_tree(open_spanning_slots(served)).walk()
        for item in (*node.operations, *((node.call,) if node.call else ()))
    }


def _target(api: Api, operation: Operation) -> Target:
    free = [item for item in operation.parameters if item.fixed is None]
    others = [item for item in free if item.place is not Place.PATH]
    sent = {item.name for item in others}
    required = {item.name for item in others if item.required}
    body = plan_body(api, operation)
    if body and body.kind is BodyKind.FIELDS:
        sent.update(field.name for field in body.fields)
        needed = (f.name for f in body.fields if f.presence is Presence.REQUIRED)
        required.update(needed if body.required else ())
    elif body:
        sent.add(_BODY)
        required.update({_BODY} if body.required else ())
    path = frozenset(item.name for item in free if item.place is Place.PATH)
    return Target(_route(operation), path, frozenset(sent), frozenset(required))


def _compare(
    kind: str, added: Operation, before: dict[str, Target], after: dict[str, Target]
) -> Trial:
    broken: list[str] = []
    moved: list[str] = []
    for call, old in sorted(before.items()):
        new = after.get(call)
        if new is None or not new.accepts(old):
            broken.append(f"{call}: {old.route}")
        elif new.route != old.route:
            moved.append(f"{call}: {old.route}; now {new.route}")
    return Trial(kind, _route(added), tuple(broken), tuple(moved))


def restore_operation(api: Api, calls: dict[str, Target], random: Random) -> Trial:
    """Remove an operation, and compare with the API that still has it.

    An operation that exists with GET and with POST is removed as a whole.
    """
    return restore(api, calls, random.choice(api.operations))


def restore(api: Api, calls: dict[str, Target], operation: Operation) -> Trial:
    """Remove one operation, and compare with the API that still has it."""
    removed = {operation.pointer}
    for twins in find_twins(api):
        pair = {twins.kept.pointer, twins.other.pointer}
        removed |= pair if removed & pair else set()
    left = tuple(item for item in api.operations if item.pointer not in removed)
    before = calls_of(replace(api, operations=left))
    return _compare("restored", operation, before, calls)


def add_sibling(api: Api, calls: dict[str, Target], random: Random) -> Trial:
    """Add an operation whose path differs from another one in its last segment."""
    return _add(api, calls, random, kept=-1)


def add_child(api: Api, calls: dict[str, Target], random: Random) -> Trial:
    """Add an operation whose path is longer than another one by a segment."""
    return _add(api, calls, random, kept=None)


def _add(api: Api, calls: dict[str, Target], random: Random, kept: int | None) -> Trial:
    model = random.choice(api.operations)
    last = (PathText(random.choice(NEW_SEGMENTS)),)
    segments = tuple(filter(None, model.path.segments))
    path = replace(model.path, segments=(*segments[:kept], last))
    text = path_text(path)
    parameters = tuple(
        item
        for item in model.parameters
        if item.place is Place.PATH and f"{{{item.name}}}" in text
    )
    added = replace(
        model,
        id="",
        method=random.choice(("GET", "POST")),
        path=path,
        pointer=f"/paths/added {text}",
        parameters=parameters,
    )
    if any(_route(item) == _route(added) for item in api.operations):
        return Trial(KNOWN, _route(added))
    after = calls_of(replace(api, operations=(*api.operations, added)))
    kind = "child" if kept is None else "sibling"
    return _compare(kind, added, calls, after)


def summarize(outcomes: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Yield lines with the outcomes of trials, by kind and in total.

    Args:
        outcomes: Kind and outcome of trials -> their number.
    """
    kinds = sorted({kind for kind, _ in outcomes} - {KNOWN})
    counts = [(kind, _by_outcome(outcomes, [kind])) for kind in kinds]
    for kind, (kept, moved, broken) in (
        *counts,
        ("total", _by_outcome(outcomes, kinds)),
    ):
        total = max(kept + moved + broken, 1)
        yield (
            f"{kind:10} {total:5} trials: {kept:5} kept all calls, {moved:4} moved one, "
            f"{broken:4} broke one"
        )
    kept, moved, broken = _by_outcome(outcomes, kinds)
    total = max(kept + moved + broken, 1)
    yield f"{100 * kept / total:.2f} % changed no call"
    yield f"{100 * (kept + moved) / total:.2f} % broke no call (kept or moved)"


def _by_outcome(
    outcomes: Mapping[tuple[str, str], int], kinds: Sequence[str]
) -> tuple[int, int, int]:
    kept, moved, broken = (
        sum(outcomes.get((kind, outcome), 0) for kind in kinds)
        for outcome in (KEPT, MOVED, BROKEN)
    )
    return kept, moved, broken


def _route(operation: Operation) -> str:
    return f"{operation.method} {path_text(operation.path)}"
