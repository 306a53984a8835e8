"""Names of the components that are taken from other files."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..load.document import split
from ..text.scope import assign_names
from .stubs import UNRESOLVED_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..spec.grammar import Kind
    from .decisions import Component, Plan
    from .resolution import NodeId

# The keys of all maps in the Components Object must match `^[a-zA-Z0-9.\-_]+$` (OpenAPI
# 3.1, section 4.8.7).
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9._-]+")

_PLAIN_STEMS: Final = ("index", "_index", "main", "schema", "_schema", "definition")
"""File names without information of their own; the name of the folder is used instead."""

_DEFINITION_SECTIONS: Final = frozenset(
    (
        *("$defs", "definitions", "components", "schemas", "parameters", "responses"),
        *("headers", "examples", "requestBodies", "securitySchemes", "links"),
        *("callbacks", "mediaTypes", "securityDefinitions", "pathItems"),
    )
)
"""Pointer tokens that are followed by the name of an object."""

_INSIDE: Final = frozenset(
    (
        *("properties", "patternProperties", "additionalProperties", "items", "not"),
        *("allOf", "oneOf", "anyOf", "prefixItems", "schema", "content", "paths"),
        *("requestBody", "get", "put", "post", "delete", "options", "head", "patch"),
        *("trace", "query", "contains", "if", "then", "else", "propertyNames"),
    )
)
"""Pointer tokens that lead into an object, below which objects have no names."""


def name_components(plan: Plan) -> Mapping[Component, str]:
    """Return the name of each component that is taken from another file.

    A component that the entry document already names keeps that name. Other components are
    named after the last token of their pointer, or after their file. If several would have
    the same name, words of the file name and its folders are put in front.
    """
    names: dict[Component, str] = {}
    for kind in sorted({component.kind for component in plan.components}):
        names.update(_name_kind(plan, kind))
    return names


def _name_kind(plan: Plan, kind: Kind) -> dict[Component, str]:
    names: dict[Component, str] = {}
    wanted: dict[str, list[str]] = {}
    keys: dict[str, Component] = {}
    common = _common_folder(plan)
    for component in plan.components:
        if component.kind is not kind:
            continue
        file, pointer = _place(component.node_id, plan)
        # The kind distinguishes a file in the top folder from others of the same name.
        candidates = _candidates(file.removeprefix(common), pointer)
        candidates.append(_joined(candidates[-1], kind))
        given = plan.names.get(component)
        if given:
            natural = candidates[0]
            names[component] = natural if natural in given else min(given)
        else:
            key = f"{file.removeprefix(common)}#{pointer}"
            if component.node_id.file == UNRESOLVED_FILE:
                key = f"?{component.node_id.pointer.removeprefix(common)}"
            keys[key] = component
            wanted[key] = candidates
    reserved = {_fold(name) for name in plan.reserved.get(kind, ())}
    assigned = assign_names(wanted, reserved, fold=_fold)
    names.update({keys[key]: name for key, name in assigned.items()})
    return names


def _place(node_id: NodeId, plan: Plan) -> tuple[str, str]:
    """Return the file name and the pointer of a node."""
    if node_id.file == UNRESOLVED_FILE:
        file, _, pointer = node_id.pointer.partition("#")
        return file, unquote(pointer)
    return plan.sources[node_id.file].name.replace("\\", "/"), node_id.pointer


def _common_folder(plan: Plan) -> str:
    """Return the folder that contains all files, with a trailing slash.

    Its path is not used in names. The result is empty if the files have no folder in common.
    """
    names = [source.name.replace("\\", "/") for source in plan.sources]
    folders = [posixpath.dirname(name) for name in names]
    parts = [folder.split("/") for folder in folders]
    same = 0
    while (
        all(len(part) > same for part in parts) and len({p[same] for p in parts}) == 1
    ):
        same += 1
    start = "/".join(parts[0][:same])
    return f"{start}/" if start else ""


def _candidates(file: str, pointer: str) -> list[str]:
    """Return candidate names for a node, the preferred one first, the longest last."""
    folders, stem = _words_of_file(file)
    tokens = split(pointer) if pointer.startswith("/") else [pointer] if pointer else []
    if not tokens:
        names = [stem]
    elif _is_named(tokens):
        last = tokens[-1]
        names = [last] if re.search(r"[A-Za-z]", last) else []
        names.append(_joined(stem, last))
    else:
        structure = _INSIDE | _DEFINITION_SECTIONS
        words = [t for t in tokens if t not in structure and not t.isdigit()]
        names = [_joined(stem, *(words or [tokens[-1]])), _joined(stem, *tokens)]
    longest = names[-1]
    for count in range(1, len(folders) + 1):
        names.append(_joined(*folders[-count:], longest))
    return [name for name in dict.fromkeys(map(_clean, names)) if name] or ["unnamed"]


def _clean(word: str) -> str:
    return _NOT_IN_NAMES.sub("_", word).strip("_")


def _is_named(tokens: list[str]) -> bool:
    """Return whether the last token of a pointer is the name of an object."""
    *parent, last = tokens
    return last not in _INSIDE | _DEFINITION_SECTIONS and _INSIDE.isdisjoint(parent)


def _words_of_file(file: str) -> tuple[list[str], str]:
    """Return the folders of a file, and its name without the extension."""
    path = file.partition("://")[2] or file
    *folders, name = [
        part for part in path.split("/") if part not in ("", ".", "..")
    ] or [""]
    stem = posixpath.splitext(name)[0] or name
    if stem.lower() in _PLAIN_STEMS and folders:
        return folders[:-1], folders[-1]
    return folders, stem


def _joined(*words: str) -> str:
    """Join words with underscores; omit a word that the next one starts with."""
    kept: list[str] = []
    for word in map(_clean, words):
        if kept and _fold(word).startswith(_fold(kept[-1])):
            kept.pop()
        kept.append(word)
    return "_".join(kept)


def _fold(name: str) -> str:
    """Return a key that is equal for names that would give the same class name."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
