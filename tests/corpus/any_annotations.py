"""Search for annotations with `Any` although the document defines a type.

Types are read from the upgraded document, independently of the model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.json_data import array_of, object_of, text_of, texts_of
from sdksmith.load.document import split
from sdksmith.model.types import Record
from sdksmith.plan.expressions import ANY, find_symbols
from sdksmith.plan.package import AliasView
from sdksmith.plan.types.definitions import plan_models

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.plan.expressions import Expression
    from sdksmith.plan.types.library import TypeLibrary


def find_any_annotations(library: TypeLibrary, root: JsonObject) -> list[str]:
    """Return the locations of typed schemas whose annotations contain `Any`."""
    names = {name: type_id for type_id, name in library.names.models.items()}
    found: list[str] = []
    for module in plan_models(library):
        for view in module.definitions:
            type_id = names.get(str(view.name))
            if type_id is None:
                continue
            item = library.type(type_id)
            pointer = item.meta.pointer
            if isinstance(view, AliasView):
                if _holds_any(view.value) and not has_gap(root, find(root, pointer)):
                    found.append(f"{pointer}: {view.name} = {view.value}")
                continue
            assert isinstance(item, Record)
            for field, made in zip(item.fields, view.fields, strict=True):
                if not _holds_any(made.annotation):
                    continue
                inner = library.type(field.type).meta.pointer
                own = find(root, f"{pointer}/properties/{_escape(field.name)}")
                node = own if own is not None else find(root, inner or "/none")
                if node is not None and not has_gap(root, node):
                    found.append(f"{pointer}/{field.name}: {made.annotation}")
    return found


def _holds_any(expression: Expression) -> bool:
    return ANY in find_symbols([expression])


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def find(root: JsonObject, pointer: str) -> JsonValue:
    """Return the value at a pointer, None if it is missing."""
    node: JsonValue = root
    for token in split(pointer):
        listed = array_of(node)
        if token.isdigit() and int(token) < len(listed):
            node = listed[int(token)]
        elif token in object_of(node):
            node = object_of(node)[token]
        else:
            return None
    return node


def has_gap(
    root: JsonObject, schema: JsonValue, seen: frozenset[str] = frozenset()
) -> bool:
    """Return whether a schema or a part of it has no type."""
    if not isinstance(schema, dict):
        return True
    reference = text_of(schema.get("$ref"))
    if reference:
        if reference in seen:
            return False
        target = find(root, reference[1:])
        return has_gap(root, target, seen | {reference})
    if "const" in schema or array_of(schema.get("enum")):
        listed = [schema.get("const"), *array_of(schema.get("enum"))]
        return any(isinstance(value, dict | list) for value in listed)
    if object_of(schema.get("properties")):
        return False
    for key in ("allOf",):
        parts = array_of(schema.get(key))
        if parts:
            return all(has_gap(root, part, seen) for part in parts)
    for key in ("oneOf", "anyOf"):
        members = array_of(schema.get(key))
        if members:
            return any(has_gap(root, member, seen) for member in members)
    types = schema.get("type")
    names = [types] if isinstance(types, str) else texts_of(types)
    gaps = {
        "object": lambda: _open_object(root, schema, seen),
        "array": lambda: _open_array(root, schema, seen),
    }
    return not names or any(name in gaps and gaps[name]() for name in names)


def _open_object(root: JsonObject, schema: JsonObject, seen: frozenset[str]) -> bool:
    rest = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
    return has_gap(root, rest, seen)


def _open_array(root: JsonObject, schema: JsonObject, seen: frozenset[str]) -> bool:
    first = array_of(schema.get("prefixItems"))
    items = [*first, *([schema["items"]] if "items" in schema else [])]
    return not items or any(has_gap(root, item, seen) for item in items)
