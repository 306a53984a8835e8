"""Changes of real documents, and the names that they move."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from sdksmith import Settings
from sdksmith.json_data import JsonObject, JsonValue, object_of
from sdksmith.load import load_document
from sdksmith.load.files.source import RawSource
from sdksmith.lock.names_lock import NamesLock
from sdksmith.model.released_names import ReleasedNames, owner_of
from sdksmith.planning import plan_client
from sdksmith.reading import read_api
from sdksmith.report.observer import Observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

_METHODS = {"get", "post", "put", "patch", "delete"}


class Moved(Struct, frozen=True):
    """A name that a change has moved.

    Attributes:
        section: The table of the lock.
        key: What is named.
        before: The name before the change.
        after: The name after the change.
    """

    section: str
    key: str
    before: str
    after: str


def read_root(path: Path) -> JsonObject:
    """Return a document as JSON."""
    return load_document(path.name, path.read_bytes()).document.root


def names_of(root: JsonObject, released: ReleasedNames | None = None) -> ReleasedNames:
    """Return the names of the client of a document.

    Args:
        root: The document.
        released: Names to keep.
    """
    name = "document.json"
    source = RawSource(name, json.dumps(root).encode())
    settings, observer = Settings(), Observer()
    read = read_api(name, settings, observer, source, with_places=True)
    names = plan_client(read, settings, observer, released or ReleasedNames()).names
    assert names is not None
    return names


def lock_of(names: ReleasedNames) -> ReleasedNames:
    """Return the names that a lock with `names` keeps."""
    return NamesLock("client", names).released()


def find_moved(before: ReleasedNames, after: ReleasedNames) -> Iterator[Moved]:
    """Yield the names of what both clients have that are missing in the second."""
    for key, calls in before.methods.items():
        for call in calls:
            found = after.methods.get(key)
            if found is not None and call not in found:
                yield Moved("methods", key, call, ", ".join(found))
    for section in before.__struct_fields__:
        if section == "methods":
            continue
        known, found = getattr(before, section), getattr(after, section)
        kept = {
            (known[key], name) for key, name in found.items() if known.get(key) == name
        }
        for key in known.keys() & found.keys():
            name = known[key]
            if name == found[key]:
                continue
            # Of equal schemas that become different, one keeps the name of their type.
            if section in {"types", "request_types"} and (name, name) in kept:
                continue
            yield Moved(section, key, name, found[key])


def find_reused(before: ReleasedNames, after: ReleasedNames) -> Iterator[Moved]:
    """Yield the names of the first client that stand for something new in the second."""
    calls = {call: key for key, found in before.methods.items() for call in found}
    for key, found in after.methods.items():
        for call in found:
            if calls.get(call, key) != key:
                yield Moved("methods", key, calls[call], call)
    for section in ("arguments", "properties"):
        known = {
            (owner_of(key), name): key for key, name in getattr(before, section).items()
        }
        for key, name in getattr(after, section).items():
            if known.get((owner_of(key), name), key) != key:
                yield Moved(section, key, known[owner_of(key), name], name)


def remove_operation(root: JsonObject, random: Random) -> str:
    """Remove a random operation; return its method and path."""
    found = [
        (path, method)
        for path, item in object_of(root.get("paths")).items()
        for method in sorted(_METHODS & object_of(item).keys())
    ]
    if len(found) < 2:
        return ""
    path, method = random.choice(found)
    del object_of(object_of(root["paths"])[path])[method]
    return f"{method} {path}"


def remove_schema(root: JsonObject, random: Random) -> str:
    """Remove a random component, or definition in Swagger 2.0; return its name."""
    components = object_of(object_of(root.get("components")).get("schemas"))
    schemas = object_of(root.get("definitions")) or components
    if not schemas:
        return ""
    name = random.choice(sorted(schemas))
    del schemas[name]
    return name


def remove_property(root: JsonObject, random: Random) -> str:
    """Remove a random property; return its name."""
    found = [
        node
        for node in _walk(root)
        if isinstance(node, dict) and object_of(node.get("properties"))
    ]
    if not found:
        return ""
    node = random.choice(found)
    properties = object_of(node["properties"])
    name = random.choice(sorted(properties))
    del properties[name]
    required = node.get("required")
    if isinstance(required, list):
        node["required"] = [item for item in required if item != name]
    return name


def remove_parameter(root: JsonObject, random: Random) -> str:
    """Remove a random parameter that is not in the path; return its name."""
    found = [
        (items, index)
        for node in _walk(root)
        if isinstance(node, dict) and isinstance(items := node.get("parameters"), list)
        for index, item in enumerate(items)
        if object_of(item).get("in") in {"query", "header", "formData"}
    ]
    if not found:
        return ""
    items, index = random.choice(found)
    return str(object_of(items.pop(index)).get("name"))


def remove_enum_value(root: JsonObject, random: Random) -> str:
    """Remove a random value of an enumeration; return it."""
    found = [
        values
        for node in _walk(root)
        if isinstance(node, dict)
        and isinstance(values := node.get("enum"), list)
        and len(values) > 1
    ]
    if not found:
        return ""
    values = random.choice(found)
    return str(values.pop(random.randrange(len(values))))


CHANGES: dict[str, Callable[[JsonObject, Random], str]] = {
    "operation": remove_operation,
    "schema": remove_schema,
    "property": remove_property,
    "parameter": remove_parameter,
    "enum value": remove_enum_value,
}


class Trial(Struct, frozen=True):
    """A change in both directions.

    Attributes:
        kind: What is removed and added again.
        removed: Its name.
        locked: Names that move although a lock exists, or get another meaning.
        unlocked: Names that move without a lock.
    """

    kind: str
    removed: str
    locked: tuple[Moved, ...]
    unlocked: tuple[Moved, ...]


def run_trial(
    root: JsonObject, names: ReleasedNames, kind: str, random: Random
) -> Trial | None:
    """Remove something from a document and add it again; None without such a thing.

    Args:
        root: The document.
        names: The names of its client.
        kind: A key of `CHANGES`.
        random: Source of the choice.
    """
    smaller = deepcopy(root)
    removed = CHANGES[kind](smaller, random)
    if not removed:
        return None
    plain = names_of(smaller)
    shrunk = names_of(smaller, lock_of(names))
    grown = names_of(root, lock_of(plain))
    locked = (
        *find_moved(names, shrunk),
        *find_reused(names, shrunk),
        *find_moved(plain, grown),
        *find_reused(plain, grown),
    )
    return Trial(kind, removed, locked, tuple(find_moved(names, plain)))


def _walk(node: JsonValue) -> Iterator[JsonValue]:
    stack = [node]
    while stack:
        here = stack.pop()
        yield here
        if isinstance(here, dict):
            stack += here.values()
        elif isinstance(here, list):
            stack += here
