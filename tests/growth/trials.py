"""Changes of an API, and the calls that they break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace
from sdksmith.model.api import PathText, Place
from sdksmith.plan.content.paths import path_text
from sdksmith.plan.naming.dotted import open_spanning_slots
from sdksmith.plan.naming.resources import CALL, build_tree

if TYPE_CHECKING:
    from random import Random

    from sdksmith.model.api import Api, Operation

NEW_SEGMENTS: Final = ("exports", "overview", "thresholds", "certify", "zones")
"""Last segments of added operations: nouns, plurals and a verb."""


class Target(Struct, frozen=True):
    """Request of a call.

    Attributes:
        route: The HTTP method and the path.
        path: The names of the path parameters.
        query: The names of the query parameters.
    """

    route: str
    path: frozenset[str]
    query: frozenset[str]


class Trial(Struct, frozen=True):
    """A change that adds an operation to an API.

    Attributes:
        kind: `restored`, `sibling` or `child`.
        added: The HTTP method and the path of the added operation.
        broken: The calls that are missing afterwards, or have other path parameters or
            fewer query parameters.
        moved: The calls that work afterwards, but send another request.
    """

    kind: str
    added: str
    broken: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


def calls_of(api: Api) -> dict[str, Target]:
    """Return all calls of a client; only its names are planned."""
    return {
        ".".join(
            node.chain if item.name == CALL else (*node.chain, item.name)
        ): _target(item.operation)
        for node in build_tree(open_spanning_slots(api)).walk()
        for item in (*node.operations, *((node.call,) if node.call else ()))
    }


def _target(operation: Operation) -> Target:
    def names(place: Place) -> frozenset[str]:
        return frozenset(p.name for p in operation.parameters if p.place is place)

    return Target(_route(operation), names(Place.PATH), names(Place.QUERY))


def _compare(
    kind: str, added: Operation, before: dict[str, Target], after: dict[str, Target]
) -> Trial:
    broken: list[str] = []
    moved: list[str] = []
    for call, old in sorted(before.items()):
        new = after.get(call)
        if new is None or new.path != old.path or not old.query <= new.query:
            broken.append(f"{call}: {old.route}")
        elif new.route != old.route:
            moved.append(f"{call}: {old.route}; now {new.route}")
    return Trial(kind, _route(added), tuple(broken), tuple(moved))


def restore_operation(api: Api, calls: dict[str, Target], random: Random) -> Trial:
    """Remove an operation, and compare with the API that still has it."""
    operation = random.choice(api.operations)
    left = tuple(item for item in api.operations if item is not operation)
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
        return Trial("known", _route(added))
    after = calls_of(replace(api, operations=(*api.operations, added)))
    kind = "child" if kept is None else "sibling"
    return _compare(kind, added, calls, after)


def _route(operation: Operation) -> str:
    return f"{operation.method} {path_text(operation.path)}"
