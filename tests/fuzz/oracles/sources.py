"""Oracle for Python files: they compile, and text of the document is only in constants."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING, Final, cast

from tests.fuzz.hostile import CANARY
from tests.fuzz.outcome import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

FORBIDDEN_CALLS: Final = frozenset(
    {"__import__", "compile", "delattr", "eval", "exec", "getattr", "globals", "open"}
)
"""Functions that generated code never calls, and injected code would."""

_SUSPICIOUS: Final = re.compile(rf"{CANARY}|\b({'|'.join(FORBIDDEN_CALLS)})\b")


def check_source(path: str, text: str) -> Iterator[Failure]:
    """Yield the failures of a generated module."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            module = ast.parse(text)
            compile(module, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, SyntaxWarning) as error:
        yield Failure(f"{_kind(path)} does not compile", f"{path}: {error}")
        return
    if not _SUSPICIOUS.search(text):
        return  # most modules, so that the walk costs nothing
    for node in ast.walk(module):
        for name in _identifiers(node):
            if CANARY in name:
                yield Failure(f"injection into {_kind(path)}", f"{path}: name {name!r}")
        if isinstance(node, ast.Call) and _called(node) in FORBIDDEN_CALLS:
            yield Failure(
                f"injection into {_kind(path)}",
                f"{path}:{node.lineno}: call {ast.unparse(node)[:200]}",
            )


def _identifiers(node: ast.AST) -> Iterator[str]:
    """Yield the strings of a node that are code: all except those of constants."""
    if isinstance(node, ast.Constant):
        return
    for _, value in ast.iter_fields(node):
        values = cast("list[object]", value) if isinstance(value, list) else [value]
        yield from (item for item in values if isinstance(item, str))


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _kind(path: str) -> str:
    """Return the kind of a module: its folder in the client, or its name."""
    parts = path.split("/")
    if parts[0] == "src" and len(parts) == 3:
        return parts[2]
    return f"{parts[-2]}/"
