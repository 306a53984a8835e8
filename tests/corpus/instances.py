"""Generation of values that match a schema.

Values are generated from the JSON Schema of the upgraded document, independently of the
model.
"""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64encode
from typing import TYPE_CHECKING, Final

from sdksmith.json_data import array_of, object_of, text_of, texts_of
from sdksmith.load.document import join, split

from .merging import json_types, merge_schemas

if TYPE_CHECKING:
    from random import Random

    from sdksmith.json_data import JsonObject, JsonValue

DEEPEST: Final = 7
"""Depth from which values contain only required properties."""

_TOO_DEEP: Final = 40
_TYPES: Final = ("object", "array", "string", "integer", "number", "boolean", "null")
_OBJECT_WORDS: Final = ("properties", "additionalProperties", "patternProperties")
_FORMATS: Final = {
    "date": ("2024-02-29", "1999-12-31"),
    "date-time": ("2024-03-09T14:05:06Z", "2024-03-09T14:05:06.123+02:00"),
    "datetime": ("2024-03-09T14:05:06Z",),
    "time": ("14:05:06Z", "23:59:00"),
    "duration": ("P1DT2H", "PT30S", "P1M"),
    "uuid": ("6f1c2a4e-9f6b-4c39-8a51-0d5f3e2b1a77",),
    "guid": ("6f1c2a4e-9f6b-4c39-8a51-0d5f3e2b1a77",),
    "email": ("ada@example.com",),
    "hostname": ("api.example.com",),
    "ipv4": ("192.0.2.7",),
    "ipv6": ("2001:db8::7",),
    "uri": ("https://example.com/a?b=c#d",),
    "url": ("https://example.com/",),
    "decimal": ("12.50", "-0.001"),
}
_WORDS: Final = (
    "plain",
    "",
    "two words",
    "\u00fcn\u00ef",
    "a/b",
    "123",
    "true",
    "null",
)


class NoInstanceError(Exception):
    """Raised if no value was found."""


