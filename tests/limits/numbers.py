"""Many objects of one kind: operations, parameters, responses, equal names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .documents import OK, TEXT, content, ref, returns, takes, with_schemas, write

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def path_parameters(size: int) -> bytes:
    """Path with many parameters."""
    names = [f"p{number}" for number in range(size // 80)]
    path = "".join(f"/{{{name}}}" for name in names)
    parameters: list[JsonValue] = [
        {"name": name, "in": "path", "required": True, "schema": TEXT} for name in names
    ]
    return write({path: {"get": {**returns(TEXT), "parameters": parameters}}})


def query_parameters(size: int) -> bytes:
    """Operation with many query parameters."""
    parameters: list[JsonValue] = [
        {"name": f"p{number}", "in": "query", "schema": TEXT}
        for number in range(size // 65)
    ]
    return write({"/items": {"get": {**returns(TEXT), "parameters": parameters}}})


def equal_parameters(size: int) -> bytes:
    """Parameters whose names differ only in punctuation."""
    parameters: list[JsonValue] = [
        {
            "name": "a" + "-" * (number % 60) + "_" * (number // 60),
            "in": "query",
            "schema": TEXT,
        }
        for number in range(size // 110)
    ]
    return write({"/items": {"get": {**returns(TEXT), "parameters": parameters}}})


def properties(size: int) -> bytes:
    """Schema with many properties."""
    members: JsonObject = {f"p{number}": TEXT for number in range(size // 28)}
    return with_schemas({"Item": {"type": "object", "properties": members}}, "Item")


def equal_properties(size: int) -> bytes:
    """Properties whose names differ only in characters that names cannot have."""
    members: JsonObject = {
        f"a{chr(0x2500 + number % 128)}{chr(0x2500 + number // 128)}": TEXT
        for number in range(size // 36)
    }
    return with_schemas({"Item": {"type": "object", "properties": members}}, "Item")


def equal_schemas(size: int) -> bytes:
    """Schemas whose names map to one class name."""
    schemas: JsonObject = {
        "Item"
        + "-" * (number % 40)
        + "."
        * (number // 40): {
            "type": "object",
            "properties": {f"p{number}": TEXT},
        }
        for number in range(size // 250)
    }
    paths: JsonObject = {
        f"/items{number}": {"post": takes(ref(name))}
        for number, name in enumerate([*schemas][:50])
    }
    return write(paths, schemas=schemas)


def similar_schemas(size: int) -> bytes:
    """Schemas with long names that differ in the middle."""
    words = "VeryLongNameOfASchemaThatRepeatsItself"
    schemas: JsonObject = {
        f"{words}{number}{words}{words}{words}": {
            "type": "object",
            "properties": {f"p{number}": TEXT},
        }
        for number in range(size // 330)
    }
    members: JsonObject = {f"p{n}": ref(name) for n, name in enumerate(schemas)}
    schemas["All"] = {"type": "object", "properties": members}
    return with_schemas(schemas, "All")


def equal_operations(size: int) -> bytes:
    """Operations with equal operationIds."""
    paths: JsonObject = {
        f"/items/{{a{number}}}/x{number}": {
            "get": {"operationId": "list", "responses": OK}
        }
        for number in range(size // 110)
    }
    return write(paths)


def equal_paths(size: int) -> bytes:
    """Operations whose paths differ only in the names of parameters."""
    paths: JsonObject = {
        f"/items/{{a{number}}}": {"get": {"responses": OK}}
        for number in range(size // 80)
    }
    return write(paths)


def operations(size: int) -> bytes:
    """Many small operations."""
    paths: JsonObject = {
        f"/items{number}": {"get": {"responses": OK}} for number in range(size // 1200)
    }
    return write(paths)


def paths_without_operations(size: int) -> bytes:
    """Many paths without operations."""
    paths: JsonObject = {f"/items{number}/{{id}}": {} for number in range(size // 24)}
    paths["/items"] = {"get": {"responses": OK}}
    return write(paths)


def resources_in_resources(size: int) -> bytes:
    """Paths that each add a segment to the previous one."""
    paths: JsonObject = {}
    path = ""
    for number in range(min(size // 200, 190)):
        path += f"/item{number}"
        paths[path] = {"get": {"responses": OK}}
    return write(paths)


def tags(size: int) -> bytes:
    """Many tags of the document and of an operation."""
    names = [f"tag {number}" for number in range(size // 36)]
    listed: list[JsonValue] = [{"name": name} for name in names]
    return write({"/items": {"get": {"tags": [*names], "responses": OK}}}, tags=listed)


def security_schemes(size: int) -> bytes:
    """Many security schemes, with a requirement for each."""
    names = [f"Key{number}" for number in range(size // 130)]
    schemes: JsonObject = {
        name: {"type": "apiKey", "in": "header", "name": f"X-{name}"} for name in names
    }
    requirements: list[JsonValue] = [{name: []} for name in names]
    paths: JsonObject = {"/items": {"get": {"responses": OK}}}
    return write(paths, securitySchemes=schemes, security=requirements)


def combined_requirements(size: int) -> bytes:
    """One requirement of many schemes, and many operations with requirements."""
    names = [f"Key{number}" for number in range(size // 200)]
    schemes: JsonObject = {name: {"type": "http", "scheme": "bearer"} for name in names}
    paths: JsonObject = {
        f"/items{number}": {"get": {"responses": OK, "security": [{name: []}]}}
        for number, name in enumerate(names[: len(names) // 8])
    }
    every: JsonObject = {name: [] for name in names}
    return write(paths, securitySchemes=schemes, security=[every])


def scopes(size: int) -> bytes:
    """OAuth flow with many scopes."""
    listed: JsonObject = {f"scope:{number}": "Scope" for number in range(size // 50)}
    flow: JsonObject = {"tokenUrl": "https://a.example/token", "scopes": listed}
    scheme: JsonObject = {"type": "oauth2", "flows": {"clientCredentials": flow}}
    return write(
        {"/items": {"get": {"responses": OK}}},
        securitySchemes={"auth": scheme},
        security=[{"auth": [*listed]}],
    )


def servers(size: int) -> bytes:
    """Many servers of the document and of operations."""
    listed: list[JsonValue] = [
        {"url": f"https://a{number}.example.com/v1"} for number in range(size // 80)
    ]
    return write(
        {"/items": {"get": {"responses": OK, "servers": listed}}}, servers=listed
    )


def server_variables(size: int) -> bytes:
    """Server variable with many values."""
    values = [f"region-{number}" for number in range(size // 16)]
    variables: JsonObject = {"a": {"default": values[0], "enum": [*values]}}
    server: JsonObject = {"url": "https://{a}.example.com", "variables": variables}
    return write({"/items": {"get": {"responses": OK}}}, servers=[server])


def responses(size: int) -> bytes:
    """Responses of every status with different inline schemas."""
    paths: JsonObject = {}
    for index in range(max(size // 85_000, 1)):
        statuses: JsonObject = {}
        for number in range(200, 600):
            schema: JsonObject = {"type": "object", "properties": {f"p{number}": TEXT}}
            response: JsonObject = {"description": "Text", "content": content(schema)}
            statuses[str(number)] = response
        paths[f"/items{index}"] = {"get": {"responses": statuses}}
    return write(paths)


def headers(size: int) -> bytes:
    """Response with many headers."""
    listed: JsonObject = {
        f"X-H{number}": {"schema": TEXT} for number in range(size // 45)
    }
    response: JsonObject = {"description": "OK", "headers": listed}
    return write({"/items": {"get": {"responses": {"200": response}}}})


def media_types(size: int) -> bytes:
    """Body and response with many media types."""
    contents: JsonObject = {
        f"application/vnd.a{number}+json": {
            "schema": {"type": "object", "properties": {f"p{number}": TEXT}}
        }
        for number in range(size // 260)
    }
    response: JsonObject = {"description": "OK", "content": contents}
    operation: JsonObject = {
        "requestBody": {"content": contents},
        "responses": {"200": response},
    }
    return write({"/items": {"post": operation}})


def media_types_of_alternatives(size: int) -> bytes:
    """Body of many media types that each method for another response accepts."""
    sent: JsonObject = {
        f"application/vnd.a{number}+json": {"schema": {"type": "object", "title": "A"}}
        for number in range(size // 160)
    }
    received: JsonObject = {
        f"application/vnd.a{number}+json": {
            "schema": {"type": "object", "properties": {f"p{number}": TEXT}}
        }
        for number in range(size // 260)
    }
    response: JsonObject = {"description": "OK", "content": received}
    operation: JsonObject = {
        "requestBody": {"content": sent},
        "responses": {"200": response},
    }
    return write({"/items": {"post": operation}})


def links(size: int) -> bytes:
    """Response with many links."""
    listed: JsonObject = {
        f"link{number}": {
            "operationId": "list",
            "parameters": {"a": "$response.body#/a"},
        }
        for number in range(size // 90)
    }
    response: JsonObject = {"description": "OK", "links": listed}
    operation: JsonObject = {"operationId": "list", "responses": {"200": response}}
    return write({"/items": {"get": operation}})


def callbacks(size: int) -> bytes:
    """Operation with many callbacks."""
    schema: JsonObject = {"type": "object", "properties": {"a": TEXT}}
    listed: JsonObject = {
        f"event{number}": {"{$request.body#/url}": {"post": takes(schema)}}
        for number in range(size // 420)
    }
    return write({"/items": {"post": {**takes(TEXT), "callbacks": listed}}})


def webhooks(size: int) -> bytes:
    """Many webhooks."""
    listed: JsonObject = {
        f"event{number}": {
            "post": takes({"type": "object", "properties": {f"p{number}": TEXT}})
        }
        for number in range(size // 380)
    }
    return write({"/items": {"get": {"responses": OK}}}, webhooks=listed)


def required_names(size: int) -> bytes:
    """Long `required` lists with names that are not defined."""
    names = [f"p{number}" for number in range(size // 10)]
    schema: JsonObject = {
        "type": "object",
        "required": [*names],
        "properties": {"a": TEXT},
    }
    return with_schemas({"Item": schema}, "Item")


def examples(size: int) -> bytes:
    """Long lists of examples of a schema and a parameter."""
    values: list[JsonValue] = [f"text {number}" for number in range(size // 30)]
    schema: JsonObject = {"type": "string", "examples": values, "maxLength": 3}
    parameter: JsonObject = {
        "name": "q",
        "in": "query",
        "required": True,
        "schema": schema,
    }
    operation: JsonObject = {**takes(ref("Item")), "parameters": [parameter]}
    return write({"/items": {"post": operation}}, schemas={"Item": schema})


def large_example(size: int) -> bytes:
    """Large example of an object with a large default."""
    value: JsonObject = {
        f"p{number}": [number, number, "a"] for number in range(size // 60)
    }
    schema: JsonObject = {"type": "object", "example": value, "default": value}
    return with_schemas({"Item": schema}, "Item")


def invalid_fields(size: int) -> bytes:
    """Unknown fields and fields of the wrong type everywhere."""
    fields: JsonObject = {f"field{number}": number for number in range(size // 60)}
    schema: JsonObject = {
        "type": "object",
        "properties": [],
        "required": True,
        **fields,
    }
    operation: JsonObject = {**takes(ref("Item")), **fields}
    return write({"/items": {"post": operation}}, schemas={"Item": schema})


def invalid_schemas(size: int) -> bytes:
    """Properties with invalid types, which are all repaired."""
    kinds: list[JsonValue] = ["int", "str", "Date", ["string"], None, "file", "any", 1]
    members: JsonObject = {
        f"p{number}": {"type": kinds[number % len(kinds)], "required": True}
        for number in range(size // 48)
    }
    return with_schemas({"Item": {"type": "object", "properties": members}}, "Item")
