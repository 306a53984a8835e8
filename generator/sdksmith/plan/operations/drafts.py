"""Arguments of operations before they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field
from msgspec.structs import replace

from ...model.api import Place
from ...model.released_names import argument_part
from ...model.types import Choice, Presence, Record, Scalar, ScalarKind
from ...text.pysource import identifier, literal
from ..content.alternatives import alike_media_types
from ..content.bodies import BodyKind
from ..content.idempotency import find_key_header
from ..docs.docstrings import add_sentence, describe_default
from ..docs.limits import describe_example, describe_limits, is_mentioned
from ..expressions import BYTES, LITERAL, STR, Generic, Union
from ..package import ArgumentView
from ..runtime import runtime
from .stream_switch import find_stream_switch

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ...model.api import Api, Operation, Parameter
    from ...model.types import Field, Type, TypeId
    from ..content.bodies import BodyPlan
    from ..expressions import Expression
    from ..types.requests import SentTypes

REST_NAMES: Final = (
    "extra_body",
    *(f"extra_body_{number}" for number in range(2, 99)),
)
"""Names of the argument for additional properties, the preferred one first."""


class Draft(Struct, frozen=True):
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
        """The argument, identified within its operation."""
        return argument_part(self.place, f"{self.wire}{'*' * self.is_rest}")


class RequestTypes(Struct, frozen=True):
    """Annotations of the arguments of methods.

    Attributes:
        values: Annotations of values in general.
        files: Annotations of the fields of a form, in which binary values are files.
        drafts: Parameters with their drafts by `id`. Operations share parameters.
        views: Drafts with their views by `id` and name.
    """

    values: SentTypes
    files: SentTypes
    drafts: dict[int, tuple[Parameter, Draft]] = field(
        default_factory=dict[int, "tuple[Parameter, Draft]"]
    )

    views: dict[tuple[int, str], tuple[Draft, ArgumentView]] = field(
        default_factory=dict["tuple[int, str]", "tuple[Draft, ArgumentView]"]
    )

    def draft_of(self, item: Parameter) -> Draft:
        """Return the draft of a parameter, the same for all operations with it."""
        known = self.drafts.get(id(item))
        if known is None:
            known = item, _parameter_draft(self.values, item)
            self.drafts[id(item)] = known
        return known[1]

    def view_of(self, draft: Draft, name: str) -> ArgumentView:
        """Return the argument of a draft as rendered."""
        known = self.views.get((id(draft), name))
        if known is None:
            known = draft, _make_view(draft, name)
            self.views[id(draft), name] = known
        return known[1]


def _make_view(draft: Draft, name: str) -> ArgumentView:
    annotation = draft.annotation
    default = None
    if not draft.required:
        is_sent = draft.sent is not None
        default = literal(draft.sent) if is_sent else runtime("omit")
        if draft.omittable:
            annotation = Union((annotation, runtime("Omit")))
    description = _describe(draft)
    return ArgumentView(
        identifier(name), annotation, default, description, draft.deprecated
    )


def _describe(draft: Draft) -> str:
    """Return the description, with the default and limits added unless it has them."""
    described = describe_default(draft.description, draft.default)
    more = [draft.limits, "" if draft.default is not None else draft.example]
    additions = [
        item for item in more if item and not is_mentioned(item, draft.description)
    ]
    return add_sentence(described, " ".join(additions)) if additions else described


def plan_drafts(
    types: RequestTypes, operation: Operation, body: BodyPlan | None
) -> list[Draft]:
    """Return the arguments of an operation, those of its parameters first."""
    api = types.values.library.api
    drafts = [
        types.draft_of(item) for item in operation.parameters if item.fixed is None
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
    return drafts


def _parameter_draft(types: SentTypes, item: Parameter) -> Draft:
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
    return Draft(
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


def _made_draft(draft: Draft) -> Draft:
    """Return the argument of an idempotency key, which the client can generate."""
    said = "Generated by the client for each call if omitted."
    described = "\n\n".join(filter(None, [draft.description, said]))
    return replace(draft, required=False, description=described)


def _switched_draft(draft: Draft) -> Draft:
    """Return the argument that requests a stream, for the method that returns one."""
    return replace(draft, required=False, default=None, sent=True)


def _may_be_bare(item: Parameter, described: Type) -> bool:
    """Return whether null is sent as a name without a value.

    Strings do not need this, because they can be empty.
    """
    is_text = isinstance(described, Scalar) and described.kind is ScalarKind.STRING
    return item.allow_empty and item.place is Place.QUERY and not is_text


_UNDESCRIBED: Final = {ScalarKind.UNTYPED, ScalarKind.ANY}


def _media_type_drafts(api: Api, operation: Operation) -> list[Draft]:
    """Return the argument that selects the media type of the body, if there are several."""
    body = operation.body
    listed = alike_media_types(api, body) if body and body.contents else ()
    if not listed:
        return []
    return [
        Draft(
            place="header",
            wire="Content-Type",
            type=None,
            annotation=Generic(LITERAL, tuple(map(literal, listed))),
            required=False,
            description="Media type of the request body.",
            default=listed[0],
        )
    ]


def _field_draft(types: SentTypes, body: BodyPlan, field: Field) -> Draft:
    described = types.library.type(field.type)
    is_required = field.presence is Presence.REQUIRED
    only = _only_value(described) if is_required and not field.nullable else None
    # A constant of an optional body would turn the absent body into an object.
    has_fixed_value = only is not None and body.required
    return Draft(
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


def _rest_drafts(types: SentTypes, body: BodyPlan) -> list[Draft]:
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
        Draft(
            place="body",
            wire=REST_NAMES[0],
            type=None,
            annotation=types.map_of(values),
            required=False,
            description="Additional properties of the request body.",
            is_rest=True,
        )
    ]


def _body_drafts(types: SentTypes, body: BodyPlan | None) -> list[Draft]:
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
    return [Draft("body", "", body.type, annotation, body.required, description)]
