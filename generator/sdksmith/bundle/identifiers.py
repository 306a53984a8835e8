"""URIs and anchors that schemas and documents declare: `$id`, `$anchor`, `$self`.

See JSON Schema 2020-12, section 8.2, and OpenAPI 3.2, section 4.1.2.2. Files whose text
contains none of these keywords are not searched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from ..load.document import entries, join
from ..text.urls import resolve_url

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from ..load.document import Source

_WORDS: Final = re.compile(rb"\$(?:id|anchor|dynamicAnchor|self)\b|\\(?:u0024|x24)|\0")


class Resource(Struct, frozen=True):
    """A schema resource: a schema with an `$id`, or a whole file."""

    file: int
    pointer: str


class _File(Struct):
    """The identifiers declared in one file.

    Attributes:
        bases: Base URI of each resource in the file, by the pointer of the resource.
        anchors: Pointer of each anchor, by the pointer of its resource and its name.
        dynamic: Keys of `anchors` that are dynamic anchors.
    """

    bases: dict[str, str]
    anchors: dict[tuple[str, str], str] = field(
        default_factory=dict[tuple[str, str], str]
    )
    dynamic: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])


class Identifiers:
    """Index of the identifiers declared in the files of an API document."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}
        self._by_uri: dict[str, Resource] = {}

    def read(self, number: int, source: Source, url: str) -> None:
        """Index the identifiers of a file.

        Args:
            number: Number of the file in the order of reading.
            source: The file.
            url: URL that it was fetched from; empty for a local file.
        """
        # Local files need a base URI too, and a different one for each file.
        base = url or f"file:///{number}/"
        known = self._files[number] = _File({"": base})
        if not _WORDS.search(source.data):
            return
        root = source.root
        own = root.get("$self") if isinstance(root, dict) else None
        if isinstance(own, str):
            known.bases[""] = base = resolve_url(base, own)
            self._by_uri[_without_fragment(base)] = Resource(number, "")
        stack: list[tuple[JsonValue, str, str]] = [(root, "", "")]
        seen: set[int] = set()
        while stack:
            value, pointer, resource = stack.pop()
            if not isinstance(value, dict | list) or id(value) in seen:
                continue
            seen.add(id(value))
            if isinstance(value, dict):
                resource = self._read_schema(number, value, pointer, resource)
            children = [(v, join(pointer, k), resource) for k, v in entries(value)]
            stack.extend(reversed(children))

    def _read_schema(
        self, number: int, schema: JsonObject, pointer: str, resource: str
    ) -> str:
        """Index the identifiers of one object; return its resource.

        Returns:
            The pointer of the object if it has an `$id`, else that of the resource that
            contains it.
        """
        known = self._files[number]
        own = schema.get("$id")
        # Before JSON Schema 2019-09, an `$id` with only a fragment declared an anchor.
        if isinstance(own, str) and own.startswith("#"):
            known.anchors[resource, own[1:]] = pointer
        elif isinstance(own, str) and own.strip():
            base = resolve_url(known.bases[resource], own.strip())
            resource = pointer
            known.bases[pointer] = base
            self._by_uri.setdefault(_without_fragment(base), Resource(number, pointer))
        for word in ("$anchor", "$dynamicAnchor"):
            name = schema.get(word)
            if isinstance(name, str):
                known.anchors.setdefault((resource, name), pointer)
                if word == "$dynamicAnchor":
                    known.dynamic.add((resource, name))
        return resource

    def resource(self, file: int, pointer: str) -> str:
        """Return the pointer of the innermost resource that contains a location."""
        bases = self._files[file].bases
        if len(bases) == 1:
            return ""
        while pointer not in bases:
            pointer = pointer.rpartition("/")[0]
        return pointer

    def find(self, file: int, pointer: str, uri: str) -> Resource | None:
        """Return the resource that declares a URI as its identifier, if there is one.

        Args:
            file: Number of the file with the reference.
            pointer: Location of the reference, whose base URI applies.
            uri: URI reference to look up.
        """
        if not self._by_uri:
            return None
        base = self._files[file].bases[self.resource(file, pointer)]
        return self._by_uri.get(_without_fragment(resolve_url(base, uri)))

    def anchor(self, file: int, resource: str, name: str) -> str | None:
        """Return the pointer of an anchor of a resource.

        If the resource does not declare the anchor, an anchor of this name that is unique
        in the file is used.
        """
        anchors = self._files[file].anchors
        if (resource, name) in anchors:
            return anchors[resource, name]
        found = [pointer for (_, other), pointer in anchors.items() if other == name]
        return found[0] if len(found) == 1 else None

    def outermost(self, file: int, pointer: str, name: str) -> str | None:
        """Return the pointer of a dynamic anchor in the outermost resource.

        Only resources that contain `pointer` and declare the anchor are considered.
        """
        known = self._files[file]
        around = sorted((p for p in known.bases if _is_in(pointer, p)), key=len)
        for resource in around:
            if (resource, name) in known.dynamic:
                return known.anchors[resource, name]
        return None


def _is_in(pointer: str, resource: str) -> bool:
    return pointer == resource or pointer.startswith(f"{resource}/")


def _without_fragment(uri: str) -> str:
    return uri.partition("#")[0]
