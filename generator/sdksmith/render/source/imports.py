"""Import blocks, sorted as by isort and by ruff's rule I001."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.pysource import LINE_LENGTH, Code, code, join
from .layout import layout

if TYPE_CHECKING:
    from collections.abc import Iterable


class ImportView(Struct, frozen=True):
    """`from module import names`, or without names `import module`.

    Attributes:
        alias: The name after `as`, if the import has one; there is then at most one name.
    """

    module: Code
    names: tuple[Code, ...] = ()
    alias: Code | None = None


class ImportsView(Struct, frozen=True):
    """The imports of a module, sorted: standard library, third party, own package.

    Attributes:
        typing_only: The imports in the `if TYPE_CHECKING:` block.
    """

    standard: tuple[ImportView, ...] = ()
    third_party: tuple[ImportView, ...] = ()
    own: tuple[ImportView, ...] = ()
    typing_only: ImportsView | None = None


_TYPING: Final = ImportView(Code("typing"), (Code("TYPE_CHECKING"),))
_DIGITS: Final = re.compile(r"(\d+)")


def names_from(module: Code, names: Iterable[Code]) -> tuple[ImportView, ...]:
    """Return the import of names from a module; empty without names."""
    names = tuple(names)
    return (ImportView(module, names),) if names else ()


def merge_imports(*views: ImportsView) -> ImportsView:
    """Merge the imports of several views into one view without duplicates."""
    inner = [view.typing_only for view in views if view.typing_only]
    typing_only = merge_imports(*inner) if inner else None
    if typing_only and _is_empty(typing_only):
        typing_only = None
    standard = [view.standard for view in views]
    return ImportsView(
        standard=_merge(*standard, (_TYPING,) if typing_only else ()),
        third_party=_merge(*(view.third_party for view in views)),
        own=_merge(*(view.own for view in views)),
        typing_only=typing_only,
    )


def import_block(view: ImportsView) -> Code:
    """Return the import statements of a module, except `from __future__`.

    Sections are separated by a blank line. The block is empty if nothing is imported.
    """
    view = merge_imports(view)
    blocks = [_sections(view, 0)]
    if view.typing_only:
        inner = _sections(view.typing_only, 4)
        blocks.append(code("if TYPE_CHECKING:\n    {inner}", inner=inner))
    return join("\n\n", [block for block in blocks if block])


def _is_empty(view: ImportsView) -> bool:
    return not (view.standard or view.third_party or view.own or view.typing_only)


def _merge(*groups: tuple[ImportView, ...]) -> tuple[ImportView, ...]:
    whole: set[ImportView] = set()
    renamed: set[ImportView] = set()
    names: dict[Code, set[Code]] = {}
    for view in chain(*groups):
        if not view.names:
            whole.add(view)
        elif view.alias is not None:
            renamed.add(view)
        else:
            names.setdefault(view.module, set()).update(view.names)
    plain = [
        ImportView(module, tuple(sorted(names[module], key=_import_key)))
        for module in names
    ]
    # isort puts `import x` before `from x import y` within a section.
    return (
        *sorted(whole, key=lambda view: (_module_key(view.module), view.alias or "")),
        *sorted([*plain, *renamed], key=_statement_key),
    )


def _statement_key(view: ImportView) -> tuple[object, object, str]:
    return _module_key(view.module), _import_key(view.names[0]), view.alias or ""


def _sections(view: ImportsView, indent: int) -> Code:
    margin = " " * indent
    sections = [
        join("\n" + margin, [_statement(item, indent) for item in section])
        for section in (view.standard, view.third_party, view.own)
        if section
    ]
    return join("\n\n" + margin, sections)


def _statement(view: ImportView, indent: int) -> Code:
    names = view.names
    if names and view.alias is not None:
        names = (code("{name} as {alias}", name=names[0], alias=view.alias),)
    if names:
        return import_names(view.module, names, indent)
    statement = code("import {module}", module=view.module)
    if view.alias is None:
        return statement
    return code("{statement} as {alias}", statement=statement, alias=view.alias)


def import_names(module: Code, names: Iterable[Code], indent: int) -> Code:
    """Return the import of sorted names, in parentheses if it exceeds the line length.

    Python does not accept `*` in parentheses.
    """
    head = code("from {module} import ", module=module)
    listed = join(", ", names)
    if indent + len(head) + len(listed) <= LINE_LENGTH or listed == "*":
        return head + listed
    return layout(code("{head}({listed})", head=head, listed=listed), indent)


def _natural(text: str) -> list[str | int]:
    parts = _DIGITS.split(text)
    return [int(part) if index % 2 else part for index, part in enumerate(parts)]


@lru_cache(maxsize=16384)
def _module_key(module: Code) -> tuple[int, list[str | int], str]:
    # Relative imports are sorted from the farthest to the closest package.
    name = str(module).lstrip(".")
    return len(name) - len(module), _natural(name.lower()), name


def sort_names(names: Iterable[Code]) -> list[Code]:
    """Sort names as in `__all__` (RUF022), which differs from imports in case."""
    return sorted(names, key=lambda name: (_kind(name), _natural(str(name))))


@lru_cache(maxsize=16384)
def _import_key(name: Code) -> tuple[int, list[str | int], list[str | int]]:
    text = str(name)
    return _kind(name), _natural(text.lower()), _natural(text)


def _kind(name: Code) -> int:
    # The `order-by-type` setting of ruff: constants, then classes, then variables.
    text = str(name)
    return 0 if len(text) > 1 and text.isupper() else 1 if text[0].isupper() else 2
