"""Signatures of methods, and the part of the request that takes each argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.api import Place
from ...model.types import (
    Choice,
    Presence,
    Scalar,
    ScalarKind,
)
from ...text.pysource import (
    Code,
    code,
    identifier,
    join,
    literal,
)
from ...text.scope import assign_names
from ..content.alternatives import alike_media_types
from ..content.bodies import BodyKind
from ..content.idempotency import find_key_header
from ..content.paths import path_slots
from ..docs.docstrings import (
    add_sentence,
    describe_default,
)
from ..docs.limits import (
    describe_example,
    describe_limits,
    is_said,
)
from ..naming.fields import property_names
from ..package import (
    ArgumentView,
    EntryView,
    PassView,
)
from ..types.requests import SentTypes
from .stream_switch import find_stream_switch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonValue
    from ...model.api import (
        Operation,
        Parameter,
    )
    from ...model.types import (
        Type,
        TypeId,
    )
    from ..content.bodies import BodyPlan
    from ..types.imports import ModuleImports
    from ..types.library import TypeLibrary

RESERVED_ARGUMENTS: Final = frozenset({"self", "options", "omit"})
_PASSED_AS: Final = {
    code("path"): ("path",),
    code("query"): ("query", "querystring"),
    code("headers"): ("header",),
    code("cookies"): ("cookie",),
    code("body"): ("body",),
}
_OMIT: Final = code("omit")


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
    """

    name: str
    place: str
    wire: str
    type: TypeId | None
    required: bool
    view: ArgumentView
    sent: JsonValue = None


class Signature(Struct, frozen=True):
    """The arguments of a method.

    Attributes:
        positional: Path parameters, in path order.
        keywords: All other arguments: required before optional, deprecated ones last.
        body: Plan of the request body; None for an operation without a body.
    """

    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    body: BodyPlan | None

    def passes(self) -> tuple[PassView, ...]:
        """Return the keyword arguments that the method passes to the runtime."""
        views: list[PassView] = []
        for name, places in _PASSED_AS.items():
            group = [
                item
                for item in (*self.positional, *self.keywords)
                if item.place in places
            ]
            if group and not group[0].wire:
                views.append(PassView(name, value=group[0].view.name))
            elif group:
                entries = tuple(
                    EntryView(literal(item.wire), item.view.name) for item in group
                )
                views.append(PassView(name, entries))
        return tuple(views)


class _Draft(Struct, frozen=True):
    """An argument that has not been named yet."""

    place: str
    wire: str
    type: TypeId | None
    annotation: Code
    required: bool
    description: str = ""
    default: JsonValue = None
    deprecated: bool = False
    limits: str = ""
    example: str = ""
    sent: JsonValue = None
    omittable: bool = True

    @property
    def key(self) -> str:
        return f"{self.place}:{self.wire}"


def plan_signature(
    library: TypeLibrary,
    operation: Operation,
    body: BodyPlan | None,
    imports: ModuleImports,
) -> Signature:
    """Return the signature of an operation."""
    drafts = [
        _parameter_draft(library, item, imports)
        for item in operation.parameters
        if item.fixed is None
    ]
    if key := find_key_header(library.api, operation):
        made = f"{Place.HEADER}:{key.name}"
        drafts = [_made_draft(item) if item.key == made else item for item in drafts]
    in_body = _body_drafts(library, body, imports)
    if switch := find_stream_switch(library.api, operation, body):
        in_body = [
            _switched_draft(item) if item.wire == switch else item for item in in_body
        ]
    drafts += in_body
    drafts += _media_type_drafts(library, operation, imports)
    names = _name_arguments(drafts)
    arguments = [_make_argument(draft, names[draft.key], imports) for draft in drafts]
    order = {name: place for place, name in enumerate(path_slots(operation.path))}
    path = [item for item in arguments if item.place == "path"]
    others = [item for item in arguments if item.place != "path"]
    return Signature(
        tuple(sorted(path, key=lambda item: order.get(item.wire, len(order)))),
        tuple(sorted(others, key=_keyword_order)),
        body,
    )


def _keyword_order(item: Argument) -> tuple[bool, bool, bool]:
    return not item.required, item.view.deprecated, item.place != "body"


