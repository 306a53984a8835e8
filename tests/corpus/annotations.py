"""Compare the annotations of methods with the types that the runtime decodes.

    python -m tests.corpus.annotations CLIENT...

A method has a return annotation for people and type checkers, and its operation has
`returns` for the runtime. This evaluates both, for clients that are generated already,
and prints the methods for which they differ.
"""

from __future__ import annotations

import builtins
import datetime as dt
import pkgutil
import sys
import types
from collections.abc import Mapping
from decimal import Decimal
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_UNIONS = (Union, types.UnionType)


def find_disagreements(package: str) -> tuple[int, list[str]]:
    """Return the number of methods of a client, and those whose types differ.

    Args:
        package: Import name of the client.
    """
    runtime = import_module(f"{package}._runtime")
    load = import_module(f"{package}._runtime.response.types").load_type
    wrong: list[str] = []
    count = 0
    for module in _modules(package):
        names = {**_names(package, runtime), **vars(module)}
        for owner, method, operation in _methods(module, runtime.Operation):
            count += 1
            annotation: Any = eval(method.__annotations__["return"], names)
            documented = _plain(_content(annotation))
            decoded = _decoded(operation.returns, load)
            if documented != decoded:
                name = f"{module.__name__}.{owner}.{method.__name__}"
                wrong.append(f"{name}: {documented} is annotated, {decoded} is decoded")
    return count, wrong


def _modules(package: str) -> Iterator[ModuleType]:
    yield import_module(f"{package}.client")
    resources = import_module(f"{package}.resources")
    for item in pkgutil.iter_modules(resources.__path__):
        yield import_module(f"{package}.resources.{item.name}")


def _names(package: str, runtime: ModuleType) -> dict[str, Any]:
    """Return the names that annotations use and that are imported for type checkers."""
    names: dict[str, Any] = {
        **{name: getattr(runtime, name) for name in runtime.__all__},
        "Any": Any,
        "Literal": Literal,
        "Decimal": Decimal,
        "UUID": UUID,
        "builtins": builtins,
        "dt": dt,
        "_dt": dt,
    }
    try:
        models = import_module(f"{package}.models")
    except ModuleNotFoundError:
        return names
    own = {name: getattr(models, name) for name in models.__all__}
    return {**names, "models": models, "_models": models, **own}


def _methods(
    module: ModuleType, operation_class: type
) -> Iterator[tuple[str, Any, Any]]:
    """Yield class, method and operation of the sync methods of a module."""
    for name, owner in vars(module).items():
        if not isinstance(owner, type) or owner.__module__ != module.__name__:
            continue
        for method in vars(owner).values():
            if not isfunction(method) or name.startswith("Async"):
                continue
            used = (vars(module).get(part) for part in method.__code__.co_names)
            operations = [item for item in used if isinstance(item, operation_class)]
            if operations:
                yield name, method, operations[0]


def _content(annotation: Any) -> Any:
    """Return what a method returns, without a page or stream around it."""
    origin = get_origin(annotation)
    if origin in _UNIONS or getattr(origin, "__name__", "") not in {"Page", "Stream"}:
        return annotation
    return get_args(annotation)[-1]


def _decoded(returns: Any, load: Any) -> object:
    if isinstance(returns, Mapping):
        refs: list[Any] = [*returns.values()]
        found = [_decoded(ref, load) for ref in refs]
        return _join(found)
    return _plain(None if returns is None else load(returns, ""))


def _plain(kind: Any) -> object:
    """Return a type in a form that can be compared: unions are sets of their members."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _plain(arguments[0])
    if origin is Literal:
        return _join([type(value) for value in arguments])
    if origin in _UNIONS:
        return _join([_plain(argument) for argument in arguments])
    if origin is not None:
        return origin, *map(_plain, arguments)
    return type(None) if kind is None else kind


def _join(members: list[object]) -> object:
    found: set[object] = set()
    for member in members:
        found |= member if isinstance(member, frozenset) else {member}
    if Any in found:
        return Any
    return frozenset(found) if len(found) > 1 else next(iter(found))


def main(folders: list[str]) -> int:
    """Compare the types of clients; return 1 if any differ."""
    total = differing = 0
    for folder in map(Path, folders):
        source = folder / "src"
        if not source.is_dir():
            continue
        sys.path.insert(0, str(source))
        for package in sorted(source.iterdir()):
            if not (package / "resources").is_dir():
                continue
            count, wrong = find_disagreements(package.name)
            total, differing = total + count, differing + len(wrong)
            for line in wrong:
                print(line)
            for name in [name for name in sys.modules if name.startswith(package.name)]:
                del sys.modules[name]
        sys.path.remove(str(source))
    print(f"{total} methods, {differing} with different types")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