class Instances:
    """Generator of values for the schemas of a document.

    Values can be invalid if keywords of a schema interact, so they must be validated.
    """

    def __init__(self, root: JsonObject, random: Random) -> None:
        self._root = root
        self._random = random
        self._sparse = False
        self._children = _find_children(root)

    def make(self, pointer: str, *, sparse: bool) -> JsonValue:
        """Return a value of the schema at a pointer.

        Args:
            pointer: Pointer to the schema.
            sparse: Whether optional properties are omitted.

        Raises:
            NoInstanceError: If no value was found.
        """
        self._sparse = sparse
        if pointer.startswith("/components/schemas/"):
            return self._value({"$ref": f"#{pointer}"}, 0)
        return self._value(self._find(pointer), 0)

    def _find(self, pointer: str) -> JsonValue:
        node: JsonValue = self._root
        for token in split(pointer):
            listed = array_of(node)
            if token.isdigit() and int(token) < len(listed):
                node = listed[int(token)]
            else:
                node = object_of(node).get(token, {})
        return node

    def _value(self, schema: JsonValue, depth: int) -> JsonValue:
        if schema is False or depth > _TOO_DEEP:
            raise NoInstanceError
        node = self._whole(object_of(schema), depth)
        if "const" in node:
            return node["const"]
        listed = array_of(node.get("enum"))
        if listed:
            return self._random.choice(listed)
        return self._of_type(node, self._choose_type(node, depth), depth)

    # --- One schema of many

    def _whole(
        self, schema: JsonObject, depth: int, hops: int = 0, *, is_part: bool = False
    ) -> JsonObject:
        """Merge a schema with its references, parts and one member of its unions.

        Args:
            schema: The schema.
            depth: Depth in the value.
            hops: Number of references and parts that were followed.
            is_part: Whether it is a part of an `allOf`, and so excludes its
                descendants.
        """
        if hops > _TOO_DEEP:
            raise NoInstanceError
        whole: JsonObject = {
            key: value
            for key, value in schema.items()
            if key not in {"$ref", "allOf", "oneOf", "anyOf"}
        }
        reference = text_of(schema.get("$ref"))
        if reference.startswith("#"):
            pointer = reference[1:].replace("%7B", "{").replace("%7D", "}")
            if not is_part:
                pointer = self._choose_descendant(pointer)
            target = self._whole(object_of(self._find(pointer)), depth, hops + 1)
            if not is_part:
                target = self._tagged(target, pointer)
            whole = merge_schemas(target, whole)
        for part in array_of(schema.get("allOf")):
            inner = object_of(part)
            base = self._whole(inner, depth, hops + 1, is_part=True)
            whole = merge_schemas(base, whole)
        for key in ("oneOf", "anyOf"):
            members = [item for item in array_of(schema.get(key)) if item is not False]
            if members:
                member = self._choose_member(members, depth)
                chosen = self._whole(object_of(member), depth, hops + 1)
                tagged = self._tag(schema, member, chosen)
                whole = merge_schemas(whole, tagged)
        return whole

    def _choose_member(self, members: list[JsonValue], depth: int) -> JsonValue:
        if depth < DEEPEST:
            return self._random.choice(members)
        return min(members, key=lambda item: "$ref" in json.dumps(item))

    def _choose_descendant(self, pointer: str) -> str:
        """Return a component that inherits from one with a discriminator, or itself."""
        node = object_of(self._find(pointer))
        if "discriminator" not in node or "oneOf" in node or "anyOf" in node:
            return pointer
        family = [pointer]
        for member in family:
            known = self._children.get(member, ())
            family.extend(child for child in known if child not in family)
        # The base alone is often abstract.
        return self._random.choice(family[1:] or family)

    def _tagged(self, target: JsonObject, pointer: str) -> JsonObject:
        """Return a component with its discriminator value."""
        name = split(pointer)[-1] if split(pointer) else ""
        return self._tag(target, {"$ref": f"#{pointer}"}, target) if name else target

    def _tag(
        self, union: JsonObject, member: JsonValue, whole: JsonObject
    ) -> JsonObject:
        """Return a member with its discriminator value."""
        discriminator = object_of(union.get("discriminator"))
        key = text_of(discriminator.get("propertyName"))
        reference = text_of(object_of(member).get("$ref"))
        properties = object_of(whole.get("properties"))
        own = object_of(properties.get(key))
        if not key or not reference or "const" in own:
            return whole
        component = split(reference[1:])[-1]
        meaning = {reference, component}
        mapped = [
            value
            for value, target in object_of(discriminator.get("mapping")).items()
            if target in meaning
        ]
        listed = texts_of(self._whole(own, DEEPEST).get("enum")) if own else []
        node = object_of(self._find(reference[1:]))
        value: JsonValue = text_of(node.get("x-ms-discriminator-value")) or component
        if mapped:
            value = mapped[0]
        elif listed and value not in listed:
            return whole
        fixed: JsonObject = {"const": value}
        return {
            **whole,
            "properties": {**properties, key: fixed},
            "required": list({*texts_of(whole.get("required")), key}),
        }

    # --- Values by type

    def _choose_type(self, node: JsonObject, depth: int) -> str:
        types = [name for name in json_types(node) if name in _TYPES]
        if types:
            if depth >= DEEPEST:
                return "null" if "null" in types else types[0]
            return self._random.choice(types)
        if any(key in node for key in _OBJECT_WORDS):
            return "object"
        if "items" in node or "prefixItems" in node:
            return "array"
        return self._random.choice(("string", "integer", "boolean", "object"))

    def _of_type(self, node: JsonObject, kind: str, depth: int) -> JsonValue:
        match kind:
            case "object":
                return self._object(node, depth)
            case "array":
                return self._array(node, depth)
            case "string":
                return _make_string(self._random, node)
            case "integer":
                return int(_make_number(self._random, node, whole=True))
            case "number":
                is_whole = "int" in text_of(node.get("format"))
                number = _make_number(self._random, node, whole=is_whole)
                return int(number) if is_whole else number
            case "boolean":
                return self._random.random() < 0.5
            case _:
                return None

    def _object(self, node: JsonObject, depth: int) -> JsonValue:
        required = set(texts_of(node.get("required")))
        properties = object_of(node.get("properties"))
        made: JsonObject = {}
        for name, schema in properties.items():
            wanted = name in required
            if not wanted and (self._sparse or depth >= DEEPEST):
                continue
            if not wanted and self._random.random() < 0.3:
                continue
            try:
                made[name] = self._value(schema, depth + 1)
            except NoInstanceError:
                if wanted:
                    raise
        rest = node.get("additionalProperties", node.get("unevaluatedProperties"))
        for name in sorted(required - properties.keys()):
            made[name] = self._value({} if rest is None else rest, depth + 1)
        if not self._sparse and depth < DEEPEST and rest is not False:
            self._add_others(made, rest, properties, node, depth)
        return made

    def _add_others(
        self,
        made: JsonObject,
        rest: JsonValue,
        properties: JsonObject,
        node: JsonObject,
        depth: int,
    ) -> None:
        names = object_of(node.get("propertyNames"))
        if object_of(node.get("patternProperties")) or "pattern" in names:
            return
        schema: JsonValue = "plain" if rest is None or rest is True else rest
        listed = texts_of(names.get("enum"))
        for name in listed[:2] or ["otherProperty", "not-described"]:
            if name in properties:
                continue
            try:
                value = self._value(schema, depth + 1) if schema != "plain" else "kept"
            except NoInstanceError:
                return
            made[name] = value

    def _array(self, node: JsonObject, depth: int) -> JsonValue:
        first = array_of(node.get("prefixItems"))
        made = [self._value(item, depth + 1) for item in first]
        items = node.get("items", True)
        least = node.get("minItems")
        count = least if isinstance(least, int) else 0
        if items is False:
            return made
        if depth < DEEPEST and not first:
            count = max(count, self._random.choice((0, 1, 2)))
        most = node.get("maxItems")
        count = min(count, most) if isinstance(most, int) else count
        count = min(count, 20)
        for _ in range(count - len(made)):
            try:
                made.append(self._value(items, depth + 1))
            except NoInstanceError:
                break
        return made


