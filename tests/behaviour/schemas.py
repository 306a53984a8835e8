"""Validation of values against the schemas of a document, for one direction."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jsonschema_rs
from sdksmith.json_data import array_of, object_of, text_of, texts_of
from sdksmith.load.document import join, split
from sdksmith.plan.samples.patterns import match_pattern, text_for_pattern

from tests.corpus.instances import Instances, NoInstanceError

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

_TRIES = 12
_DOCUMENT = "urn:document"


class _Answers(Instances):
    """Instances that also match the patterns of schemas."""

    def _of_type(self, node: JsonObject, kind: str, depth: int) -> JsonValue:
        pattern = text_of(node.get("pattern"))
        least, most = node.get("minLength"), node.get("maxLength")

        def fits(text: str) -> bool:
            is_long = not isinstance(least, int) or len(text) >= least
            is_short = not isinstance(most, int) or len(text) <= most
            return is_long and is_short and match_pattern(pattern, text)

        is_text = kind == "string" and bool(pattern)
        made = text_for_pattern(pattern, fits) if is_text else None
        return super()._of_type(node, kind, depth) if made is None else made


class Schemas:
    """Schemas of requests or of responses.

    Required properties that are `readOnly` can be missing in requests, and those that are
    `writeOnly` in responses (OpenAPI 3.1, section 4.8.24.2).
    """

    def __init__(self, root: JsonObject, *, absent: str) -> None:
        """Prepare the schemas.

        Args:
            root: A 3.1 document.
            absent: `readOnly` or `writeOnly`: properties that can be missing.
        """
        local = object_of(_without_remote(root))
        self.root = object_of(_without_required(local, local, absent))
        contents: Any = [(_DOCUMENT, self.root)]
        self._registry = jsonschema_rs.Registry(
            contents, draft=jsonschema_rs.Draft202012
        )
        self._validators: dict[str, jsonschema_rs.Draft202012Validator] = {}

    def violation(self, pointer: str, value: JsonValue) -> str:
        """Return the violation of the schema at `pointer`, or an empty string."""
        error = next(self._validator(pointer).iter_errors(value), None)
        if error is None:
            return ""
        path = "/".join(map(str, error.instance_path))
        return f"{path or 'the whole'}: {error.message[:200]}"

    def _validator(self, pointer: str) -> jsonschema_rs.Draft202012Validator:
        validator = self._validators.get(pointer)
        if validator is None:
            reference = f"{_DOCUMENT}#{quote(pointer, safe='/~')}"
            validator = jsonschema_rs.Draft202012Validator(
                {"$ref": reference}, registry=self._registry, validate_formats=True
            )
            self._validators[pointer] = validator
        return validator

    def instance(self, pointer: str, seed: int) -> JsonValue:
        """Return a valid value of the schema at `pointer`.

        Raises:
            NoInstanceError: If no valid value was found.
        """
        instances = _Answers(self.root, Random(seed))
        for index in range(_TRIES):
            value = instances.make(pointer, sparse=index % 2 == 1)
            if not self.violation(pointer, value):
                return value
        raise NoInstanceError

    def find(self, pointer: str) -> tuple[JsonValue, str]:
        """Return the target of a pointer and its own pointer, after following references."""
        node: JsonValue = self.root
        for token in split(pointer):
            listed = array_of(node)
            node = listed[int(token)] if listed else object_of(node).get(token, {})
        reference = text_of(object_of(node).get("$ref"))
        if reference.startswith("#/"):
            return self.find(reference[1:].replace("%7B", "{").replace("%7D", "}"))
        return node, pointer

    def kinds(self, pointer: str, depth: int = 0) -> set[str]:
        """Return the kinds of values of a schema: `array`, `object`, `scalar`."""
        node, place = self.find(pointer)
        schema = object_of(node)
        found: set[str] = set()
        for word in ("allOf", "anyOf", "oneOf"):
            for index in range(len(array_of(schema.get(word)))):
                if depth < 10:
                    found |= self.kinds(join(place, word, index), depth + 1)
        types = schema.get("type")
        names = texts_of(types) or [text_of(types)]
        found |= {"array"} & set(names) | {"object"} & set(names)
        if {"string", "number", "integer", "boolean"} & set(names):
            found.add("scalar")
        if schema.get("properties"):
            found.add("object")
        return found or {"array", "object", "scalar"}


def _without_remote(node: JsonValue) -> JsonValue:
    """Return a node in which remote references are replaced by empty schemas."""
    if isinstance(node, list):
        return [_without_remote(item) for item in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if isinstance(reference, str) and not reference.startswith("#"):
        return {}
    return {key: _without_remote(value) for key, value in node.items()}


def _without_required(node: JsonValue, root: JsonObject, absent: str) -> JsonValue:
    if isinstance(node, list):
        return [_without_required(item, root, absent) for item in node]
    if not isinstance(node, dict):
        return node
    made: JsonObject = {
        key: _without_required(value, root, absent) for key, value in node.items()
    }
    required = node.get("required")
    if isinstance(required, list):
        named = _absent_names(node, root, absent)
        made["required"] = [name for name in required if name not in named]
    return made


def _absent_names(node: JsonObject, root: JsonObject, absent: str) -> set[str]:
    """Return the properties of a schema and of its parts that can be missing."""
    found: set[str] = set()
    pending: list[JsonObject] = [node]
    for _ in range(100):
        if not pending:
            break
        schema = pending.pop()
        for name, part in object_of(schema.get("properties")).items():
            if _has_flag(object_of(part), root, absent):
                found.add(name)
        pending += [object_of(part) for part in array_of(schema.get("allOf"))]
        target = _target(schema, root)
        if target:
            pending.append(target)
    return found


def _target(schema: JsonObject, root: JsonObject) -> JsonObject:
    reference = text_of(schema.get("$ref"))
    node: JsonValue = root if reference.startswith("#/") else {}
    for token in split(reference[1:]) if reference.startswith("#/") else ():
        node = object_of(node).get(token, {})
    return object_of(node)


def _has_flag(schema: JsonObject, root: JsonObject, word: str) -> bool:
    parts = [schema, *(object_of(part) for part in array_of(schema.get("allOf")))]
    parts += [_target(part, root) for part in parts]
    return any(part.get(word) is True for part in parts)
