"""Final verification of the files of a client, before anything is written.

A violation is a bug of the generator: text from a document was rendered as code, or a name
as a path. It raises an error, and nothing is written.
"""

from __future__ import annotations

import ast
import json
import tomllib
from typing import TYPE_CHECKING, Final

from ..text.file_names import MAX_PATH, is_portable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..render.rendered import RenderedFile


class VerifyError(Exception):
    """Raised for a file that must not be written, which is a bug of the generator."""


def verify_files(files: Iterable[RenderedFile]) -> None:
    """Check the paths and the content of all files of a client.

    Raises:
        VerifyError: If a file has content that no template renders, or if the paths of
            two files conflict.
    """
    files = tuple(files)
    verify_paths(files)
    for file in files:
        verify_content(file)


def verify_content(file: RenderedFile) -> None:
    """Check the content of a file.

    Files of the runtime are not checked, because they are copies of tested code.

    Raises:
        VerifyError: If the file has content that no template renders.
    """
    if file.is_final:
        return
    try:
        match file.path.rpartition(".")[2]:
            case "py":
                _verify_module(ast.parse(file.text))
            case "json":
                json.loads(file.text)
            case "toml":
                tomllib.loads(file.text)
            case _:
                pass
    except (SyntaxError, ValueError, RecursionError) as error:
        raise VerifyError(
            f"{file.path}, rendered from {file.template}: {error}"
        ) from error


def verify_paths(files: Iterable[RenderedFile]) -> None:
    """Check that the paths are valid on every system and do not conflict.

    Raises:
        VerifyError: If a path is invalid, or if two paths conflict.
    """
    # macOS and Windows do not distinguish `A.py` from `a.py`.
    reserved: dict[str, tuple[str, str]] = {}
    for path in (file.path for file in files):
        parts = path.split("/")
        if not all(map(is_portable, parts)) or len(path) > MAX_PATH:
            raise VerifyError(f"{path!r} is not a valid path on every system")
        for depth in range(1, len(parts)):
            _reserve(reserved, "/".join(parts[:depth]), "folder")
        if path.casefold() in reserved:
            raise VerifyError(f"path {path!r} is used by two files")
        _reserve(reserved, path, "file")


def _reserve(reserved: dict[str, tuple[str, str]], path: str, kind: str) -> None:
    known, known_kind = reserved.setdefault(path.casefold(), (path, kind))
    if (known, known_kind) != (path, kind):
        raise VerifyError(f"{kind} {path!r} conflicts with {known_kind} {known!r}")


_CALLS: Final = frozenset(
    [
        "ApiKey",
        "Basic",
        "Bearer",
        "ByCursor",
        "ByLastItem",
        "ByLink",
        "ByOffset",
        "ByPageNumber",
        "Exact",
        "Field",
        "Formatted",
        "HttpScheme",
        "OAuth2",
        "ListOf",
        "MapOf",
        "Nullable",
        "Operation",
        "PagedOperation",
        "Part",
        "Service",
        "TypeAliasType",
        "TypedDict",
        "Variants",
        "WebhookReader",
        "WebhookSwitch",
        "lazy_exports",
    ]
)
"""Callables that generated modules call on import, which only build data."""

_DECORATORS: Final = frozenset(
    ["cached_property", "pytest.fixture", "pytest.mark.parametrize"]
)
_EXPRESSIONS: Final = frozenset(
    {
        ast.Attribute,
        ast.BinOp,
        ast.BitOr,
        ast.Call,
        ast.Constant,
        ast.Dict,
        ast.List,
        ast.Load,
        ast.Name,
        ast.Store,
        ast.Subscript,
        ast.Tuple,
        ast.UnaryOp,
        ast.USub,
        ast.keyword,
    }
)


def _verify_module(module: ast.Module) -> None:
    _verify_statements(module.body)
    # The parser accepts some invalid modules, for example with repeated arguments. Only
    # the compiler detects them, which takes 0.5 ms per module.
    compile(module, "<module>", "exec", dont_inherit=True)


def _verify_statements(body: Iterable[ast.stmt]) -> None:
    """Check the code that runs when a module is imported."""
    for node in body:
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.Import() | ast.ImportFrom():
                pass
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                _verify_statements([*node.body, *node.orelse])
            case ast.Assign():
                _verify_expressions([*node.targets, node.value])
            case ast.AnnAssign():
                _verify_expressions([node.target, node.annotation])
                _verify_expressions([node.value] if node.value else [])
            case ast.ClassDef():
                _verify_expressions(node.bases)
                _verify_statements(node.body)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                _verify_function(node)
            case _:
                raise _unexpected(node)


def _verify_function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    """Check the code that runs when a function is defined.

    The body is not checked, because it is fixed in the template.
    """
    for decorator in node.decorator_list:
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if ast.unparse(called) not in _DECORATORS:
            raise _unexpected(decorator)
        if isinstance(decorator, ast.Call):
            keywords = [keyword.value for keyword in decorator.keywords]
            _verify_expressions([*decorator.args, *keywords])
    arguments = node.args
    defaults = [*arguments.defaults, *filter(None, arguments.kw_defaults)]
    _verify_expressions(defaults)


def _verify_expressions(expressions: Iterable[ast.expr]) -> None:
    for expression in expressions:
        pending: list[ast.AST] = [expression]
        while pending:
            node = pending.pop()
            if isinstance(node, ast.Lambda):  # a sample call of a smoke test
                continue
            if type(node) not in _EXPRESSIONS:
                raise _unexpected(node)
            if isinstance(node, ast.Call) and not _is_data(node.func):
                raise _unexpected(node)
            pending.extend(ast.iter_child_nodes(node))


def _is_data(called: ast.expr) -> bool:
    return isinstance(called, ast.Name) and called.id in _CALLS


def _unexpected(node: ast.AST) -> ValueError:
    return ValueError(
        f"line {getattr(node, 'lineno', 0)}: unexpected code {ast.unparse(node)!r}"
    )
