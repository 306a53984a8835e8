"""Python code blocks of a client's README."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from msgspec import Struct
from msgspec.structs import replace

from ...plan.package import ClassView
from ...text.pysource import Code, code, trusted
from ..environment import render
from ..source.imports import (
    ImportsView,
    ImportView,
    import_block,
    merge_imports,
    names_from,
)
from .samples import (
    choose_download_example,
    choose_example,
    choose_paged_example,
    choose_stream_example,
    example_imports,
)

if TYPE_CHECKING:
    from ...plan.package import Package
    from .samples import Example

_HOOKS: Final = ("Client", "Hooks", "RequestInfo", "RetryInfo")


class ExampleBlocks(Struct, frozen=True):
    """The Python code blocks of the README; each one is self-contained."""

    sync: Code
    awaited: Code
    errors: Code
    options: Code
    response: Code
    hooks: Code
    testing: Code
    connections: Code
    pages: Code | None = None
    awaited_pages: Code | None = None
    page_by_page: Code | None = None
    stream: Code | None = None
    awaited_stream: Code | None = None
    download: Code | None = None


def example_blocks(package: Package) -> ExampleBlocks:
    """Return the code blocks for the README of a package that has methods."""
    example = choose_example(package)
    errors = ("APIConnectionError", "APIStatusError", "Client", "RateLimitError")
    blocks = ExampleBlocks(
        sync=_example_block(package, example, "sync", "Client"),
        awaited=_example_block(package, example, "awaited", "AsyncClient"),
        errors=_example_block(package, example, "errors", *errors),
        options=_example_block(package, example, "options", "Client"),
        response=_example_block(package, example, "response", "Client"),
        hooks=_example_block(package, example, "hooks", *_HOOKS),
        testing=_example_block(package, example, "testing", "Client", "NotFoundError"),
        connections=_example_block(package, example, "connections", "Client"),
    )
    return _with_files(package, _with_streams(package, _with_pages(package, blocks)))


def _with_streams(package: Package, blocks: ExampleBlocks) -> ExampleBlocks:
    streamed = choose_stream_example(package)
    if streamed is None:
        return blocks
    return replace(
        blocks,
        stream=_example_block(package, streamed, "stream", "Client"),
        awaited_stream=_example_block(
            package, streamed, "awaited_stream", "AsyncClient"
        ),
    )


def _with_files(package: Package, blocks: ExampleBlocks) -> ExampleBlocks:
    downloading = choose_download_example(package)
    if downloading is None:
        return blocks
    return replace(
        blocks, download=_example_block(package, downloading, "download", "Client")
    )


def _with_pages(package: Package, blocks: ExampleBlocks) -> ExampleBlocks:
    paged = choose_paged_example(package)
    if paged is None:
        return blocks
    return replace(
        blocks,
        pages=_example_block(package, paged, "pages", "Client"),
        awaited_pages=_example_block(package, paged, "awaited_pages", "AsyncClient"),
        page_by_page=_example_block(package, paged, "page_by_page", "Client"),
    )


def _example_block(
    package: Package, example: Example, name: str, *used: LiteralString
) -> Code:
    imports = example_imports(package, example, map(Code, used))
    if name.startswith("awaited"):
        asyncio = ImportsView(standard=(ImportView(Code("asyncio")),))
        imports = merge_imports(asyncio, imports)
    elif name in {"testing", "connections"}:
        imports = merge_imports(_example_needs(package, name), imports)
    context = {"example": example, "imports": import_block(imports)}
    return trusted(render(f"examples/{name}.py", context).rstrip("\n"))


def _example_needs(package: Package, name: str) -> ImportsView:
    """Return the additional imports of an example: pytest or the HTTP library."""
    if name == "connections":
        return ImportsView(third_party=(ImportView(Code("httpx2")),))
    testing = code("{package}.testing", package=package.name)
    return ImportsView(
        third_party=(ImportView(Code("pytest")),),
        own=names_from(testing, [Code("MockAPI")]),
    )


def model_example(package: Package) -> Code | None:
    """Return the name of the model that is shown in the README of a package of models."""
    names = (
        definition.name
        for view in package.models
        for definition in view.definitions
        if isinstance(definition, ClassView)
    )
    return next(names, None)
