"""Signatures of methods, and the part of the request that takes each argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.api import Place
from ...model.types import Choice, Presence, Record, Scalar, ScalarKind
from ...text.pysource import code, identifier, literal
from ...text.scope import assign_names
from ..content.alternatives import alike_media_types
from ..content.bodies import BodyKind
from ..content.idempotency import find_key_header
from ..content.paths import path_slots
from ..contract import RESERVED_ARGUMENTS
from ..docs.docstrings import add_sentence, describe_default
from ..docs.limits import describe_example, describe_limits, is_mentioned
from ..expressions import BYTES, LITERAL, STR, DictDisplay, Generic, Keyword, Union
from ..naming.fields import property_names
from ..package import ArgumentView
from ..runtime import runtime
from .stream_switch import find_stream_switch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonValue
    from ...model.api import Api, Operation, Parameter
    from ...model.types import Field, Type, TypeId
    from ..content.bodies import BodyPlan
    from ..expressions import Expression
    from ..types.requests import SentTypes

_PASSED_AS: Final = {
    "path": ("path",),
    "query": ("query", "querystring"),
    "headers": ("header",),
    "cookies": ("cookie",),
    "body": ("body",),
}


_REST_NAMES: Final = (
    "extra_body",
    *(f"extra_body_{number}" for number in range(2, 99)),
)
"""Names of the argument for additional properties, the preferred one first."""


class Argument(Struct, frozen=True):
    """An argument of a method.

    Attributes:
        name: The Python name.
        place: `path`, `query`, `querystring`, `header`, `cookie` or `body`.
        wire: The wire name; empty if the argument is the whole body.
        type: The type; None if the annotation is not derived from a type.
        required: Whether the caller must pass the argument.
        view: The argument as rendered.
        sent: Value sent if the argument is omitted; None if nothing is sent.
        is_rest: Whether the argument is a mapping of additional properties of the body.
    """

    name: str
    place: str
    wire: str
    type: TypeId | None
    required: bool
    view: ArgumentView
    sent: JsonValue = None
    is_rest: bool = False


class Signature(Struct, frozen=True):
    """The arguments of a method.

    Attributes:
        positional: Path parameters, in path order; constants last.
        keywords: All other arguments: required before optional, deprecated ones last.
        body: Plan of the request body; None for an operation without a body.
    """

    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    body: BodyPlan | None

    def passed(self) -> tuple[Keyword, ...]:
        """Return the keyword arguments that the method passes to the runtime."""
        keywords: list[Keyword] = []
        for name, places in _PASSED_AS.items():
            group = [
                item
                for item in (*self.positional, *self.keywords)
                if item.place in places
            ]
            if group and not group[0].wire:
                keywords.append(Keyword(name, group[0].view.name))
            elif group:
                entries = tuple(
                    (literal(item.wire), item.view.name)
                    for item in group
                    if not item.is_rest
                )
                rest = next((item.view.name for item in group if item.is_rest), None)
                spread = None if rest is None else code("({n} or {{}})", n=rest)
                keywords.append(Keyword(name, DictDisplay(entries, spread)))
        return tuple(keywords)


class _Draft(Struct, frozen=True):
    """An argument that has not been named yet."""

    place: str
    wire: str
    type: TypeId | None
    annotation: Expression
    required: bool
    description: str = ""
    default: JsonValue = None
    deprecated: bool = False
    limits: str = ""
    example: str = ""
    sent: JsonValue = None
    omittable: bool = True
    is_rest: bool = False

    @property
    def key(self) -> str:
        return f"{self.place}:{self.wire}{'*' * self.is_rest}"


class RequestTypes(Struct, frozen=True):
    """Annotations of the arguments of methods.

    Attributes:
        values: Annotations of values in general.
        files: Annotations of the fields of a form, in which binary values are files.
    """

    values: SentTypes
    files: SentTypes


def plan_signature(
    types: RequestTypes, operation: Operation, body: BodyPlan | None
) -> Signature:
    """Return the signature of an operation.

    Args:
        types: The annotations of arguments.
        operation: The operation.
        body: Plan of its request body.
    """
    api = types.values.library.api
    drafts = [
        _parameter_draft(types.values, item)
        for item in operation.parameters
        if item.fixed is None
    ]
    if key := find_key_header(api, operation):
        made = f"{Place.HEADER}:{key.name}"
        drafts = [_made_draft(item) if item.key == made else item for item in drafts]
    in_body = _body_drafts(types.files if body and body.is_form else types.values, body)
    if switch := find_stream_switch(api, operation, body):
        in_body = [
            _switched_draft(item) if item.wire == switch else item for item in in_body
        ]
    drafts += in_body
    drafts += _media_type_drafts(api, operation)
    names = _name_arguments(drafts)
    arguments = [_make_argument(draft, names[draft.key]) for draft in drafts]
    order = {name: place for place, name in enumerate(path_slots(operation.path))}
    path = [item for item in arguments if item.place == "path"]
    others = [item for item in arguments if item.place != "path"]
    return Signature(
        # Constants follow, because an argument with a default cannot precede others.
        tuple(
            sorted(
                path,
                key=lambda item: (not item.required, order.get(item.wire, len(order))),
            )
        ),
        tuple(sorted(others, key=_keyword_order)),
        body,
    )


def _keyword_order(item: Argument) -> tuple[bool, bool, bool]:
    return not item.required, item.view.deprecated, item.place != "body"


def _name_arguments(drafts: Sequence[_Draft]) -> dict[str, str]:
    wanted: dict[str, list[str]] = {}
    for draft in drafts:
        if draft.is_rest:
            continue
        if not draft.wire:
            wanted[draft.key] = ["body", "request_body"]
            continue
        # Only a Python keyword that is the whole name gets a trailing underscore.
        names = property_names(draft.wire, draft.place, avoided=())
        longer = [f"{draft.place}_{name}".rstrip("_") for name in names]
        wanted[draft.key] = [names[0], *longer]
    assigned = assign_names(wanted, RESERVED_ARGUMENTS)
    # Properties of the API keep their names.
    free = (name for name in _REST_NAMES if name not in assigned.values())
    rest = {draft.key: next(free) for draft in drafts if draft.is_rest}
    return {**assigned, **rest}


def _make_argument(draft: _Draft, name: str) -> Argument:
    annotation = draft.annotation
    default = None
    if not draft.required:
        is_sent = draft.sent is not None
        default = literal(draft.sent) if is_sent else runtime("omit")
        if draft.omittable:
            annotation = Union((annotation, runtime("Omit")))
    description = _describe(draft)
    view = ArgumentView(
        identifier(name), annotation, default, description, draft.deprecated
    )
    return Argument(
        name,
        draft.place,
        draft.wire,
        draft.type,
        draft.required,
        view,
        draft.sent,
        draft.is_rest,
    )


def _describe(draft: _Draft) -> str:
    """Return the description, with the default and limits added unless it has them."""
    described = describe_default(draft.description, draft.default)
    more = [draft.limits, "" if draft.default is not None else draft.example]
    additions = [
        item for item in more if item and not is_mentioned(item, draft.description)
    ]
    return add_sentence(described, " ".join(additions)) if additions else described


def _parameter_draft(types: SentTypes, item: Parameter) -> _Draft:
    described = types.library.type(item.type)
    is_path = item.place is Place.PATH
    only = _only_value(described)
    has_fixed_value = (item.required or is_path) and only is not None
    if is_path and isinstance(described, Scalar) and described.kind in _UNDESCRIBED:
        # A path parameter without a schema is a string.
        annotation: Expression = STR
    else:
        may_be_null = item.nullable or _may_be_bare(item, described)
        annotation = types.annotation(item.type, nullable=may_be_null and not is_path)
    return _Draft(
        place=str(item.place),
        wire=item.name,
        type=item.type,
        annotation=annotation,
        required=(item.required or is_path) and not has_fixed_value,
        description=item.description,
        default=item.default,
        deprecated=item.deprecated,
        limits=describe_limits(described),
        example=describe_example(item.examples),
        sent=only if has_fixed_value else None,
        omittable=not has_fixed_value,
    )


def _only_value(described: Type) -> JsonValue:
    """Return the only value that a parameter may have; None if it may have others.

    Amazon distinguishes operations by such a header; other APIs use one for a version.
    """
    if isinstance(described, Choice) and len(described.values) == 1:
        return described.values[0]
    return None


def _made_draft(draft: _Draft) -> _Draft:
    """Return the argument of an idempotency key, which the client can generate."""
    said = "Generated by the client for each call if omitted."
    described = "\n\n".join(filter(None, [draft.description, said]))
    return replace(draft, required=False, description=described)


def _switched_draft(draft: _Draft) -> _Draft:
    """Return the argument that requests a stream, for the method that returns one."""
    return replace(draft, required=False, default=None, sent=True)


def _may_be_bare(item: Parameter, described: Type) -> bool:
    """Return whether null is sent as a name without a value.

    Strings do not need this, because they can be empty.
    """
    is_text = isinstance(described, Scalar) and described.kind is ScalarKind.STRING
    return item.allow_empty and item.place is Place.QUERY and not is_text


_UNDESCRIBED: Final = {ScalarKind.UNTYPED, ScalarKind.ANY}


def _media_type_drafts(api: Api, operation: Operation) -> list[_Draft]:
    """Return the argument that selects the media type of the body, if there are several."""
    body = operation.body
    listed = alike_media_types(api, body) if body and body.contents else ()
    if not listed:
        return []
    return [
        _Draft(
            place="header",
            wire="Content-Type",
            type=None,
            annotation=Generic(LITERAL, tuple(map(literal, listed))),
            required=False,
            description="Media type of the request body.",
            default=listed[0],
        )
    ]


def _field_draft(types: SentTypes, body: BodyPlan, field: Field) -> _Draft:
    described = types.library.type(field.type)
    is_required = field.presence is Presence.REQUIRED
    only = _only_value(described) if is_required and not field.nullable else None
    # A constant of an optional body would turn the absent body into an object.
    has_fixed_value = only is not None and body.required
    return _Draft(
        place="body",
        wire=field.name,
        type=field.type,
        annotation=types.annotation(field.type, nullable=field.nullable),
        required=is_required and body.required and not has_fixed_value,
        description=(
            field.description
            if body.required or not is_required
            else add_sentence(field.description, "Required if there is a request body.")
        ),
        default=field.default,
        deprecated=field.deprecated,
        limits=describe_limits(described),
        sent=only if has_fixed_value else None,
        omittable=not has_fixed_value,
    )


def _rest_drafts(types: SentTypes, body: BodyPlan) -> list[_Draft]:
    """Return the argument for additional properties, if the document defines them."""
    record = (
        None if body.content.type is None else types.library.type(body.content.type)
    )
    if not isinstance(record, Record) or not record.extra_declared:
        return []
    if record.extra is None:
        return []
    values = types.annotation(record.extra, nullable=record.nullable_extra)
    return [
        _Draft(
            place="body",
            wire=_REST_NAMES[0],
            type=None,
            annotation=types.map_of(values),
            required=False,
            description="Additional properties of the request body.",
            is_rest=True,
        )
    ]


def _body_drafts(types: SentTypes, body: BodyPlan | None) -> list[_Draft]:
    if body is None:
        return []
    if body.kind is BodyKind.FIELDS:
        drafts = [_field_draft(types, body, field) for field in body.fields]
        return [*drafts, *_rest_drafts(types, body)]
    match body.kind:
        case BodyKind.WHOLE if body.type is not None:
            annotation = types.annotation(body.type, nullable=body.nullable)
        case BodyKind.ITEMS if body.type is not None:
            annotation = types.items(body.type, nullable=body.nullable)
        case BodyKind.TEXT:
            annotation = Union((STR, BYTES))
        case BodyKind.FILE:
            annotation = runtime("FileInput")
        case _:
            annotation = types.mapping()
    description = body.description or "Request body."
    return [_Draft("body", "", body.type, annotation, body.required, description)]
