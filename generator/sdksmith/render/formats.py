"""Module with the shapes of request types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..plan.expressions import Symbol, find_symbols
from ..plan.runtime import runtime
from ..text.pysource import code, literal
from .environment import render
from .rendered import RenderedFile
from .source.expressions import Place
from .source.imports import import_block
from .source.names import ModuleNames, ModuleSymbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.package import Package

_ANNOTATION: Final = (
    Symbol("collections.abc", "Mapping"),
    Symbol("typing", "Final"),
    runtime("Shape"),
)


def formats_files(package: Package) -> Iterator[RenderedFile]:
    """Yield the module with the shapes of request types, if there are any."""
    if not package.formats:
        return
    shapes = [shape for _, shape in package.formats]
    names = ModuleNames(
        Place("params", ".params._formats"),
        ModuleSymbols(find_symbols(shapes), frozenset(_ANNOTATION)),
    )
    entries = [
        code("{name}: {shape},", name=literal(name), shape=names.outer.write(shape))
        for name, shape in package.formats
    ]
    context = {
        "module_doc": "Properties of request types that are sent in a format of their own.",
        "imports": import_block(names.imports()),
        "entries": entries,
    }
    yield RenderedFile(
        f"src/{package.name}/params/_formats.py",
        render("formats.py", context),
        "formats.py",
    )
