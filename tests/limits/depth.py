"""Deep nesting. The sizes are levels, and the loader accepts at most 200."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .documents import TEXT, described, takes, with_schemas, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdksmith.json_data import JsonObject, JsonValue


def _nest(
    levels: int, inner: JsonValue, wrap: Callable[[JsonValue], JsonValue]
) -> JsonValue:
    for _ in range(levels):
        inner = wrap(inner)
    return inner


def _in_schema(value: JsonValue) -> bytes:
    return with_schemas({"Item": value}, "Item")


def nested_properties(levels: int) -> bytes:
    """Objects in objects."""

    def wrap(inner: JsonValue) -> JsonValue:
        return {"type": "object", "required": ["a"], "properties": {"a": inner}}

    return _in_schema(_nest(levels // 2, TEXT, wrap))


def nested_items(levels: int) -> bytes:
    """Arrays in arrays."""
    return _in_schema(
        _nest(levels, TEXT, lambda inner: {"type": "array", "items": inner})
    )


def nested_maps(levels: int) -> bytes:
    """Maps in maps."""

    def wrap(inner: JsonValue) -> JsonValue:
        return {"type": "object", "additionalProperties": inner}

    return _in_schema(_nest(levels, TEXT, wrap))


def nested_any_of(levels: int) -> bytes:
    """Unions in unions, with an array at each level."""

    def wrap(inner: JsonValue) -> JsonValue:
        return {
            "anyOf": [
                {"type": "array", "items": TEXT},
                {"type": "array", "items": inner},
            ]
        }

    return _in_schema(_nest(levels // 3, TEXT, wrap))


def nested_all_of(levels: int) -> bytes:
    """`allOf` in `allOf`."""

    def wrap(inner: JsonValue) -> JsonValue:
        return {"allOf": [inner, {"type": "object", "properties": {"a": TEXT}}]}

    return _in_schema(_nest(levels // 2, {"type": "object"}, wrap))


def nested_not(levels: int) -> bytes:
    """`not` in `not`, `if` and `contains`."""

    def wrap(inner: JsonValue) -> JsonValue:
        return {"not": inner, "if": {}, "contains": {}}

    return _in_schema(_nest(levels, TEXT, wrap))


def nested_default(levels: int) -> bytes:
    """Deep default and example."""
    value = _nest(levels, "a", lambda inner: [inner])
    return _in_schema(
        {"type": "array", "items": {}, "default": value, "example": value}
    )


def nested_parameter_default(levels: int) -> bytes:
    """Deep default of a query parameter and deep example of a body."""
    value = _nest(levels, "a", lambda inner: {"a": inner})
    parameter: JsonObject = {
        "name": "q",
        "in": "query",
        "required": True,
        "schema": {"type": "object", "default": value, "example": value},
    }
    operation = takes({"type": "object", "example": value})
    return write({"/items": {"post": {**operation, "parameters": [parameter]}}})


def nested_extension(levels: int) -> bytes:
    """Deep extension."""
    value = _nest(levels, "a", lambda inner: [inner])
    return write({"/items": {"post": takes(TEXT)}}, **{"x-deep": value})


def brackets(levels: int) -> bytes:
    """Brackets beyond the depth that the loader accepts."""
    text = "[" * levels + "]" * levels
    return b'{"openapi": "3.1.0", "x-a": ' + text.encode() + b"}"


def open_brackets(levels: int) -> bytes:
    """Brackets that are not closed."""
    return b'{"openapi": "3.1.0", "x-a": ' + b"[" * levels


def yaml_brackets(levels: int) -> bytes:
    """YAML in flow style beyond the depth that the loader accepts."""
    return b"openapi: 3.1.0\nx-a: " + b"[" * levels + b"]" * levels + b"\n"


def yaml_blocks(levels: int) -> bytes:
    """Nested YAML sequences in one line."""
    return b"openapi: 3.1.0\nx-a:\n  " + b"- " * levels + b"a\n"


def yaml_aliases(levels: int) -> bytes:
    """YAML aliases that double the number of values at each level."""
    lines = [
        "openapi: 3.1.0",
        "info: {title: A, version: '1'}",
        "paths: {}",
        "x-0: &a0 [a]",
    ]
    lines += [f"x-{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, levels)]
    return "\n".join([*lines, ""]).encode()


def yaml_shared_schema(levels: int) -> bytes:
    """YAML alias of a schema with an example, used many times."""
    properties = "\n".join(f"        p{n}: *item" for n in range(levels))
    return f"""openapi: 3.1.0
info: {{title: A, version: '1'}}
paths:
  /items:
    post: {{requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/B'}}}}}}}}, responses: {{}}}}
components:
  schemas:
    A: &item
      type: object
      properties: {json.dumps({f"q{n}": TEXT for n in range(levels)})}
    B:
      type: object
      properties:
{properties}
""".encode()


def html(levels: int) -> bytes:
    """Deeply nested HTML in a description."""
    return described("<ul><li>" * levels + "a" + "</li></ul>" * levels)


def json_text(levels: int) -> bytes:
    """Deeply nested brackets in a description that looks like code."""
    return described("```\n" + "{" * levels + "}" * levels + "\n```")
