"""Parameters of an operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...json_data import array_of, object_of, text_of
from ...load.document import join
from ...report.diagnostics import Absent, Effect
from ...text.http_fields import CONNECTION_FIELDS, is_token
from ..api import Parameter, Place, Style
from ..codes import (
    CLIENT_HEADER,
    UNDECLARED_PLACEHOLDER,
    UNUSABLE_PARAMETER,
    UNUSED_PATH_PARAMETER,
)
from ..references import Target
from ..schemas.records import read_annotations
from ..types import Scalar, ScalarKind
from .contents import read_encodings, read_examples, read_style
from .paths import slot_names
from .spanning import spans_in_path, spans_segments

if TYPE_CHECKING:
    from ...json_data import JsonObject
    from ..api import PartEncoding, PathTemplate
    from ..builders import Builders
    from ..types import TypeId

_PLACES: Final = {place.value: place for place in Place}

_STYLES: Final = {
    Place.PATH: (Style.SIMPLE, Style.LABEL, Style.MATRIX),
    Place.QUERY: (Style.FORM, Style.DEEP),
    Place.QUERYSTRING: (Style.FORM,),
    Place.HEADER: (Style.SIMPLE,),
    Place.COOKIE: (Style.FORM, Style.COOKIE),
}
"""Styles allowed for each location (OpenAPI 3.1, section 4.8.12.3), the default first."""

_EXPLODED: Final = frozenset({Style.FORM, Style.COOKIE})
"""Styles whose default of `explode` is true (OpenAPI 3.2, section 4.12.2.2)."""

_DELIMITED: Final = frozenset({Style.SPACE, Style.PIPE, Style.TAB})
"""Styles that Swagger 2.0 allows in every location."""


class ParameterSource(Struct, frozen=True):
    """The operation that parameters belong to.

    Attributes:
        operation: The operation.
        pointer: Pointer of the operation.
        path_item: The path item of the operation.
        path_pointer: Pointer of the path item.
        path: The parsed path.
        client_headers: Names of the headers that the client sets for this operation, in lower
            case.
        accepts: Media types of the successful responses that have a schema.
    """

    operation: JsonObject
    pointer: str
    path_item: JsonObject
    path_pointer: str
    path: PathTemplate
    client_headers: frozenset[str]
    accepts: frozenset[str] = frozenset()


def read_parameters(
    builders: Builders, source: ParameterSource
) -> tuple[Parameter, ...]:
    """Return the parameters of an operation.

    Path parameters are first, in path order, followed by fixed query parameters and then
    the others in document order, those of the path item first. A parameter of the
    operation overrides one of the path item with the same name and location (OpenAPI 3.1,
    section 4.8.9).
    """
    declared = _declared(builders, source)
    names = slot_names(source.path)
    in_path = [_path_parameter(builders, source, declared, name) for name in names]
    fixed = _fixed_parameters(builders, source)
    reserved = {(Place.PATH, name) for name in names}
    reserved |= {(Place.QUERY, parameter.name) for parameter in fixed}
    others: list[Parameter] = []
    for (place, name), target in declared.items():
        if place is Place.PATH and name not in names:
            builders.reporter.report(
                UNUSED_PATH_PARAMETER,
                f"path has no placeholder for path parameter {name!r}; removed",
                target.pointer,
            )
        elif (place, name) not in reserved and _is_argument(builders, source, target):
            others.append(read_parameter(builders, target, place))
    return (*in_path, *fixed, *others)


def _declared(
    builders: Builders, source: ParameterSource
) -> dict[tuple[Place, str], Target]:
    declared: dict[tuple[Place, str], Target] = {}
    for owner, pointer in (
        (source.path_item, source.path_pointer),
        (source.operation, source.pointer),
    ):
        for index, node in enumerate(array_of(owner.get("parameters"))):
            here = join(pointer, "parameters", index)
            target = builders.references.follow(node, here)
            found = object_of(target.node) if target else {}
            name = text_of(found.get("name"))
            place = _PLACES.get(text_of(found.get("in")))
            if target is None or place is None or not name:
                why = (
                    "must be an object or a valid reference"
                    if target is None
                    else "must have a `name` and a valid `in`"
                )
                builders.reporter.report(
                    UNUSABLE_PARAMETER,
                    f"parameter {why}; removed",
                    here,
                    effect=Effect.OMITTED,
                )
                continue
            if place is Place.HEADER and not is_token(name):
                builders.reporter.report(
                    UNUSABLE_PARAMETER,
                    f"{name!r} is not a valid header name; parameter removed",
                    here,
                    effect=Effect.OMITTED,
                )
                continue
            # Header names are case-insensitive (RFC 9110, section 5.1).
            key = name.lower() if place is Place.HEADER else name
            declared[place, key] = target
    return declared


def _path_parameter(
    builders: Builders,
    source: ParameterSource,
    declared: dict[tuple[Place, str], Target],
    name: str,
) -> Parameter:
    target = declared.get((Place.PATH, name))
    node = object_of(target.node) if target else {}
    spans = spans_in_path(source.path, source.path_item, node, name)
    if target is not None:
        parameter = read_parameter(builders, target, Place.PATH)
        return replace(parameter, allow_reserved=True) if spans else parameter
    builders.reporter.report(
        UNDECLARED_PLACEHOLDER,
        f"path placeholder {name!r} is not declared; read as a required string parameter",
        source.pointer,
        about=f"{source.pointer} {name}",
    )
    parameter = _text_parameter(builders, source.pointer, name, Place.PATH)
    return replace(parameter, allow_reserved=spans)


def _fixed_parameters(builders: Builders, source: ParameterSource) -> list[Parameter]:
    """Return the parameters of a query string that a repair removed from the path."""
    pointer = join(source.path_pointer, "x-sdksmith-query")
    fixed = object_of(source.path_item.get("x-sdksmith-query"))
    return [
        _text_parameter(builders, join(pointer, name), name, Place.QUERY, fixed=value)
        for name, value in fixed.items()
        if isinstance(value, str)
    ]


def _text_parameter(
    builders: Builders,
    pointer: str,
    name: str,
    place: Place,
    *,
    fixed: str | None = None,
) -> Parameter:
    meta = builders.schemas.meta({}, pointer)
    type_id = builders.arena.reserve(
        (pointer, f"text {name}"), lambda: Scalar(meta, ScalarKind.STRING)
    )
    style = _STYLES[place][0]
    return Parameter(
        name=name,
        place=place,
        type=type_id,
        required=True,
        style=style,
        explode=style is Style.FORM,
        fixed=fixed,
        pointer=pointer,
    )


def _is_argument(builders: Builders, source: ParameterSource, target: Target) -> bool:
    """Return whether the caller provides a parameter.

    OpenAPI 3.1, section 4.8.12.1, requires parameters for the headers Accept,
    Authorization and Content-Type to be ignored. Swagger 2.0 does not, so its parameters
    are ignored only if the client sets the header itself. An Authorization header that no
    security scheme describes is kept in every version: many documents describe
    authentication only in this way. An Accept header of Swagger 2.0 is kept if its values
    are a choice that does not affect how the response is read. Headers of the connection,
    such as Host and Content-Length, are ignored in every version.
    """
    node = object_of(target.node)
    name = text_of(node.get("name")).lower()
    if node.get("in") != "header":
        return True
    if name in CONNECTION_FIELDS:
        _report_client_header(builders, target, Effect.NOTED)
        return False
    if name not in {"accept", "authorization", "content-type"}:
        return True
    is_kept = node.get("x-sdksmith-keep") is True or name == "authorization"
    if is_kept and name not in source.client_headers:
        return True
    choices = _media_types(node) if name == "accept" else ()
    is_lost = len(choices) > 1 and not source.accepts.issuperset(choices)
    is_free = not source.accepts or all(item.endswith("json") for item in choices)
    if is_lost and is_free and is_kept:
        return True
    effect = Effect.OMITTED if is_lost else Effect.NOTED
    _report_client_header(builders, target, effect)
    return False


def _report_client_header(builders: Builders, target: Target, effect: Effect) -> None:
    name = text_of(object_of(target.node).get("name"))
    builders.reporter.report(
        CLIENT_HEADER,
        f"header {name} is set by the client; parameter ignored",
        target.pointer,
        effect=effect,
    )


def _media_types(node: JsonObject) -> tuple[str, ...]:
    """Return the media types that the schema of a parameter lists."""
    listed = array_of(object_of(node.get("schema")).get("enum"))
    return tuple(text_of(item).strip().lower() for item in listed)


def read_parameter(builders: Builders, target: Target, place: Place) -> Parameter:
    """Return one parameter."""
    key = target.pointer, place
    if key not in builders.parameters:
        builders.parameters[key] = _read_parameter(builders, target, place)
    return builders.parameters[key]


def _read_parameter(builders: Builders, target: Target, place: Place) -> Parameter:
    node = object_of(target.node)
    media_type, media = _first_media(builders, node, target.pointer)
    schema_place, encodings = _schema_place(builders, node, target, media)
    schema = object_of(schema_place.node)
    annotations = read_annotations(builders.schemas, schema, schema_place)
    style = read_style(node, _STYLES[place][0])
    if style not in _STYLES[place] and style not in _DELIMITED:
        style = _STYLES[place][0]
    explode = node.get("explode")
    return Parameter(
        name=text_of(node.get("name")),
        place=place,
        type=_type_of(builders, node, schema_place),
        required=place is Place.PATH or _is_required(node),
        style=style,
        explode=explode if isinstance(explode, bool) else style in _EXPLODED,
        nullable=builders.schemas.nullable(schema),
        allow_reserved=node.get("allowReserved") is True
        or (place is Place.PATH and spans_segments(node, schema)),
        allow_empty=node.get("allowEmptyValue") is True,
        media_type=media_type,
        encodings=encodings,
        description=text_of(node.get("description")).strip() or annotations.description,
        deprecated=node.get("deprecated") is True or annotations.deprecated,
        default=(
            None if isinstance(annotations.default, Absent) else annotations.default
        ),
        examples=read_examples(builders, node),
        pointer=target.pointer,
    )


def _is_required(node: JsonObject) -> bool:
    """Return whether a parameter is a required argument.

    An Authorization header is optional because OpenAPI 3.x ignores it, and because it can
    also be set for the whole client.
    """
    name = text_of(node.get("name")).lower()
    is_ignored = name == "authorization" and "x-sdksmith-keep" not in node
    return node.get("required") is True and not (
        node.get("in") == "header" and is_ignored
    )


def _first_media(
    builders: Builders, node: JsonObject, pointer: str
) -> tuple[str, Target | None]:
    """Return the media type and Media Type Object of a parameter with `content`."""
    for name, media in object_of(node.get("content")).items():
        target = builders.references.follow(media, join(pointer, "content", name))
        return name.strip().lower(), target
    return "", None


def _schema_place(
    builders: Builders, node: JsonObject, target: Target, media: Target | None
) -> tuple[Target, tuple[PartEncoding, ...]]:
    if media is None:
        return Target(node.get("schema"), join(target.pointer, "schema")), ()
    content = object_of(media.node)
    place = Target(content.get("schema"), join(media.pointer, "schema"))
    return place, read_encodings(builders, content, media.pointer)


def _type_of(builders: Builders, node: JsonObject, schema: Target) -> TypeId:
    described = bool(object_of(schema.node)) or "content" in node
    listed = "enum" in object_of(schema.node)
    if described and (listed or node.get("x-sdksmith-untyped") is not True):
        return builders.schemas.type_of(schema.node, schema.pointer)
    meta = builders.schemas.meta({}, schema.pointer)
    return builders.arena.reserve(
        (schema.pointer, "untyped"), lambda: Scalar(meta, ScalarKind.UNTYPED)
    )
