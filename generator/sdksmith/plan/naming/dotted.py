"""Names from dotted operationIds, such as `run.projects.jobs.executions.list`.

Google uses them: 302 of 2,639 documents name all of their operations like that. In
these documents, paths do not identify the resource. `/v1/{name}` names no collection,
and `/v1/{parent}/jobs` only the last one, because the value of the placeholder contains
the collections before it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.api import PathSlot, PathText, Place
from ...text.words import name_words, snake, split_words
from ..content.paths import is_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...model.api import Api, Operation
    from .facts import Chain

_CHAIN: Final = re.compile(r"[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)+", re.ASCII)
_SHARE: Final = 0.9
"""Minimum share of operations with dotted operationIds.

It is less than 1, so that adding an operation without one does not change other names.
"""
_EXCEPTIONS: Final = 2
"""Number of operations without dotted operationIds that a short document can have."""
_STANDARD: Final = {
    "get": "retrieve",
    "insert": "create",
    "patch": "update",
}
"""Names of the standard methods in dotted operationIds (AIP-131 to 135) -> in clients."""


class DottedName(Struct, frozen=True):
    """Resource and method name from an operationId.

    Attributes:
        chain: The attribute path from the client.
        method: The words of the method name.
    """

    chain: Chain
    method: tuple[str, ...]


def read_dotted_names(operations: Sequence[Operation]) -> Mapping[str, DottedName]:
    """Return the names of operations with dotted operationIds, by pointer.

    The first word is removed if it is the name of the API. The result is empty unless
    nearly all operations have dotted operationIds.
    """
    chains = {
        item.pointer: item.id.split(".")
        for item in operations
        if _CHAIN.fullmatch(item.id)
    }
    is_deep = any(len(chain) > 2 for chain in chains.values())
    if not is_deep or not _are_most(len(chains), len(operations)):
        return {}
    firsts = Counter(chain[0] for chain in chains.values())
    (api, count), *_ = firsts.most_common(1)
    # A short document has no exceptions here: another first word is another resource.
    if len(chains) - count > (1 - _SHARE) * len(chains):
        api = ""
    parts = {
        pointer: chain[1:] if chain[0] == api else chain
        for pointer, chain in chains.items()
    }
    patched = {tuple(chain[:-1]) for chain in parts.values() if chain[-1] == "patch"}
    return {pointer: _read(chain, patched) for pointer, chain in parts.items()}


def _are_most(count: int, total: int) -> bool:
    exceptions = total - count
    return exceptions <= max((1 - _SHARE) * total, min(_EXCEPTIONS, count // 2))


def _read(parts: list[str], patched: set[tuple[str, ...]]) -> DottedName:
    *groups, method = parts
    name = _STANDARD.get(method, method)
    if method == "update" and tuple(groups) in patched:
        name = "replace"
    return DottedName(
        tuple(snake(name_words(part)) for part in groups), name_words(name)
    )


def open_spanning_slots(api: Api) -> Api:
    """Return the API with reserved characters allowed in placeholders that need slashes.

    These are placeholders whose values contain several path segments. For example, `name`
    in `/v1/{name}:cancel` of `run.projects.jobs.cancel` takes a value such as
    `projects/p/jobs/j`.
    """
    names = read_dotted_names(api.operations)
    if not names:
        return api
    operations = (
        _opened(item, names[item.pointer]) if item.pointer in names else item
        for item in api.operations
    )
    return replace(api, operations=tuple(operations))


def _opened(operation: Operation, name: DottedName) -> Operation:
    fixed = [_fixed_text(segment) for segment in operation.path.segments]
    if set(name.chain) <= {snake(split_words(text)) for text in fixed}:
        return operation
    # The missing segments are part of the first placeholder without a collection before
    # it.
    spanning = next(
        (
            segment[0].name
            for before, segment in zip(
                ["", *fixed[:-1]], operation.path.segments, strict=True
            )
            if segment
            and isinstance(segment[0], PathSlot)
            and (not before or is_version(before))
        ),
        None,
    )
    parameters = (
        (
            replace(item, allow_reserved=True)
            if item.place is Place.PATH and item.name == spanning
            else item
        )
        for item in operation.parameters
    )
    return replace(operation, parameters=tuple(parameters))


def _fixed_text(segment: Sequence[PathText | PathSlot]) -> str:
    """Return the text of a fixed segment without a verb after a colon; else empty."""
    if len(segment) == 1 and isinstance(segment[0], PathText):
        return segment[0].text.partition(":")[0]
    return ""
