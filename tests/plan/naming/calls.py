"""What tests of names look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.plan.content.paths import path_text
from sdksmith.plan.naming.resources import build_tree

from tests.plan.builder import ApiBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sdksmith.model.api import Api


def calls_of(api: Api) -> dict[str, str]:
    """Return `GET /path` -> what is called after `client.`."""
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


def names_for(expected: Iterable[str]) -> dict[str, str]:
    """Read lines `GET /path -> call` as what `name_paths` returns."""
    pairs = (line.rsplit("->", 1) for line in expected)
    return {
        " ".join(left.split(maxsplit=2)[:2]): right.strip() for left, right in pairs
    }


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
