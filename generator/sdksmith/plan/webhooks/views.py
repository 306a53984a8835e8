"""View of the `webhooks` module, a part of the package view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ...text.pysource import Code
    from ..package import DocView, EntryView, ImportsView


class WebhookView(Struct, frozen=True):
    """Function that parses the payload of a webhook or callback.

    Attributes:
        constant: Name of the module constant that holds the `WebhookReader`.
        title: Literal of the name in the document.
        payload: Reference by which the runtime finds the type of the payload.
        form: `True` if the payload is a form; None if it is JSON.
        returns: Return annotation.
    """

    name: Code
    constant: Code
    title: Code
    payload: Code
    form: Code | None
    returns: Code
    doc: DocView
    deprecated: bool


class WebhookSwitchView(Struct, frozen=True):
    """Function that parses any webhook, if the document distinguishes them.

    Attributes:
        key: Literal of the property or header that identifies the webhook.
        entries: Literal of each value, and the constant of the webhook it identifies.
    """

    name: Code
    key: Code
    is_header: bool
    entries: tuple[EntryView, ...]
    returns: Code
    doc: DocView


class WebhooksView(Struct, frozen=True):
    """View of the `webhooks` module.

    Attributes:
        webhooks: Functions for the single webhooks, sorted by name.
        runtime_names: Names that the module imports from `_runtime`, sorted.
    """

    webhooks: tuple[WebhookView, ...]
    switch: WebhookSwitchView | None
    imports: ImportsView
    runtime_names: tuple[Code, ...]
