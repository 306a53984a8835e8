"""Notes about the plan of a package: names, pagination, texts, media types and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .codes import (
    DAMAGED_TEXT,
    LONG_TEXT,
    LONGER_METHOD,
    RENAMED_METHOD,
    RENAMED_SCHEMA,
    TWIN_OPERATION,
    UNDECODED_OBJECTS,
    UNREAD_PAGING,
    UNTESTED_METHOD,
)
from .content.twins import describe_twins
from .content.undecoded import find_undecoded
from .names import find_calls
from .paging.detection import InvalidHints, read_hints
from .paging.pointers import split_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.api import Api
    from ..model.released_names import ReleasedNames
    from .content.twins import Twins
    from .docs.cleaning import CleanedApi
    from .naming.resources import Resource
    from .naming.types import TypeNames
    from .package import Package
    from .types.library import TypeLibrary


class Note(Struct, frozen=True):
    """A finding about the element at `pointer` in the upgraded document."""

    code: str
    message: str
    pointer: str


def find_notes(
    tree: Resource,
    library: TypeLibrary,
    cleaned: CleanedApi,
    package: Package,
    twins: Sequence[Twins],
) -> Iterator[Note]:
    """Yield the notes.

    Args:
        tree: The resources.
        library: The types.
        cleaned: The API, with findings about its texts.
        package: The package.
        twins: Operations that are one method.
    """
    for item in twins:
        yield Note(TWIN_OPERATION, describe_twins(item), item.other.pointer)
    yield from _schema_notes(library.names)
    yield from _method_notes(tree)
    yield from _release_notes(tree, library.released)
    yield from _paging_notes(cleaned.api)
    yield from _media_type_notes(cleaned.api)
    yield from _text_notes(cleaned)
    yield from _test_notes(package)


def _schema_notes(names: TypeNames) -> Iterator[Note]:
    for pointer, name in names.renamed:
        schema = split_pointer(pointer)[-1]
        yield Note(
            RENAMED_SCHEMA,
            f"schema name `{schema}` is not available as a class name; class named "
            f"`{name}`",
            pointer,
        )


def _method_notes(tree: Resource) -> Iterator[Note]:
    for node in tree.walk():
        for item in node.operations:
            if item.name != item.wanted:
                chain = ".".join((*node.chain, item.name))
                yield Note(
                    LONGER_METHOD,
                    f"method name `{item.wanted}` is not unique; method named "
                    f"`client.{chain}`",
                    item.operation.pointer,
                )


def _release_notes(tree: Resource, released: ReleasedNames) -> Iterator[Note]:
    calls = find_calls(tree)
    pointers = {
        item.key: item.operation.pointer
        for node in tree.walk()
        for item in node.operations
    }
    for key in released.methods.keys() & calls.keys():
        for call in sorted({*released.methods[key]} - {*calls[key]}):
            message = (
                f"released method `client.{call}` is now `client.{calls[key][0]}`, "
                "because the settings or the document name it so"
            )
            yield Note(RENAMED_METHOD, message, pointers[key])


def _paging_notes(api: Api) -> Iterator[Note]:
    for item in api.operations:
        if item.paging is None:
            continue
        read = read_hints(api, item, item.paging)
        if isinstance(read, InvalidHints):
            message = f"`{item.paging.source}` cannot be used: {read.reason}; ignored"
            yield Note(UNREAD_PAGING, message, item.pointer)


def _text_notes(cleaned: CleanedApi) -> Iterator[Note]:
    for item in cleaned.long:
        message = (
            f"description of {len(item.text):,} characters is cut where it is too long; "
            "`api.md` contains all of it"
        )
        yield Note(LONG_TEXT, message, item.pointer)
    for text in cleaned.damaged:
        others = f", and {text.count - 1} more" if text.count > 1 else ""
        message = (
            f"description contains damaged text: `{text.before}` documented as "
            f"`{text.after}`{others}"
        )
        yield Note(DAMAGED_TEXT, message, text.pointer)


def _media_type_notes(api: Api) -> Iterator[Note]:
    for message, pointer in find_undecoded(api):
        yield Note(UNDECODED_OBJECTS, message, pointer)


def _test_notes(package: Package) -> Iterator[Note]:
    for method in package.methods:
        if not method.smoke.is_tested:
            message = (
                f"a sample call of `{method.http_method} {method.path[:80]}` would be "
                "too large; the method has no smoke test"
            )
            yield Note(UNTESTED_METHOD, message, method.pointer)
