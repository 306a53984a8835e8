"""Resolution of references, and correction of references that do not resolve."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ...json_data import object_of
from ...load.document import join
from ...report.diagnostics import Absent
from ...spec.grammar import OPENAPI_SECTIONS, SWAGGER_SECTIONS, Kind
from .circles import Circles

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ..engine.context import Context
    from ..engine.rule import Node

_NO_FILE: Final = re.compile(r"[^#./:]*")


def section_of(kind: Kind, document: Context) -> str | None:
    """Return the pointer of the map of reusable objects of a kind, or None."""
    sections = SWAGGER_SECTIONS if document.is_swagger else OPENAPI_SECTIONS
    return sections.get(kind)


def is_local(ref: str) -> bool:
    """Return whether a reference is within its document."""
    return ref.startswith("#") or not ref.strip()


def is_bare_name(ref: str) -> bool:
    """Return whether a reference is a plain word and not the name of a file."""
    return bool(ref.strip()) and _NO_FILE.fullmatch(ref) is not None


def pointer_of(ref: str, document: Context) -> str:
    """Return the pointer of a local reference, percent-decoded if necessary."""
    pointer = ref[1:]
    if "%" in pointer and isinstance(document.lookup(pointer), Absent):
        return unquote(pointer)
    return pointer


def target_of(ref: str, document: Context) -> JsonValue:
    """Return the direct target of a local reference, or None if it does not exist."""
    target = document.lookup(pointer_of(ref, document))
    return None if isinstance(target, Absent) else target


def is_dangling(ref: str, document: Context, kind: Kind | None = None) -> bool:
    """Return whether the target of a local reference is not an object.

    The target of a reference to a schema can also be a boolean, which is a schema in
    OpenAPI 3.1 (JSON Schema Core, section 4.3.2).

    A pointer that does not start with a slash is invalid (RFC 6901, section 3). Anchors
    of OpenAPI 3.1 that exist have already been replaced by pointers.
    """
    if not ref[1:].startswith("/"):
        # `#` refers to the whole document, which is not a valid target.
        return True
    target = target_of(ref, document)
    if kind is Kind.SCHEMA and isinstance(target, bool):
        return False
    return not isinstance(target, dict)


def find_intended(ref: str, kind: Kind, document: Context) -> str | None:
    """Return the corrected form of an invalid reference, or None.

    The last segment is the name of the object: `Parcel`, `#/definition/Parcel` and
    `#/components/schemas/Parcel` are all corrected to the definition `Parcel`, or to
    the only definition whose name differs in case alone.
    """
    name = missing_name(ref, kind, document)
    section = section_of(kind, document)
    if name is None or section is None:
        return None
    found = document.lookup(section)
    entries = found if isinstance(found, dict) else {}
    if name in entries:
        return f"#{join(section, name)}"
    candidates = [other for other in entries if other.lower() == name.lower()]
    return f"#{join(section, candidates[0])}" if len(candidates) == 1 else None


def missing_name(ref: str, kind: Kind, document: Context) -> str | None:
    """Return the name of the reusable object that a reference refers to.

    Returns None if the reference is to a file, or to a value inside a reusable object.
    """
    section = section_of(kind, document)
    file, _, pointer = ref.rpartition("#")
    last = unquote(pointer).rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    if section is None or file or (not is_local(ref) and "." in last):
        return None
    inside = (
        pointer.startswith(f"{section}/")
        and pointer.count("/") > section.count("/") + 1
    )
    return None if inside else last.strip() or None


def is_circular(node: Node, ref: str) -> bool:
    """Return whether a chain of references from a node returns to the node.

    Args:
        node: The node.
        ref: The value of its `$ref`.
    """
    # A circle consists of references only. Most targets are not references, so the place
    # of the node, for which the check is repeated, is not even read.
    if not ref.startswith("#/") or not _next_pointers(ref[1:], node.document):
        return False
    own = node.pointer
    return own in node.document.compute(_reference_circles).circle_of(own)


def _reference_circles(document: Context) -> Circles:
    """Return the circles of objects that consist of a reference."""
    return Circles(lambda pointer: _next_pointers(pointer, document))


def _next_pointers(pointer: str, document: Context) -> list[str]:
    """Return the pointer that the reference at a pointer contains, if it is one."""
    ref = object_of(target_of(f"#{pointer}", document)).get("$ref")
    return [ref[1:]] if isinstance(ref, str) and ref.startswith("#/") else []
