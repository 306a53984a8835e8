"""Oracle for operations: each is in the client, or a diagnostic names it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from tests.fuzz.outcome import Failure
from tests.fuzz.trees import pointer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sdksmith.json_data import JsonValue

METHODS: Final = frozenset(
    {"delete", "get", "head", "options", "patch", "post", "put", "trace"}
)


def find_operations(data: bytes) -> Iterator[str]:
    """Yield the pointers of the operations of a JSON document.

    Path items that refer to others are not considered.
    """
    try:
        root: JsonValue = json.loads(data)
    except (ValueError, RecursionError):
        return
    paths = root.get("paths") if isinstance(root, dict) else None
    if not isinstance(paths, dict):
        return
    assert isinstance(root, dict)
    is_32 = str(root.get("openapi", "")).startswith("3.2")
    is_swagger = "swagger" in root
    methods = METHODS - {"trace"} if is_swagger else METHODS
    for path, item in paths.items():
        if not isinstance(item, dict) or "$ref" in item or path.startswith("x-"):
            continue
        for key, value in item.items():
            if isinstance(value, dict) and (
                key in methods or (is_32 and key == "query")
            ):
                yield pointer_of(("paths", path, key))


def check_operations(
    data: bytes, made: Iterable[str], reported: Iterable[str]
) -> Iterator[Failure]:
    """Yield the operations that are neither in the client nor reported.

    Args:
        data: The document.
        made: Pointers of operations that the client has.
        reported: Pointers of diagnostics that omit or repair something.
    """
    found = set(made)
    named = set(reported)
    for pointer in find_operations(data):
        if pointer in found:
            continue
        parents = {pointer, pointer.rpartition("/")[0], "/paths", ""}
        if not parents & named and not any(
            other.startswith(f"{pointer}/") for other in named
        ):
            yield Failure("operation is lost", pointer)
