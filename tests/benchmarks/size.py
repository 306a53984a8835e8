"""Lines per operation of generated clients, by kind.

    python -m tests.benchmarks.size CLIENT...

All lines below `src` except the runtime are counted. Models that no operation needs (of
webhooks and of unreferenced components) are counted separately, as is their share of the
tables of names in the packages of types.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

KINDS = ("resources", "models", "params")


def main() -> None:
    """Print a table for each client."""
    parser = argparse.ArgumentParser(prog="tests.benchmarks.size")
    parser.add_argument("clients", type=Path, nargs="+")
    for client in parser.parse_args().clients:
        show(client)


def show(client: Path) -> None:
    """Print the table of one client."""
    (source,) = [path for path in (client / "src").iterdir() if path.is_dir()]
    reference = (client / "api.md").read_text()
    operations = sum(line.startswith("- `client.") for line in reference.splitlines())
    needed = needed_modules(source)
    lines: Counter[str] = Counter()
    for path in sorted(source.rglob("*.py")):
        name = path.relative_to(source).as_posix()
        if not name.startswith("_runtime/"):
            kind = name.partition("/")[0] if "/" in name else "client"
            is_needed = name in needed or kind in {"resources", "client"}
            if path.name == "webhooks.py":
                is_needed = False
            if path.name == "__init__.py" and kind in {"models", "params"}:
                count_names(path, lines, needed)
            else:
                lines[kind if is_needed else "for no operation"] += count(path)
    total = sum(lines[kind] for kind in (*KINDS, "names", "client"))
    print(
        f"{client.name}: {operations} operations, {total / operations:.1f} lines each"
    )
    for kind, number in lines.most_common():
        print(f"  {kind:18} {number:8} {number / operations:8.1f}")


def count(path: Path) -> int:
    """Return the lines of a file."""
    return path.read_text().count("\n")


def count_names(path: Path, lines: Counter[str], needed: set[str]) -> None:
    """Count a table of names, by names that operations need and others."""
    modules = set(exported_names(path.parent).values())
    own = [name for name in modules if f"{path.parent.name}/{name}.py" in needed]
    share = count(path) * len(own) // len(modules)
    lines["names"] += share
    lines["for no operation"] += count(path) - share


@cache
def exported_names(folder: Path) -> dict[str, str]:
    """Return the names of a package of types, with their modules."""
    path = folder / "__init__.py"
    if not path.is_file():
        return {}
    tables = (
        ast.literal_eval(node)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Dict)
    )
    return {
        name: module.removeprefix(".")
        for table in tables
        for module, names in table.items()
        for name in names.split()
    }


def needed_modules(source: Path) -> set[str]:
    """Return the modules of types that resources and the client mention."""
    found: set[str] = set()
    pending = [*sorted((source / "resources").glob("*.py")), source / "client.py"]
    while pending:
        for module in mentioned_types(pending.pop(), source):
            name = module.relative_to(source).as_posix()
            if name not in found and module.is_file():
                found.add(name)
                pending.append(module)
    return found


def mentioned_types(path: Path, source: Path) -> list[Path]:
    """Return the modules of types that a module imports, or mentions as `models.Pet`."""
    found: list[Path] = []
    text = path.read_text()
    for folder, name in re.findall(r"\b_?(models|params)\.(\w+)", text):
        module = exported_names(source / folder).get(name)
        found += [source / folder / f"{module}.py"] if module else []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level and node.module:
            above = path.parents[node.level - 1]
            module_path = above.joinpath(*node.module.split(".")).with_suffix(".py")
            if module_path.parent.name in {"models", "params"}:
                found.append(module_path)
    # Returned models are named as strings, for the runtime.
    for name in re.findall(r'"([A-Z]\w+)"', text) if "resources" in path.parts else ():
        module = exported_names(source / "models").get(name)
        found += [source / "models" / f"{module}.py"] if module else []
    return found


if __name__ == "__main__":
    main()