def _name_arguments(drafts: Iterable[_Draft]) -> dict[str, str]:
    wanted: dict[str, list[str]] = {}
    for draft in drafts:
        if not draft.wire:
            wanted[draft.key] = ["body", "request_body"]
            continue
        # Only a Python keyword that is the whole name gets a trailing underscore.
        names = property_names(draft.wire, draft.place, dodged=())
        longer = [f"{draft.place}_{name}".rstrip("_") for name in names]
        wanted[draft.key] = [names[0], *longer]
    return assign_names(wanted, RESERVED_ARGUMENTS)


def _make_argument(draft: _Draft, name: str, imports: ModuleImports) -> Argument:
    annotation = draft.annotation
    default = None
    if not draft.required:
        is_sent = draft.sent is not None
        default = literal(draft.sent) if is_sent else imports.runtime("omit")
        if draft.omittable:
            omitted = imports.runtime("Omit")
            annotation = code("{a} | {omitted}", a=annotation, omitted=omitted)
    description = _describe(draft)
    view = ArgumentView(
        identifier(name), annotation, default, description, draft.deprecated
    )
    return Argument(
        name, draft.place, draft.wire, draft.type, draft.required, view, draft.sent
    )


def _describe(draft: _Draft) -> str:
    """Return the description, with the default and limits added unless it has them."""
    described = describe_default(draft.description, draft.default)
    more = [draft.limits, "" if draft.default is not None else draft.example]
    told = [item for item in more if item and not is_said(item, draft.description)]
    return add_sentence(described, " ".join(told)) if told else described


def _parameter_draft(
    library: TypeLibrary, item: Parameter, imports: ModuleImports
) -> _Draft:
    types = SentTypes(library, imports)
    described = library.type(item.type)
    is_path = item.place is Place.PATH
    only = None if is_path else _only_value(described)
    is_settled = item.required and only is not None
    if is_path and isinstance(described, Scalar) and described.kind in _UNDESCRIBED:
        # A path parameter without a schema is a string.
        annotation = imports.builtin("str")
    else:
        may_be_null = item.nullable or _may_be_bare(item, described)
        annotation = types.annotation(item.type, nullable=may_be_null and not is_path)
    return _Draft(
        place=str(item.place),
        wire=item.name,
        type=item.type,
        annotation=annotation,
        required=(item.required and not is_settled) or is_path,
        description=item.description,
        default=item.default,
        deprecated=item.deprecated,
        limits=describe_limits(described),
        example=describe_example(item.examples),
        sent=only if is_settled else None,
        omittable=not is_settled,
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


def _media_type_drafts(
    library: TypeLibrary, operation: Operation, imports: ModuleImports
) -> list[_Draft]:
    """Return the argument that selects the media type of the body, if there are several."""
    body = operation.body
    listed = alike_media_types(library.api, body) if body and body.contents else ()
    if not listed:
        return []
    return [
        _Draft(
            place="header",
            wire="Content-Type",
            type=None,
            annotation=code(
                "{literal}[{values}]",
                literal=imports.typing("Literal"),
                values=join(", ", [literal(name) for name in listed]),
            ),
            required=False,
            description="Media type of the request body.",
            default=listed[0],
        )
    ]


def _body_drafts(
    library: TypeLibrary, body: BodyPlan | None, imports: ModuleImports
) -> list[_Draft]:
    if body is None:
        return []
    types = SentTypes(library, imports, files=body.is_form)
    if body.kind is BodyKind.FIELDS:
        return [
            _Draft(
                place="body",
                wire=field.name,
                type=field.type,
                annotation=types.annotation(field.type, nullable=field.nullable),
                required=field.presence is Presence.REQUIRED,
                description=field.description,
                default=field.default,
                deprecated=field.deprecated,
                limits=describe_limits(library.type(field.type)),
            )
            for field in body.fields
        ]
    match body.kind:
        case BodyKind.WHOLE if body.type is not None:
            annotation = types.annotation(body.type, nullable=body.nullable)
        case BodyKind.ITEMS if body.type is not None:
            annotation = types.items(body.type, nullable=body.nullable)
        case BodyKind.TEXT:
            text, data = imports.builtin("str"), imports.builtin("bytes")
            annotation = code("{text} | {data}", text=text, data=data)
        case BodyKind.FILE:
            annotation = imports.runtime("FileInput")
        case _:
            annotation = types.mapping()
    description = body.description or "Request body."
    return [_Draft("body", "", body.type, annotation, body.required, description)]
