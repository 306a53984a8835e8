"""Where references lead, and where they were meant to lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..diagnostics import Absent
from ..jsondata import object_of
from ..load.document import join
from .grammar import OPENAPI_SECTIONS, SWAGGER_SECTIONS, Kind

if TYPE_CHECKING:
    from ..jsondata import JsonValue
    from .rule import Context, Node

_NO_FILE: Final = re.compile(r"[^#./:]*")


def section_of(kind: Kind, document: Context) -> str | None:
    """Return the pointer of the map of reusable objects of a kind."""
    sections = SWAGGER_SECTIONS if document.is_swagger else OPENAPI_SECTIONS
    return sections.get(kind)


def is_local(ref: str) -> bool:
    """Tell whether a reference stays in its document."""
    return ref.startswith("#") or not ref.strip()


def is_bare_name(ref: str) -> bool:
    """Tell whether a reference is a mere word, which is the name of no file."""
    return bool(ref.strip()) and _NO_FILE.fullmatch(ref) is not None


def pointer_of(ref: str, document: Context) -> str:
    """Return the pointer of a local reference, percent-decoded if it needs that."""
    pointer = ref[1:]
    if "%" in pointer and isinstance(document.lookup(pointer), Absent):
        return unquote(pointer)
    return pointer


def target_of(ref: str, document: Context) -> JsonValue:
    """Return what a local reference leads to in one step, None if nowhere."""
    target = document.lookup(pointer_of(ref, document))
    return None if isinstance(target, Absent) else target


def leads_nowhere(ref: str, document: Context) -> bool:
    """Tell whether a local reference has no object at its end.

    A pointer that does not begin with a slash is none (RFC 6901, section 3). The
    anchors that OpenAPI has from 3.1 on are pointers by now, if they are there.
    """
    if not ref[1:].startswith("/"):
        # `#` alone is the document itself, which no reference may stand for.
        return True
    return not isinstance(target_of(ref, document), dict)


def find_meant(ref: str, kind: Kind, document: Context) -> str | None:
    """Return the reference that a wrong one must mean, or None.

    The last word of it names the object: `Parcel`, `#/definition/Parcel` and
    `#/components/schemas/Parcel` all mean the definition `Parcel`, or the only one that
    differs from it in case alone.
    """
    name = missing_name(ref, kind, document)
    section = section_of(kind, document)
    if name is None or section is None:
        return None
    found = document.lookup(section)
    entries = found if isinstance(found, dict) else {}
    if name in entries:
        return f"#{join(section, name)}"
    alike = [other for other in entries if other.lower() == name.lower()]
    return f"#{join(section, alike[0])}" if len(alike) == 1 else None


def missing_name(ref: str, kind: Kind, document: Context) -> str | None:
    """Return the name of the reusable object that a reference asks for.

    None when it leads to a file, or into an object rather than to one.
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


def returns_to(node: Node, ref: str) -> bool:
    """Tell whether following references from a node comes back to it."""
    document = node.document
    own = node.pointer
    seen: set[str] = set()
    while ref.startswith("#/") and ref not in seen:
        if ref[1:] == own:
            return True
        seen.add(ref)
        ref_next = object_of(target_of(ref, document)).get("$ref")
        if not isinstance(ref_next, str):
            return False
        ref = ref_next
    return False
