"""Names that operations get in the client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.plan.content.paths import path_text
from sdksmith.plan.naming.resources import build_tree

from tests.plan.builder import ApiBuilder

if TYPE_CHECKING:
    from sdksmith.model.api import Api


def calls_of(api: Api) -> dict[str, str]:
    """Return the call of each operation without `client.`, by `GET /path`."""
    return {
        f"{item.operation.method} {path_text(item.operation.path)}": ".".join(
            (*node.chain, item.name)
        )
        for node in build_tree(api).walk()
        for item in node.operations
    }


def name_paths(*operations: str) -> dict[str, str]:
    """Return the names of operations written as `GET /path operationId`."""
    builder = ApiBuilder()
    for line in operations:
        method, path, *more = line.split(maxsplit=2)
        builder.operation(method, path, more[0] if more else "")
    return calls_of(builder.build())


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def assert_names(text: str) -> None:
    """Check the calls of operations, given as lines `GET /path operationId -> call`.

    Names must not depend on the order of the operations.
    """
    pairs = [line.split(" -> ") for line in lines_of(text)]
    operations = [operation for operation, _ in pairs]
    expected = {" ".join(left.split()[:2]): call for left, call in pairs}
    assert name_paths(*operations) == expected
    assert name_paths(*reversed(operations)) == expected
