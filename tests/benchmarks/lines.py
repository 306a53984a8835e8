"""Lines of code per operation of generated clients, by kind of line.

    python -m tests.benchmarks.lines CLIENT...

A line of code contains at least one token besides comments and docstrings. The runtime and
the tests of a client do not count.
"""

from __future__ import annotations

import argparse
import ast
import io
import tokenize
from collections import Counter
from pathlib import Path

_LAYOUT = {
    tokenize.COMMENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
    tokenize.INDENT,
    tokenize.NEWLINE,
    tokenize.NL,
}


def main() -> None:
    """Print a table for each client."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.lines")
    parser.add_argument("clients", type=Path, nargs="+")
    for client in parser.parse_args().clients:
        show(client)


def show(client: Path) -> None:
    """Print the table of one client."""
    (source,) = [path for path in (client / "src").iterdir() if path.is_dir()]
    reference = (client / "api.md").read_text()
    operations = sum(line.startswith("- `client.") for line in reference.splitlines())
    lines: Counter[str] = Counter()
    modules = [
        path
        for path in sorted(source.rglob("*.py"))
        if "_runtime" not in path.relative_to(source).parts
    ]
    for path in modules:
        folder = path.parent.name if path.parent != source else "client"
        for kind, number in count(path.read_text()).items():
            lines[f"{folder}: {kind}"] += number
    total = sum(lines.values())
    print(
        f"{client.name}: {operations} operations, {len(modules)} modules, {total} lines "
        f"of code, {total / operations:.1f} per operation"
    )
    for kind, number in lines.most_common():
        print(f"  {kind:32} {number:8} {number / operations:8.2f}")


def count(text: str) -> Counter[str]:
    """Return the number of lines of code of a module, by kind."""
    tree = ast.parse(text)
    kinds: dict[int, str] = {}
    for statement in tree.body:
        kinds.update(dict.fromkeys(_span(statement), _kind_of(statement)))
        if isinstance(statement, ast.ClassDef):
            kinds.update(_kinds_in_class(statement))
    code = _lines_of_code(text).difference(_lines_of_docstrings(tree))
    return Counter(kinds.get(line, "other") for line in code)


def _kinds_in_class(statement: ast.ClassDef) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for member in statement.body:
        if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef):
            is_async = statement.name.startswith("Async")
            first = next(
                (item for item in member.body if not _is_docstring(item)),
                member.body[-1],
            )
            kinds.update(
                dict.fromkeys(
                    _span(member), f"{'async' if is_async else 'sync'} signatures"
                )
            )
            body = range(first.lineno, (member.end_lineno or 0) + 1)
            kinds.update(dict.fromkeys(body, "bodies of methods"))
    return kinds


def _kind_of(statement: ast.stmt) -> str:
    """Return the kind of the lines of a statement of a module."""
    match statement:
        case ast.Import() | ast.ImportFrom():
            return "imports"
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=[]):
            return "imports"
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return "lazy exports"
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return "lazy exports"
        case ast.ClassDef(bases=[ast.Name(id="BaseModel")]):
            return "models"
        case ast.ClassDef(bases=[ast.Name(id="TypedDict")]):
            return "TypedDicts"
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypedDict"))):
            return "TypedDicts"
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return "aliases"
        case ast.AnnAssign() | ast.Assign():
            return "data of operations"
        case _:
            return "other"


def _span(node: ast.stmt) -> range:
    return range(_first_line(node), (node.end_lineno or node.lineno) + 1)


def _first_line(node: ast.stmt) -> int:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return min([node.lineno, *(item.lineno for item in node.decorator_list)])
    return node.lineno


def _lines_of_code(text: str) -> set[int]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return {
        line
        for token in tokens
        if token.type not in _LAYOUT
        for line in range(token.start[0], token.end[0] + 1)
    }


def _lines_of_docstrings(tree: ast.Module) -> set[int]:
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and _is_docstring(node)
        for line in _span(node)
    }


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


if __name__ == "__main__":
    main()