def _find_children(root: JsonObject) -> dict[str, list[str]]:
    """Return the pointers of derived components by the pointer of their base."""
    children: dict[str, list[str]] = {}
    schemas = object_of(object_of(root.get("components")).get("schemas"))
    for name, node in schemas.items():
        for part in array_of(object_of(node).get("allOf")):
            reference = text_of(object_of(part).get("$ref"))
            if reference:
                pointer = join("/components/schemas", name)
                children.setdefault(reference[1:], []).append(pointer)
    return children


def _make_string(random: Random, node: JsonObject) -> str:
    name = text_of(node.get("format")).strip().lower()
    encoding = text_of(node.get("contentEncoding")).lower()
    if name in {"byte", "base64"} or encoding == "base64":
        return b64encode(b"\xfb\xff sdk").decode()
    if "base64url" in {name, encoding}:
        return urlsafe_b64encode(b"\xfb\xff sdk").decode()
    if name in _FORMATS:
        return random.choice(_FORMATS[name])
    text = random.choice(_WORDS)
    least, most = node.get("minLength"), node.get("maxLength")
    if isinstance(least, int | float):
        text = text.ljust(min(int(least), 10_000), "x")
    return text[: int(most)] if isinstance(most, int | float) else text


def _make_number(random: Random, node: JsonObject, *, whole: bool) -> float:
    least = _first_number(node, "minimum", "exclusiveMinimum")
    most = _first_number(node, "maximum", "exclusiveMaximum")
    if least is None and most is None:
        if whole:
            large = [2**53 + 1] if "64" in text_of(node.get("format")) else []
            return random.choice([0, 1, -7, 1_700_000_000, *large])
        return random.choice([0.5, -1.25, 3, 1e21])
    if least is None:
        return (most or 0) - 1
    number = least + 1 if most is None else (least + most) / 2
    step = node.get("multipleOf")
    if isinstance(step, int | float) and step and not whole:
        return round(number / step) * step
    return int(number) if whole else number


def _first_number(node: JsonObject, *keys: str) -> float | None:
    for key in keys:
        value = node.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
    return None
