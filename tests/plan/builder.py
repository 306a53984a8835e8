"""Small APIs for tests of the plan stage."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from sdksmith.model.api import (
    Api,
    Body,
    Content,
    NameHints,
    Operation,
    Parameter,
    PathSlot,
    PathTemplate,
    PathText,
    Place,
    Response,
    Server,
    Style,
)
from sdksmith.model.types import (
    Field,
    ListOf,
    Presence,
    Record,
    Scalar,
    ScalarKind,
    Type,
    TypeId,
    TypeMeta,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


def template_of(path: str) -> PathTemplate:
    """Return the template of a path such as `/pets/{id}`."""
    segments: list[tuple[PathText | PathSlot, ...]] = []
    for segment in path.removeprefix("/").split("/"):
        parts = [part for part in re.split(r"(\{[^{}]*\})", segment) if part]
        segments.append(
            tuple(
                PathSlot(part[1:-1]) if part[0] == "{" else PathText(part)
                for part in parts
            )
        )
    return PathTemplate(tuple(segments))


@dataclass
class ApiBuilder:
    """Builder of an API from types and operations."""

    types: list[Type] = field(default_factory=list[Type])
    schemas: dict[str, TypeId] = field(default_factory=dict[str, TypeId])
    operations: list[Operation] = field(default_factory=list[Operation])

    def add(self, item: Type) -> TypeId:
        """Add a type; a type with a name becomes a component."""
        self.types.append(item)
        type_id = TypeId(len(self.types) - 1)
        if item.meta.name is not None:
            self.schemas[item.meta.name] = type_id
        return type_id

    def meta(self, name: str | None = None, *context: str, **more: Any) -> TypeMeta:
        pointer = (
            f"/components/schemas/{name}" if name else f"/inline/{len(self.types)}"
        )
        return TypeMeta(pointer, name, context, **more)

    def scalar(self, kind: ScalarKind = ScalarKind.STRING) -> TypeId:
        return self.add(Scalar(self.meta(), kind))

    def list_of(self, items: TypeId) -> TypeId:
        return self.add(ListOf(self.meta(), items))

    def record(
        self, name: str | None, /, *context: str, **fields: TypeId | Field
    ) -> TypeId:
        """Add a record; fields that are given as types are required."""
        made = tuple(
            item if isinstance(item, Field) else Field(key, item, Presence.REQUIRED)
            for key, item in fields.items()
        )
        return self.add(Record(self.meta(name, *context), made, extra=None))

    def operation(
        self,
        method: str,
        path: str,
        operation_id: str = "",
        *,
        tags: Iterable[str] = (),
        response: TypeId | None = None,
        query: Iterable[str] = (),
        body: TypeId | None = None,
        hints: NameHints | None = None,
        parameters: Iterable[Parameter] = (),
        responses: tuple[Response, ...] | None = None,
    ) -> Operation:
        """Add an operation; placeholders without a parameter are strings.

        Args:
            method: The HTTP method.
            path: The path template.
            operation_id: The operationId.
            tags: Names of tags.
            response: Type of the JSON response with status 200.
            query: Names of query parameters of type string.
            body: Type of the JSON body.
            hints: Hints for the name of the method.
            parameters: Further parameters.
            responses: All responses, instead of `response`.
        """
        template = template_of(path)
        string = self.scalar()
        given = list(parameters)
        names = [
            p.name for s in template.segments for p in s if isinstance(p, PathSlot)
        ]
        made = [
            *(parameter(name, Place.PATH, string) for name in dict.fromkeys(names)),
            *(parameter(name, Place.QUERY, string) for name in query),
        ]
        defined = {(p.place, p.name) for p in given}
        made = [p for p in made if (p.place, p.name) not in defined] + given
        content = () if response is None else (Content("application/json", response),)
        item = Operation(
            method=method,
            path=template,
            id=operation_id,
            pointer=f"/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}",
            tags=tuple(tags),
            parameters=tuple(made),
            body=None if body is None else whole_body(body),
            responses=(Response("200", content),) if responses is None else responses,
            hints=hints or NameHints(),
        )
        self.operations.append(item)
        return item

    def build(self, **more: Any) -> Api:
        api = Api(
            title="Example",
            version="1",
            description="",
            servers=(Server("https://api.example.com/v1"),),
            tags=(),
            types=tuple(self.types),
            schemas=tuple(self.schemas.items()),
            operations=tuple(self.operations),
            operations_total=len(self.operations),
            security_schemes=(),
            error_codes=(),
        )
        return replace(api, **more)


def parameter(name: str, place: Place, type_id: TypeId, **more: Any) -> Parameter:
    """Return a parameter in the default style of its location."""
    simple = place in {Place.PATH, Place.HEADER}
    settings: dict[str, Any] = {
        "required": place is Place.PATH,
        "style": Style.SIMPLE if simple else Style.FORM,
        "explode": not simple,
    }
    return Parameter(name, place, type_id, **(settings | more))


def whole_body(type_id: TypeId, media_type: str = "application/json") -> Body:
    """Return a required body in one media type."""
    return Body(required=True, contents=(Content(media_type, type_id),))
