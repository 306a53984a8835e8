"""References and composition: chains, diamonds, cycles, families."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import OK, TEXT, content, ref, returns, takes, with_schemas, write

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def _count(size: int, each: int) -> int:
    return max(size // each, 2)


def doubled_samples(size: int) -> bytes:
    """Schemas with two required properties of the next schema: 2**n values."""
    count = _count(size, 150)
    schemas: JsonObject = {
        f"S{number}": {
            "type": "object",
            "required": ["a", "b"],
            "properties": {"a": ref(f"S{number + 1}"), "b": ref(f"S{number + 1}")},
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    return with_schemas(schemas, "S0")


def doubled_samples_everywhere(size: int) -> bytes:
    """The same with an operation for each schema, and with responses in a list."""
    count = _count(size, 500)
    schemas: JsonObject = {
        f"S{number}": {
            "type": "object",
            "required": ["a", "b"],
            "properties": {
                "a": ref(f"S{number + 1}"),
                "b": {"type": "array", "minItems": 2, "items": ref(f"S{number + 1}")},
            },
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    paths: JsonObject = {
        f"/{name.lower()}": {"post": takes(ref(name))} for name in schemas
    }
    return write(paths, schemas=schemas)


def reference_chain(size: int) -> bytes:
    """Chain of schemas that only refer to the next one."""
    count = _count(size, 52)
    schemas: JsonObject = {f"S{n}": ref(f"S{n + 1}") for n in range(count)}
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    return with_schemas(schemas, "S0")


def component_chains(size: int) -> bytes:
    """Chains of parameters, responses, headers, bodies, examples and path items."""
    count = _count(size, 400)
    ends: dict[str, JsonObject] = {
        "parameters": {"name": "q", "in": "query", "schema": TEXT},
        "responses": {"description": "OK", "content": content(TEXT)},
        "headers": {"schema": TEXT},
        "requestBodies": {"content": content(TEXT)},
        "examples": {"value": "a"},
        "pathItems": {"get": {"responses": OK}},
    }
    sections: JsonObject = {}
    for section, end in ends.items():
        chain: JsonObject = {f"C{n}": ref(f"C{n + 1}", section) for n in range(count)}
        sections[section] = {**chain, f"C{count}": end}
    operation: JsonObject = {
        "parameters": [ref("C0", "parameters")],
        "requestBody": ref("C0", "requestBodies"),
        "responses": {"200": ref("C0", "responses")},
    }
    paths: JsonObject = {"/a": {"post": operation}, "/b": ref("C0", "pathItems")}
    return write(paths, **sections)


def nested_pointers(size: int) -> bytes:
    """References whose pointers go through other references."""
    count = _count(size, 90)
    schemas: JsonObject = {
        f"S{number}": {"$ref": f"#/components/schemas/S{number + 1}/properties/a"}
        for number in range(count)
    }
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    return with_schemas(schemas, "S0")


def all_of_chain(size: int) -> bytes:
    """Chain of schemas that extend the next one."""
    count = _count(size, 130)
    schemas: JsonObject = {
        f"S{number}": {
            "allOf": [ref(f"S{number + 1}")],
            "properties": {f"p{number}": TEXT},
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    return with_schemas(schemas, "S0")


def all_of_diamond(size: int) -> bytes:
    """Schemas that extend the next two."""
    count = _count(size, 180)
    schemas: JsonObject = {
        f"S{number}": {
            "allOf": [ref(f"S{number + 1}"), ref(f"S{number + 2}")],
            "properties": {f"p{number}": TEXT},
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    schemas[f"S{count + 1}"] = {"type": "object", "properties": {"b": TEXT}}
    return with_schemas(schemas, "S0")


def all_of_twice(size: int) -> bytes:
    """Schemas that extend the next one twice, inside inline schemas."""
    count = _count(size, 180)
    schemas: JsonObject = {
        f"S{number}": {
            "allOf": [
                {"allOf": [ref(f"S{number + 1}")]},
                {"allOf": [ref(f"S{number + 1}")]},
            ],
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = {"type": "object", "properties": {"a": TEXT}}
    return with_schemas(schemas, "S0")


def all_of_cycle(size: int) -> bytes:
    """Schemas that extend each other in a circle."""
    count = _count(size, 130)
    schemas: JsonObject = {
        f"S{number}": {
            "allOf": [ref(f"S{(number + 1) % count}")],
            "properties": {f"p{number}": TEXT},
        }
        for number in range(count)
    }
    return with_schemas(schemas, "S0")


def all_of_members(size: int) -> bytes:
    """One schema that extends many."""
    count = _count(size, 130)
    schemas: JsonObject = {
        f"S{number}": {"type": "object", "properties": {f"p{number}": TEXT}}
        for number in range(count)
    }
    schemas["All"] = {"allOf": [ref(name) for name in schemas]}
    return with_schemas(schemas, "All")


def all_of_unions(size: int) -> bytes:
    """One schema that extends many unions."""
    count = _count(size, 200)
    parts: list[JsonValue] = [
        {
            "oneOf": [
                {"type": "object", "properties": {f"a{number}": TEXT}},
                {"type": "object", "properties": {f"b{number}": TEXT}},
            ]
        }
        for number in range(count)
    ]
    return with_schemas({"All": {"allOf": parts}}, "All")


def base_with_children(size: int) -> bytes:
    """Base with a discriminator that many schemas extend."""
    count = _count(size, 160)
    base: JsonObject = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": TEXT},
        "discriminator": {"propertyName": "kind"},
    }
    schemas: JsonObject = {"Base": base}
    for number in range(count):
        own: JsonObject = {"type": "object", "properties": {f"p{number}": TEXT}}
        schemas[f"Child{number}"] = {"allOf": [ref("Base"), own]}
    return with_schemas(schemas, "Base")


def chain_of_families(size: int) -> bytes:
    """Schemas that extend the previous one, each with a discriminator."""
    count = _count(size, 220)
    schemas: JsonObject = {}
    for number in range(count):
        own: JsonObject = {
            "type": "object",
            "properties": {f"kind{number}": TEXT},
            "required": [f"kind{number}"],
            "discriminator": {"propertyName": f"kind{number}"},
        }
        schemas[f"S{number}"] = (
            {"allOf": [ref(f"S{number - 1}"), own]} if number else own
        )
    return with_schemas(schemas, "S0")


def mappings(size: int) -> bytes:
    """Discriminator with many mappings to one schema and to many schemas."""
    count = _count(size, 260)
    schemas: JsonObject = {
        f"S{number}": {"type": "object", "properties": {"kind": TEXT}}
        for number in range(count)
    }
    mapping: JsonObject = {f"s{n}": f"#/components/schemas/S{n}" for n in range(count)}
    mapping |= {f"t{n}": "#/components/schemas/S0" for n in range(count)}
    schemas["Any"] = {
        "oneOf": [ref(f"S{n}") for n in range(count)],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    return with_schemas(schemas, "Any")


def one_of_references(size: int) -> bytes:
    """Union of many schemas by reference, without a discriminator."""
    count = _count(size, 140)
    schemas: JsonObject = {
        f"S{number}": {"type": "object", "properties": {f"p{number}": TEXT}}
        for number in range(count)
    }
    schemas["Any"] = {"oneOf": [ref(name) for name in schemas]}
    return with_schemas(schemas, "Any")


def any_of_inline(size: int) -> bytes:
    """Union of many inline objects."""
    members: list[JsonValue] = [
        {"type": "object", "properties": {f"p{number}": TEXT}}
        for number in range(_count(size, 75))
    ]
    return with_schemas({"Any": {"anyOf": members}}, "Any")


def any_of_scalars(size: int) -> bytes:
    """Union of many inline scalars with different constraints."""
    members: list[JsonValue] = [
        {"type": "string", "maxLength": number} for number in range(_count(size, 40))
    ]
    return with_schemas({"Any": {"anyOf": members}}, "Any")


def union_chain(size: int) -> bytes:
    """Unions whose members are the next union and an object."""
    count = _count(size, 150)
    schemas: JsonObject = {
        f"S{number}": {
            "oneOf": [
                {"type": "object", "properties": {f"p{number}": TEXT}},
                ref(f"S{number + 1}"),
            ]
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = TEXT
    return with_schemas(schemas, "S0")


def union_cycle(size: int) -> bytes:
    """Unions that contain each other."""
    count = _count(size, 150)
    schemas: JsonObject = {
        f"S{number}": {
            "anyOf": [ref(f"S{(number + 1) % count}"), ref(f"S{(number + 7) % count}")]
        }
        for number in range(count)
    }
    return with_schemas(schemas, "S0")


def recursive_schemas(size: int) -> bytes:
    """Schemas that refer to several others, required and optional."""
    count = _count(size, 300)
    schemas: JsonObject = {
        f"S{number}": {
            "type": "object",
            "required": ["p0"],
            "properties": {
                "p0": {"type": "array", "items": ref(f"S{(number * 7 + 1) % count}")},
                **{f"p{n}": ref(f"S{(number * n + 3) % count}") for n in range(1, 5)},
            },
        }
        for number in range(count)
    }
    return with_schemas(schemas, "S0")


def required_cycle(size: int) -> bytes:
    """Schemas that require each other in a circle: they have no finite value."""
    count = _count(size, 110)
    schemas: JsonObject = {
        f"S{number}": {
            "type": "object",
            "required": ["a"],
            "properties": {"a": ref(f"S{(number + 1) % count}")},
        }
        for number in range(count)
    }
    return with_schemas(schemas, "S0")


def property_chain(size: int) -> bytes:
    """Schemas that require a value of the next one."""
    count = _count(size, 110)
    schemas: JsonObject = {
        f"S{number}": {
            "type": "object",
            "required": ["a"],
            "properties": {"a": ref(f"S{number + 1}")},
        }
        for number in range(count)
    }
    schemas[f"S{count}"] = TEXT
    return with_schemas(schemas, "S0")


def array_chain(size: int) -> bytes:
    """Named arrays of the next array."""
    count = _count(size, 80)
    schemas: JsonObject = {
        f"S{number}": {"type": "array", "items": ref(f"S{number + 1}")}
        for number in range(count)
    }
    schemas[f"S{count}"] = TEXT
    return with_schemas(schemas, "S0")


def map_chain(size: int) -> bytes:
    """Named maps of the next map."""
    count = _count(size, 100)
    schemas: JsonObject = {
        f"S{number}": {"type": "object", "additionalProperties": ref(f"S{number + 1}")}
        for number in range(count)
    }
    schemas[f"S{count}"] = TEXT
    return with_schemas(schemas, "S0")


def shared_response(size: int) -> bytes:
    """Many operations that share a large schema."""
    count = _count(size, 200)
    properties: JsonObject = {f"p{number}": TEXT for number in range(count)}
    paths: JsonObject = {
        f"/items{number}": {"post": takes(ref("Item"))} for number in range(count // 4)
    }
    schema: JsonObject = {
        "type": "object",
        "properties": properties,
        "required": [*properties],
    }
    return write(paths, schemas={"Item": schema})


def dangling_references(size: int) -> bytes:
    """References to schemas that are not defined."""
    properties: JsonObject = {
        f"p{number}": ref(f"Missing{number}") for number in range(_count(size, 60))
    }
    return with_schemas({"Item": {"type": "object", "properties": properties}}, "Item")


def self_reference(size: int) -> bytes:
    """References to whole sections and to the root of the document."""
    properties: JsonObject = {
        f"p{number}": {"$ref": "#" if number % 2 else "#/components/schemas"}
        for number in range(_count(size, 50))
    }
    return write(
        {"/items": {"get": returns({"type": "object", "properties": properties})}},
        schemas={},
    )
