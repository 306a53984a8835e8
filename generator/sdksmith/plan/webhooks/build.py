"""The `webhooks` module: functions that parse payloads of webhooks and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.pysource import (
    Code,
    code,
    identifier,
    literal,
)
from ...text.scope import assign_names
from ...text.words import name_words
from ..content.payloads import find_payloads
from ..naming.reserved import WEBHOOK_MODULE
from ..naming.resources import python_name
from ..operations.data import OperationWriter
from ..package import (
    ArgumentView,
    DocView,
    EntryView,
    ImportsView,
    RaisesView,
    WebhooksView,
    WebhookSwitchView,
    WebhookView,
)
from ..types.imports import ModuleImports
from ..types.responses import ReceivedTypes
from .dispatch import find_switch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...model.api import Webhook
    from ...model.types import TypeId
    from ..content.payloads import Payload
    from ..naming.inline import OperationWords
    from ..types.library import TypeLibrary
    from .dispatch import Switch

_JSON: Final = "application/json"
_SWITCH: Final = "parse_webhook"
_PAYLOAD: Final = ArgumentView(
    code("payload"),
    code("WebhookInput"),
    None,
    "The request body: raw bytes, a string or a decoded mapping.",
)
_HEADERS: Final = ArgumentView(
    code("headers"),
    code("Mapping[str, str]"),
    None,
    "The request headers. Names are case-insensitive.",
)
_VALIDATION: Final = ArgumentView(
    code("validation"),
    code("ResponseValidation"),
    code('"lenient"'),
    "How to treat a payload that does not match its schema.",
)
_UNREADABLE: Final = RaisesView(
    code("WebhookPayloadError"),
    "If the payload cannot be parsed, or if it does not match its schema and "
    '`validation` is `"strict"`.',
)
_UNKNOWN: Final = RaisesView(
    code("WebhookPayloadError"),
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
    typed = ModuleImports("", taken=WEBHOOK_MODULE)
    planner = _Planner(library, typed, live=ModuleImports(""))
    views = sorted(
        (planner.plan(item, names[item.webhook.pointer]) for item in payloads),
        key=lambda view: view.name,
    )
    switch = find_switch(library.api, [item for item in payloads if not item.owner])
    switch_view = None if switch is None else planner.plan_switch(switch, names)
    runtime = {*planner.live.runtime_names(), *planner.typed.runtime_names()}
    runtime |= {code("WebhookReader"), code("WebhookInput"), code("ResponseValidation")}
    if switch_view is not None:
        runtime.add(code("WebhookSwitch"))
    live = planner.live.view()
    return WebhooksView(
        webhooks=tuple(views),
        switch=switch_view,
        imports=planner.imports(live, needs_mapping=bool(switch and switch.is_header)),
        runtime_names=tuple(sorted(runtime)),
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
        typed: Imports needed by annotations.
        live: Imports needed at run time.
    """

    library: TypeLibrary
    typed: ModuleImports
    live: ModuleImports

    def plan(self, item: Payload, name: str) -> WebhookView:
        """Return the function that parses a payload."""
        data = OperationWriter(self.library, self.live)
        type_id = item.type
        reference = (
            self.live.runtime("ANY") if type_id is None else data.reference(type_id)
        )
        media_type = item.content.media_type
        return WebhookView(
            name=identifier(f"parse_{name}"),
            constant=_constant(name),
            title=literal(item.webhook.name),
            payload=reference,
            form=None if _is_json_like(media_type) else code("True"),
            returns=self._annotation([item]),
            doc=_describe(item),
            deprecated=item.webhook.deprecated,
        )

    def plan_switch(
        self, switch: Switch, names: Mapping[str, str]
    ) -> WebhookSwitchView:
        """Return the function that parses the payload of any webhook."""
        entries = tuple(
            EntryView(literal(value), _constant(names[item.webhook.pointer]))
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

    def _annotation(self, items: Sequence[Payload]) -> Code:
        types = ReceivedTypes(self.library, self.typed)
        mark = self.typed.mark()
        parts: list[Code] = []
        for item in items:
            type_id = item.type
            parts += [types.unknown()] if type_id is None else types.parts(type_id)
        nullable = any(item.content.nullable for item in items)
        return types.united(parts, mark, nullable=nullable)

    def imports(self, live: ImportsView, *, needs_mapping: bool) -> ImportsView:
        """Return the imports of the module, except those of the runtime."""
        if needs_mapping:
            self.typed.abstract("Mapping")
        typed = self.typed.view(beside=self.live)
        return ImportsView(standard=live.standard, own=live.own, typing_only=typed)


def _constant(name: str) -> Code:
    return identifier(f"_{name.upper()}")


def _is_json_like(media_type: str) -> bool:
    return "form-urlencoded" not in media_type


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
