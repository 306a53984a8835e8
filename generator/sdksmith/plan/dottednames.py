"""Names of a document whose operationIds are chains: `run.projects.jobs.executions.list`.

So Google's are: of 2,639 documents 302 name all of their operations like that. Paths
such as `/v1/{name}` say nothing there, and `/v1/{parent}/jobs` not all, since the
collections before stand inside of what fills the placeholder.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ..model.api import PathSlot, PathText, Place
from ..text.words import name_words, snake, split_words
from .paths import is_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model.api import Api, Operation
    from .facts import Chain

_CHAIN: Final = re.compile(r"[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)+", re.ASCII)
_SHARE: Final = 0.9
"""How many of a document's operations are named so, so that one more changes no name."""
_STANDARD: Final = {
    "get": "retrieve",
    "insert": "create",
    "patch": "update",
}
"""What the standard methods are called elsewhere (AIP-131 to 135) -> here."""


class DottedName(Struct, frozen=True):
    """Where an operationId puts an operation.

    Attributes:
        chain: The attribute path from the client.
        method: The words of the method.
    """

    chain: Chain
    method: tuple[str, ...]


def read_dotted_names(operations: Sequence[Operation]) -> Mapping[str, DottedName]:
    """Return pointer -> name for operationIds that are chains.

    Without the first word, where that is the API's; nothing where only some
    operations have one.
    """
    chains = {
        item.pointer: item.id.split(".")
        for item in operations
        if _CHAIN.fullmatch(item.id)
    }
    is_deep = any(len(chain) > 2 for chain in chains.values())
    if not is_deep or len(chains) < _SHARE * len(operations):
        return {}
    firsts = Counter(chain[0] for chain in chains.values())
    (api, count), *_ = firsts.most_common(1)
    if count < _SHARE * len(chains):
        api = ""
    parts = {
        pointer: chain[1:] if chain[0] == api else chain
        for pointer, chain in chains.items()
    }
    patched = {tuple(chain[:-1]) for chain in parts.values() if chain[-1] == "patch"}
    return {pointer: _read(chain, patched) for pointer, chain in parts.items()}


def _read(parts: list[str], patched: set[tuple[str, ...]]) -> DottedName:
    *groups, method = parts
    name = _STANDARD.get(method, method)
    if method == "update" and tuple(groups) in patched:
        name = "replace"
    return DottedName(
        tuple(snake(name_words(part)) for part in groups), name_words(name)
    )


def open_spanning_slots(api: Api) -> Api:
    """Return an API whose placeholders may hold the segments that their paths lack.

    `/v1/{name}:cancel` of `run.projects.jobs.cancel` takes `projects/p/jobs/j`.
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
    # The first placeholder that follows no collection of its own brings the others.
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
    """Return the text of a fixed segment, without a verb after a colon."""
    if len(segment) == 1 and isinstance(segment[0], PathText):
        return segment[0].text.partition(":")[0]
    return ""
