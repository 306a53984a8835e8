"""Reduction of a document to the part that causes a failure."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from sdksmith.load.document import entries

from tests.fuzz import trees
from tests.fuzz.processes import Worker, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from sdksmith.json_data import JsonValue

    from tests.fuzz.processes import Job

T = TypeVar("T")

SECONDS: Final = 20.0
"""Time limit for the reduction of a document."""


def reduce_document(name: str, data: bytes, kind: str, job: Job, folder: Path) -> bytes:
    """Return a smaller document with a failure of the same kind.

    Args:
        name: File name of the document.
        data: Content of the document.
        kind: Kind of the failure.
        job: Runs a document.
        folder: Folder for temporary files.
    """
    workers = [Worker(job, folder)]

    def fails(candidate: bytes) -> bool:
        if not workers[0].is_usable:
            workers[0].kill()
            workers[0] = Worker(job, folder)
        workers[0].start((name, candidate))
        while not wait_for(workers):
            pass
        outcome = workers[0].take_outcome()
        return any(failure.kind == kind for failure in outcome.failures)

    try:
        return reduce_data(data, fails, time.monotonic() + SECONDS)
    finally:
        workers[0].kill()


def reduce_data(data: bytes, fails: Callable[[bytes], bool], end: float) -> bytes:
    """Return the smallest document found until `end` (`time.monotonic`) that still fails."""
    try:
        root = json.loads(data)
    except (ValueError, RecursionError):
        return _reduce_text(data, fails, end)
    if not fails(trees.dump(root)):
        return _reduce_text(data, fails, end)
    return trees.dump(_reduce_tree(root, fails, end))


def _reduce_tree(
    root: JsonValue, fails: Callable[[bytes], bool], end: float
) -> JsonValue:
    """Remove the children of each node that are not needed, from the root down."""
    pending: list[trees.Path] = [()]
    while pending and time.monotonic() < end:
        path = pending.pop(0)
        place = trees.find_place([root], (0, *path))
        node = place.value if place else None
        if not isinstance(node, dict | list):
            continue
        whole = root

        def fails_with(
            kept: Sequence[tuple[str | int, JsonValue]],
            path: trees.Path = path,
            whole: JsonValue = whole,
        ) -> bool:
            return fails(trees.dump(_with_children(whole, path, kept)))

        children = list(entries(node))
        kept = _remove_parts(children, fails_with, end)
        root = _with_children(whole, path, kept)
        is_object = isinstance(node, dict)
        keys = [key if is_object else index for index, (key, _) in enumerate(kept)]
        pending.extend((*path, key) for key in keys)
    return root


def _with_children(
    root: JsonValue, path: trees.Path, kept: Sequence[tuple[str | int, JsonValue]]
) -> JsonValue:
    """Return a copy of a document in which a container has only these children."""
    copied = [trees.copy_tree(root)]
    place = trees.find_place(copied, (0, *path))
    assert place is not None
    if isinstance(place.value, dict):
        place.put({str(key): value for key, value in kept})
    else:
        place.put([value for _, value in kept])
    return copied[0]


def _reduce_text(data: bytes, fails: Callable[[bytes], bool], end: float) -> bytes:
    def fails_with(kept: Sequence[bytes]) -> bool:
        return fails(b"".join(kept))

    lines: list[bytes] = data.splitlines(keepends=True)
    lines = _remove_parts(lines, fails_with, end)
    whole = b"".join(lines)
    characters = [whole[index : index + 1] for index in range(len(whole))]
    characters = _remove_parts(characters, fails_with, end)
    return b"".join(characters)


def _remove_parts(
    parts: list[T], fails: Callable[[Sequence[T]], bool], end: float
) -> list[T]:
    """Return the parts that are needed to fail: remove halves, quarters and so on."""
    size = len(parts)
    while size and time.monotonic() < end:
        start = 0
        while start < len(parts) and time.monotonic() < end:
            kept = parts[:start] + parts[start + size :]
            if fails(kept):
                parts = kept
            else:
                start += size
        size //= 2
    return parts
