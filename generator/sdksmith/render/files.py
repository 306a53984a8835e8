"""Files of a client: the list of files and the context of each template."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from ..plan.package import AliasView, ClassView, TypedDictView
from ..plan.runtime import runtime
from ..text.file_names import free_module
from ..text.prose import end_sentence
from ..text.pysource import LINE_LENGTH, Code, code, identifier, literal
from .classes import client_classes, resource_classes
from .clients import base_paths, client_names
from .environment import render
from .exports import (
    all_names,
    error_code_base,
    error_names,
    exported_exceptions,
    package_exports,
    types_exports,
)
from .formats import formats_files
from .git_files import git_files
from .pages.readme import example_blocks, model_example
from .pages.reference import credential_table, error_code_lines, reference_groups
from .pages.samples import responses_text, smoke_client, smoke_names
from .rendered import RenderedFile
from .runtime import runtime_files
from .source.expressions import Place
from .source.imports import ImportsView, ImportView, import_block, names_from
from .source.names import import_symbols, resource_names
from .types import types_names
from .webhooks import webhook_example, webhook_files, webhook_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..plan.package import MethodView, Package, ResourceView, TypesModuleView
    from .source.names import ModuleNames

    _NamesOf = Callable[[ResourceView], ModuleNames]


class Part(Struct, frozen=True):
    """A group of files that can be rendered independently of the others.

    Attributes:
        weight: Approximate rendering time in milliseconds.
        render: Function that renders the files.
    """

    weight: int
    render: Callable[[], Iterable[RenderedFile]]


def list_parts(package: Package) -> tuple[Part, ...]:
    """Return all files of a client except its manifest, grouped into parts."""
    types = (
        ("models", "Response models of the API.", package.models),
        ("params", "Request types of the API.", package.params),
    )
    methods = sum(len(view.methods) for view in package.resources)
    definitions = sum(len(view.definitions) for _, _, views in types for view in views)
    known: dict[Code, ModuleNames] = {}

    def names_of(view: ResourceView) -> ModuleNames:
        if view.module not in known:
            known[view.module] = resource_names(view)
        return known[view.module]

    return (
        Part(methods // 10, partial(_project_files, package, names_of)),
        Part(20 + definitions // 50, partial(_package_files, package)),
        Part(10 + methods // 10, partial(_test_files, package)),
        *(
            Part(
                3 * len(view.methods), partial(_resource_files, package, view, names_of)
            )
            for view in package.resources
        ),
        *(
            Part(
                len(view.definitions), partial(_type_files, package, folder, doc, view)
            )
            for folder, doc, views in types
            for view in views
        ),
        *(
            Part(definitions // 50, partial(_types_package, package, *item))
            for item in types
        ),
        Part(1, partial(_runtime_files, package)),
    )


def render_package(package: Package) -> tuple[RenderedFile, ...]:
    """Return all files of a client except its manifest, sorted by path."""
    files = [file for part in list_parts(package) for file in part.render()]
    return tuple(sorted(files, key=lambda file: file.path))


def _file(path: str, template: str, /, **context: object) -> RenderedFile:
    return RenderedFile(path, render(template, context), template)


def _source(package: Package, path: str) -> str:
    return f"src/{package.name}/{path}"


def _project_files(package: Package, names_of: _NamesOf) -> Iterator[RenderedFile]:
    has_calls = package.has_methods or package.webhooks is not None
    yield from git_files()
    yield _file(
        "pyproject.toml",
        "pyproject.toml",
        package=package,
        summary=f"Python {'client' if package.has_methods else 'models'} for {package.title}",
        source_folder=f"src/{package.name}",
        has_tests=has_calls,
    )
    yield _file(
        "README.md",
        "README.md",
        package=package,
        examples=example_blocks(package) if package.has_methods else None,
        webhooks=webhook_example(package),
        model=None if has_calls else model_example(package),
        credentials=credential_table(package.client),
        error_codes=error_code_lines(package),
        client=package.client,
    )
    if not has_calls:
        return
    yield _file(
        "api.md",
        "api.md",
        package=package,
        groups=reference_groups(package, names_of),
        has_pages=_has_pages(package),
        webhooks=webhook_lines(package),
    )


def _has_streams(package: Package) -> bool:
    return any(method.streams for method in package.methods)


def _has_pages(package: Package) -> bool:
    return any(method.pages for method in package.methods)


def _package_files(package: Package) -> Iterator[RenderedFile]:
    exports = package_exports(package)
    yield _file(
        _source(package, "__init__.py"),
        "exports.py",
        module_doc=end_sentence(
            f"{'Client' if package.has_methods else 'Models'} for {package.title}"
        ),
        exports=exports,
        imports=import_block(exports.imports),
        version=literal(package.version),
    )
    yield RenderedFile(_source(package, "py.typed"), "", "py.typed", is_final=True)
    if errors := error_names(package):
        yield _errors_file(package, errors)
    yield from webhook_files(package)
    yield from formats_files(package)
    if package.has_methods:
        yield _client_file(package)
        yield _testing_file(package)
        yield _file(
            _source(package, "resources/__init__.py"),
            "module.py",
            module_doc="Resources of the API, one module each.",
        )


def _errors_file(package: Package, names: tuple[Code, ...]) -> RenderedFile:
    base = [error_code_base(package)] if package.error_codes else []
    exceptions = map(runtime, exported_exceptions(package.features))
    return _file(
        _source(package, "errors.py"),
        "errors.py",
        imports=import_block(
            ImportsView(
                standard=names_from(Code("enum"), base),
                own=import_symbols(Place(), exceptions).own,
            )
        ),
        every=all_names(names),
        codes=package.error_codes,
        base=base,
    )


def _client_file(package: Package) -> RenderedFile:
    client, names = package.client, client_names(package)
    return _file(
        _source(package, "client.py"),
        "client.py",
        module_doc=end_sentence(
            f"Synchronous and asynchronous clients for {package.title}"
        ),
        imports=import_block(names.imports()),
        names=names,
        package=package,
        client=client,
        classes=client_classes(client),
    )


def _testing_file(package: Package) -> RenderedFile:
    return _file(
        _source(package, "testing.py"),
        "testing.py",
        module_doc="Mock API for testing code that uses the client.",
        imports=import_block(_testing_imports()),
        base_paths=base_paths(package.client),
    )


def _testing_imports() -> ImportsView:
    mock = runtime("MockAPI")
    names = ("RecordedRequest", "UnexpectedRequestError")
    (base,) = import_symbols(Place(), [mock]).own
    others = import_symbols(Place(), map(runtime, names)).own
    renamed = ImportView(base.module, base.names, Code("BaseMockAPI"))
    return ImportsView(own=(renamed, *others))


def _resource_files(
    package: Package, view: ResourceView, names_of: _NamesOf
) -> Iterator[RenderedFile]:
    if view.methods:
        yield from _test_file(package, view.module, view.methods)
    names = names_of(view)
    yield _file(
        _source(package, f"resources/{view.module}.py"),
        "resource.py",
        module_doc=f"The `client.{view.chain}` resource.",
        imports=import_block(names.imports()),
        names=names,
        resource=view,
        classes=resource_classes(view),
    )


class _TypeBlock(Struct, frozen=True):
    """A type definition, with the values that its template tests.

    Attributes:
        view: The definition.
        description: The docstring of a class or TypedDict; empty for none.
        head: The `class` line.
        extra: The statement that declares the type of additional properties.
        is_spaced: Whether its first field is preceded by a blank line.
        is_model: Whether it is a pydantic model.
        is_typed_dict: Whether it is a TypedDict.
        is_call: Whether it is a TypedDict in its call form.
        is_separated: Whether it is preceded by two blank lines, as classes are.
    """

    view: ClassView | TypedDictView | AliasView
    description: str
    head: Code
    extra: Code | None
    is_spaced: bool
    is_model: bool
    is_typed_dict: bool
    is_call: bool
    is_separated: bool


def _type_block(
    view: ClassView | TypedDictView | AliasView, names: ModuleNames, *, is_first: bool
) -> _TypeBlock:
    is_call = isinstance(view, TypedDictView) and view.functional
    # A class without fields needs a docstring as its body. The template always writes a
    # docstring below a TypedDict in call form.
    has_body = isinstance(view, AliasView) or (view.fields and not is_call)
    fallback = "" if has_body else f"The `{view.name}` type of the API."
    extra = None
    if isinstance(view, ClassView) and view.extra is not None:
        extra = code(
            "__pydantic_extra__: dict[str, {extra}] = Field(init=False)",
            extra=names.inner.write(view.extra),
        )
    base = Code("BaseModel" if isinstance(view, ClassView) else "TypedDict")
    return _TypeBlock(
        view=view,
        description=view.description or fallback,
        head=code("class {name}({base}):", name=view.name, base=base),
        extra=extra,
        is_spaced=bool(view.description or extra),
        is_model=isinstance(view, ClassView),
        is_typed_dict=isinstance(view, TypedDictView),
        is_call=is_call,
        is_separated=not (is_first and (is_call or isinstance(view, AliasView))),
    )


def _types_package(
    package: Package, folder: str, doc: str, views: tuple[TypesModuleView, ...]
) -> Iterator[RenderedFile]:
    if not views:
        return
    exports = types_exports(folder, views)
    yield _file(
        _source(package, f"{folder}/__init__.py"),
        "exports.py",
        module_doc=doc,
        exports=exports,
        imports=import_block(exports.imports),
        version=None,
    )


def _types_doc(doc: str, view: TypesModuleView) -> str:
    """Return the docstring of a types module: as many of its names as fit on a line."""
    names = [f"`{name}`" for name in view.exports]
    said = f"{doc.removesuffix('.')}: "
    shown = names[:]
    while shown:
        more = len(names) - len(shown)
        line = said + ", ".join(shown) + (f" and {more} more." if more else ".")
        if len(line) <= LINE_LENGTH - len('""""""'):
            return line
        shown.pop()
    return doc


def _type_files(
    package: Package, folder: str, doc: str, view: TypesModuleView
) -> Iterator[RenderedFile]:
    names = types_names(folder, view)
    yield _file(
        _source(package, f"{folder}/{view.module}.py"),
        "types.py",
        module_doc=_types_doc(doc, view),
        imports=import_block(names.imports()),
        # The star imports of the package must not export what the module imports.
        every=all_names(view.exports) if names.needs_definitions else None,
        names=names,
        types=[
            _type_block(definition, names, is_first=index == 0)
            for index, definition in enumerate(view.definitions)
        ],
    )


def _test_files(package: Package) -> Iterator[RenderedFile]:
    """Yield the shared test files and the tests of the client's own methods."""
    client = package.client
    if not package.has_methods:
        return
    yield _file(
        "tests/conftest.py",
        "tests/conftest.py",
        package=package,
        has_pages=_has_pages(package),
        has_streams=_has_streams(package),
        sync_client=code(
            "with {client} as client:", client=smoke_client(client, "Client")
        ),
        async_client=code(
            "async with {client} as client:", client=smoke_client(client, "AsyncClient")
        ),
    )
    responses = responses_text(package)
    yield RenderedFile(
        "tests/responses.json", responses, "responses.json", is_final=True
    )
    if client.methods:
        # A resource may also be named `client`.
        used = {str(view.module) for view in package.resources}
        module = "client" if "client" not in used else "client_itself"
        module = free_module(module, used)
        yield from _test_file(package, identifier(module), client.methods)


def _test_file(
    package: Package, module: Code, methods: tuple[MethodView, ...]
) -> Iterator[RenderedFile]:
    smokes = [method.smoke for method in methods if method.smoke.is_tested]
    if not smokes:
        return
    names = smoke_names(package, smokes)
    yield _file(
        f"tests/test_{module}.py",
        "tests/test_resource.py",
        module_doc=f"Smoke tests for `{module}`.",
        imports=import_block(names.imports()),
        names=names,
        smokes=smokes,
    )


def _runtime_files(package: Package) -> Iterator[RenderedFile]:
    yield from runtime_files(_source(package, "_runtime"), package.features)
