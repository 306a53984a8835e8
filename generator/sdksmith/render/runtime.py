"""Files of the runtime that a client contains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..plan.contract import FEATURE_FILES, Feature
from ..plan.expressions import Symbol
from ..text.pysource import Code, code, identifier, join
from .environment import render, template_folder
from .exports import runtime_exports
from .rendered import RenderedFile
from .source.expressions import Place
from .source.imports import import_block
from .source.names import import_symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_COMPOSED: Final = ("__init__", "client", "async_client")
"""Modules that depend on the features. The others are copied."""

_ALWAYS: Final = ("__init__", "lazy")


def runtime_modules(features: frozenset[Feature]) -> tuple[str, ...]:
    """Return the modules that a client with these features contains, as sorted paths.

    The paths are relative to the runtime and have no suffix.
    """
    root = template_folder() / "runtime"
    found: set[str] = set(_ALWAYS)
    for feature in features:
        files = FEATURE_FILES[feature]
        found.update(files.modules)
        for folder in files.folders:
            found.update(
                f"{folder}/{path.stem}" for path in root.glob(f"{folder}/*.py")
            )
    packages = {path.rpartition("/")[0] for path in found if "/" in path}
    packages |= {path.rpartition("/")[0] for path in packages if "/" in path}
    return tuple(sorted(found | {f"{package}/__init__" for package in packages}))


def runtime_files(folder: str, features: frozenset[Feature]) -> Iterator[RenderedFile]:
    """Yield the files of the runtime of a client with these features.

    Args:
        folder: The folder of the runtime in the client.
        features: The features.
    """
    yield from composed_files(folder, features)
    root = template_folder() / "runtime"
    for module in runtime_modules(features):
        if module not in _COMPOSED:
            name = f"{module}.py"
            text = (root / name).read_bytes().decode()
            yield RenderedFile(
                f"{folder}/{name}", text, f"runtime/{name}", is_final=True
            )


def composed_files(folder: str, features: frozenset[Feature]) -> Iterator[RenderedFile]:
    """Yield the files of the runtime that depend on the features.

    `templates/runtime` contains them as they are with all features.
    """
    exports = runtime_exports(features)
    context = {
        "module_doc": "Runtime of the client: the code that does not depend on the API.",
        "exports": exports,
        "imports": import_block(exports.imports),
        "version": None,
    }
    yield _file(f"{folder}/__init__.py", "exports.py", context)
    if Feature.CALLS in features:
        yield _base_client(folder, features, is_async=False)
        yield _base_client(folder, features, is_async=True)


def _base_client(
    folder: str, features: frozenset[Feature], *, is_async: bool
) -> RenderedFile:
    bases = _base_classes(features, is_async=is_async)
    imports = import_symbols(Place(), bases)
    sharing = "tasks, also of several event loops" if is_async else "several threads"
    prefix = "an async" if is_async else "a"
    context = {
        "module_doc": f"Base class of generated {'async ' if is_async else ''}clients.",
        "imports": import_block(imports),
        "head": code(
            "class {name}({bases}):",
            name=Code("AsyncBaseClient" if is_async else "BaseClient"),
            bases=join(", ", [identifier(base.name) for base in bases]),
        ),
        "description": (
            f"Base class of {'asynchronous' if is_async else 'synchronous'} API clients."
            f"\n\nAn instance can be shared by {sharing}. Use it as {prefix} context "
            "manager, or call `close()`, to release its connections."
        ),
    }
    name = "async_client" if is_async else "client"
    return _file(f"{folder}/{name}.py", "base_client.py", context)


def _base_classes(features: frozenset[Feature], *, is_async: bool) -> list[Symbol]:
    """Return the bases of a client class, relative to the runtime."""
    bases = {
        feature: files.async_base if is_async else files.sync_base
        for feature, files in FEATURE_FILES.items()
        if feature in features
    }
    # A class of a feature inherits from those of the features that it requires.
    inherited = {
        other
        for feature, base in bases.items()
        if base is not None
        for other in FEATURE_FILES[feature].requires
    }
    return [
        Symbol(f".{base[0]}", base[1])
        for feature, base in reversed(bases.items())
        if base is not None and feature not in inherited
    ]


def _file(path: str, template: str, context: Mapping[str, object]) -> RenderedFile:
    return RenderedFile(path, render(template, context), template)
