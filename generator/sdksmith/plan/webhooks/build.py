"""The `webhooks` module: functions that parse payloads of webhooks and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.pysource import Code, identifier, literal
from ...text.scope import assign_names
from ...text.words import name_words
from ..content.payloads import find_payloads
from ..expressions import STR, Generic, Symbol
from ..naming.identifiers import python_name
from ..package import (
    ArgumentView,
    DocView,
    RaisesView,
    WebhooksView,
    WebhookSwitchView,
    WebhookView,
)
from ..runtime import runtime
from ..types.references import ReferencePlanner
from ..types.responses import ReceivedTypes
from .dispatch import find_switch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...model.api import Webhook
    from ...model.types import TypeId
    from ..content.payloads import Payload
    from ..expressions import Expression
    from ..naming.inline.owners import OperationWords
    from ..types.library import TypeLibrary
    from .dispatch import Switch

_JSON: Final = "application/json"
_SWITCH: Final = "parse_webhook"
_PAYLOAD: Final = ArgumentView(
    identifier("payload"),
    runtime("WebhookInput"),
    None,
    "The request body: raw bytes, a string or a decoded mapping.",
)
_HEADERS: Final = ArgumentView(
    identifier("headers"),
    Generic(Symbol("collections.abc", "Mapping"), (STR, STR)),
    None,
    "The request headers. Names are case-insensitive.",
)
_VALIDATION: Final = ArgumentView(
    identifier("validation"),
    runtime("ResponseValidation"),
    literal("lenient"),
    "How to treat a payload that does not match its schema.",
)
_UNREADABLE: Final = RaisesView(
    identifier("WebhookPayloadError"),
    "If the payload cannot be parsed, or if it does not match its schema and "
    '`validation` is `"strict"`.',
)
_UNKNOWN: Final = RaisesView(
    identifier("WebhookPayloadError"),
    "If the payload cannot be parsed or does not identify a known webhook, or if it "
    'does not match its schema and `validation` is `"strict"`.',
)


def plan_webhooks(
    library: TypeLibrary, operations: Mapping[str, OperationWords]
) -> WebhooksView | None:
    """Return the module of webhooks, or None if no payload can be parsed.

    Args:
        library: The types, with the modules that define them.
        operations: Pointer of an operation -> its words.
    """
    payloads = _distinct(find_payloads(library.api))
    if not payloads:
        return None
    names = _name_payloads(payloads, operations)
    planner = _Planner(
        ReferencePlanner(library), ReceivedTypes(library, evaluated=False)
    )
    views = sorted(
        (planner.plan(item, names[item.webhook.pointer]) for item in payloads),
        key=lambda view: view.name,
    )
    switch = find_switch(library.api, [item for item in payloads if not item.owner])
    return WebhooksView(
        webhooks=tuple(views),
        switch=None if switch is None else planner.plan_switch(switch, names),
    )


def _distinct(payloads: Sequence[Payload]) -> list[Payload]:
    """Return payloads without repeated callbacks of the same name and type."""
    known: dict[tuple[str, TypeId | None, str], Payload] = {}
    for item in payloads:
        place = "" if item.owner else item.webhook.pointer
        known.setdefault((item.webhook.name, item.type, place), item)
    return list(known.values())


def _name_payloads(
    payloads: Sequence[Payload], operations: Mapping[str, OperationWords]
) -> Mapping[str, str]:
    """Return pointer -> the part after `parse_` in the name of the function."""
    wanted: dict[str, list[str]] = {}
    for item in payloads:
        webhook = item.webhook
        name = tuple(name_words(webhook.name)) or tuple(name_words(webhook.id))
        words = operations.get(item.owner)
        names = [name] if name else []
        if words is not None:
            names += [(*words.short, *name), (*words.long, *name)]
        names += [(*name, webhook.method.lower()), tuple(name_words(webhook.id))]
        wanted[webhook.pointer] = [
            python_name(parts, "event") for parts in filter(None, names)
        ]
    reserved = {_SWITCH.removeprefix("parse_")}
    return assign_names(wanted, reserved)


class _Planner(Struct, frozen=True):
    """Planner for the functions of the module.

    Attributes:
        data: Planner of the references to types.
        types: Planner of the return annotations.
    """

    references: ReferencePlanner
    types: ReceivedTypes

    def plan(self, item: Payload, name: str) -> WebhookView:
        """Return the function that parses a payload."""
        type_id = item.type
        return WebhookView(
            name=identifier(f"parse_{name}"),
            constant=_constant(name),
            title=literal(item.webhook.name),
            payload=(
                runtime("ANY")
                if type_id is None
                else self.references.reference(type_id)
            ),
            is_form="form-urlencoded" in item.content.media_type,
            returns=self._annotation([item]),
            doc=_describe(item),
            deprecated=item.webhook.deprecated,
        )

    def plan_switch(
        self, switch: Switch, names: Mapping[str, str]
    ) -> WebhookSwitchView:
        """Return the function that parses the payload of any webhook."""
        entries = tuple(
            (literal(value), _constant(names[item.webhook.pointer]))
            for value, item in switch.cases
        )
        where = "header" if switch.is_header else "property"
        arguments = (_PAYLOAD, *([_HEADERS] if switch.is_header else []), _VALIDATION)
        return WebhookSwitchView(
            name=identifier(_SWITCH),
            key=literal(switch.name),
            is_header=switch.is_header,
            entries=entries,
            returns=self._annotation([item for _, item in switch.cases]),
            doc=DocView(
                summary=(
                    "Parse the payload of any webhook, identified by the "
                    f"`{switch.name}` {where}."
                ),
                arguments=arguments,
                raises=(_UNKNOWN,),
            ),
        )

    def _annotation(self, items: Sequence[Payload]) -> Expression:
        types = self.types
        parts: list[Expression] = []
        for item in items:
            type_id = item.type
            parts += [types.unknown()] if type_id is None else types.parts(type_id)
        nullable = any(item.content.nullable for item in items)
        return types.united(parts, nullable=nullable)


def _constant(name: str) -> Code:
    return identifier(f"_{name.upper()}")


def _describe(item: Payload) -> DocView:
    webhook = item.webhook
    kind = "callback" if item.owner else "webhook"
    said = [webhook.summary.strip(), webhook.description.strip()]
    if said[0] == said[1]:
        del said[1]
    headers = _headers(webhook)
    if headers:
        said.append(f"The request includes {headers}.")
    return DocView(
        summary=f"Parse the payload of the `{webhook.name}` {kind}.",
        body="\n\n".join(filter(None, said)),
        arguments=(_PAYLOAD, _VALIDATION),
        raises=(_UNREADABLE,),
        deprecated=(
            "the API marks this request as deprecated." if webhook.deprecated else ""
        ),
    )


def _headers(webhook: Webhook) -> str:
    names = sorted(
        f"`{item.name}`" for item in webhook.parameters if item.place == "header"
    )
    if not names:
        return ""
    return f"the header{'s' if len(names) > 1 else ''} {', '.join(names)}"
