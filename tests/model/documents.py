"""Documents for the tests of upgrade and model, and types as strings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sdksmith.load.loading import load_document
from sdksmith.model.build import build_api
from sdksmith.model.types import Choice, ListOf, MapOf, Record, Scalar, TupleOf, UnionOf
from sdksmith.upgrade import upgrade

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.load.document import Document
    from sdksmith.model.api import Api, Operation, Parameter
    from sdksmith.model.build import Built
    from sdksmith.model.types import Field, Type, TypeId

INFO: JsonObject = {"title": "Pets", "version": "1"}
OK: JsonObject = {"200": {"description": "OK"}}


def load(root: JsonObject) -> Document:
    """Return a document that is loaded from JSON with one value per line."""
    return load_document("spec.json", json.dumps(root, indent=1).encode()).document


def swagger2(**keys: JsonValue) -> Document:
    return load({"swagger": "2.0", "info": INFO, "paths": {}, **keys})


def openapi30(**keys: JsonValue) -> Document:
    return load({"openapi": "3.0.3", "info": INFO, "paths": {}, **keys})


def openapi31(**keys: JsonValue) -> Document:
    return load({"openapi": "3.1.0", "info": INFO, "paths": {}, **keys})


def build(document: Document) -> Built:
    return build_api(upgrade(document))


def build_schemas(schemas: JsonObject, **keys: JsonValue) -> Api:
    """Return the model of a 3.1 document with these component schemas."""
    return build(openapi31(components={"schemas": schemas}, **keys)).api


def build_schema(schema: JsonValue) -> str:
    """Return the type of one component schema as a string."""
    api = build_schemas({"Subject": schema})
    return show(api, schema_of(api, "Subject"))


def build_operation(
    operation: JsonObject, path: str = "/pets", **keys: JsonValue
) -> Api:
    """Return the model of a 3.1 document with one operation."""
    return build(openapi31(paths={path: {"post": operation}}, **keys)).api


def only_operation(api: Api) -> Operation:
    assert len(api.operations) == 1
    return api.operations[0]


def parameter_of(api: Api, name: str) -> Parameter:
    (found,) = [item for item in only_operation(api).parameters if item.name == name]
    return found


def schema_of(api: Api, name: str) -> Type:
    return api.types[dict(api.schemas)[name]]


def record_of(api: Api, name: str) -> Record:
    found = schema_of(api, name)
    assert isinstance(found, Record)
    return found


def field_of(api: Api, name: str, field: str) -> Field:
    (found,) = [item for item in record_of(api, name).fields if item.name == field]
    return found


def type_of(api: Api, type_id: TypeId | None) -> str:
    """Return the name of a component type, or another type as a string."""
    if type_id is None:
        return "undescribed"
    found = api.types[type_id]
    return show(api, found) if found.meta.name is None else found.meta.name


def show(api: Api, subject: Type) -> str:
    """Return a type as a string, for example `{id: integer, tag?: string|null}`."""
    match subject:
        case Scalar():
            name = subject.kind.value
            return f"{name}({subject.format})" if subject.format else name
        case ListOf():
            return f"[{type_of(api, subject.items)}{_null(subject.nullable_items)}]"
        case TupleOf():
            items = [type_of(api, item) for item in subject.items]
            if subject.rest is not None:
                items.append(f"*{type_of(api, subject.rest)}")
            return f"({', '.join(items)})"
        case MapOf():
            return (
                f"map<{type_of(api, subject.values)}{_null(subject.nullable_values)}>"
            )
        case UnionOf():
            members = " | ".join(type_of(api, member) for member in subject.members)
            if subject.discriminator is None:
                return members
            mapping = ", ".join(
                f"{value}={type_of(api, member)}"
                for value, member in subject.discriminator.mapping
            )
            return f"{members} by {subject.discriminator.property_name}: {mapping}"
        case Choice():
            return f"{subject.kind.value}{list(subject.values)}"
        case Record():
            return f"{{{', '.join(_show_field(api, item) for item in subject.fields)}}}"


def _show_field(api: Api, field: Field) -> str:
    mark = {"required": "", "optional": "?", "default": "="}[field.presence.value]
    default = json.dumps(field.default) if mark == "=" else ""
    null = _null(field.nullable)
    return f"{field.name}{mark}{default}: {type_of(api, field.type)}{null}"


def _null(nullable: bool) -> str:
    return "|null" if nullable else ""


def content_of(schema: JsonObject) -> JsonObject:
    """Return a JSON body or response."""
    return {"content": {"application/json": {"schema": schema}}}


PET: JsonObject = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "integer"}, "tag": {"type": "string"}},
}


def ref(name: str) -> JsonObject:
    return {"$ref": f"#/components/schemas/{name}"}


def show_component(schemas: JsonObject, name: str = "Subject") -> str:
    api = build_schemas({"Pet": PET, **schemas})
    return show(api, schema_of(api, name))
