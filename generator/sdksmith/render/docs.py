"""Docstrings of classes, methods and fields, in Google style."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from ..text.markdown import is_prose, plain_line, plain_text
from ..text.prose import wrap, wrap_line
from ..text.pysource import LINE_LENGTH, Code, docstring

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..plan.package import AliasView, DocView, FieldView, MethodView
    from .classes import CallingClass

_INDENT: Final = 4
_NOTHING: Final = Code("")


def method_docs(method: MethodView, owner: CallingClass, indent: int) -> Code:
    """Return the docstring of a method.

    Only the sync class has the full docstring; the async class refers to it.
    """
    if not owner.is_async:
        return full_docs(method.doc, indent)
    summary = plain_line(method.doc.summary)
    reference = f"`{owner.sync_name}.{method.name}`"
    line = f"{summary.rstrip('.')}: see {reference}."
    fits = indent + len(line) + len('""""""') <= LINE_LENGTH
    return docstring(line if fits else f"See {reference}.", indent)


def full_docs(doc: DocView, indent: int) -> Code:
    """Return a docstring with all sections.

    Arguments without a description are omitted.
    """
    sections = [plain_line(doc.summary), *plain_text(doc.body)]
    if doc.deprecated:
        sections.append(f"Deprecated: {plain_line(doc.deprecated)}")
    arguments = [
        (
            item.name,
            f"Deprecated. {item.description}" if item.deprecated else item.description,
        )
        for item in doc.arguments
    ]
    sections += _section("Args", arguments, indent)
    if said := plain_text(doc.returns):
        room = LINE_LENGTH - indent - _INDENT
        lines = _indented(wrap(_join_blocks(said), room))
        sections.append("\n".join(chain(["Returns:"], lines)))
    sections += _section(
        "Raises", [(x.name, x.description) for x in doc.raises], indent
    )
    return docstring("\n\n".join(filter(None, sections)), indent)


def _section(
    title: str, entries: Iterable[tuple[str, str]], indent: int
) -> Iterator[str]:
    room = LINE_LENGTH - indent - _INDENT
    lines = [line for entry in entries for line in _entry(*entry, room)]
    if lines:
        yield "\n".join([f"{title}:", *lines])


# Many operations have the same arguments and errors.
@lru_cache(maxsize=2048)
def _entry(name: str, description: str, room: int) -> tuple[str, ...]:
    """Return the lines of an entry of a section; none if it has no description."""
    blocks = plain_text(description)
    if not blocks:
        return ()
    first, *others = _join_blocks(blocks).split("\n")
    # Lines after the first line of an entry are indented by one level.
    lines = wrap_line(f"{name}: {first}", room, hang=_INDENT)
    lines += _indented(wrap("\n".join(others), room - _INDENT) if others else [])
    return tuple(_indented(lines))


def _join_blocks(blocks: Sequence[str]) -> str:
    """Join the blocks of an entry, with a blank line only before paragraphs.

    Lists and code follow the previous block without a blank line, as in hand-written
    docstrings.
    """
    parts = (("\n\n" if is_prose(block) else "\n") + block for block in blocks)
    return "".join(parts).lstrip("\n")


def _indented(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield " " * _INDENT + line if line else ""


def field_docs(view: FieldView, indent: int) -> Code:
    """Return the docstring of a field; empty without documentation."""
    blocks = plain_text(view.description)
    if view.deprecated:
        blocks.insert(0, "Deprecated.")
    return docstring("\n\n".join(blocks), indent) if blocks else _NOTHING


def alias_docs(view: AliasView) -> Code:
    """Return the docstring of a type alias, including descriptions of its values."""
    blocks = plain_text(view.description)
    members = [
        f"- {value}: {plain_line(description)}"
        for value, description in view.members
        if description.strip()
    ]
    if members:
        blocks.append("\n".join(members))
    return docstring("\n\n".join(blocks)) if blocks else _NOTHING
