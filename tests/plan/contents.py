"""Operations with the given contents in their body or response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from sdksmith.model.api import Body, Content, Response

from tests.plan.builder import ApiBuilder
from tests.plan.views import methods_of, plan, source

if TYPE_CHECKING:
    from sdksmith.model.types import TypeId
    from sdksmith.plan.package import MethodView

JSON = "application/json"
EVENTS = "text/event-stream"
LINES = "application/jsonl"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def methods_for(builder: ApiBuilder, *contents: Content) -> dict[str, MethodView]:
    """Return the methods of an operation with the contents as response."""
    builder.operations.clear()
    operation = builder.operation("GET", "/files")
    responses = (Response("200", contents=contents),)
    builder.operations[-1] = replace(operation, responses=responses)
    return methods_of(plan(builder.build()))


def note_type(builder: ApiBuilder) -> TypeId:
    return builder.record("Note", text=builder.scalar())


def method_names(builder: ApiBuilder, *contents: Content) -> list[str]:
    """Return the names of the methods of an operation with the contents as body."""
    builder.operations.clear()
    operation = builder.operation("POST", "/files")
    changed = Body(required=True, contents=contents)
    builder.operations[-1] = replace(operation, body=changed)
    return sorted(name.rpartition(".")[2] for name in methods_of(plan(builder.build())))


def return_types(builder: ApiBuilder, *contents: Content) -> dict[str, str]:
    """Return the return annotations of methods with the contents as response."""
    builder.operations.clear()
    builder.operation("GET", "/files/{id}", responses=(Response("200", contents),))
    methods = methods_of(plan(builder.build()))
    return {
        name.rpartition(".")[2]: source(item.returns) for name, item in methods.items()
    }
