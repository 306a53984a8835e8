"""The module of webhooks as it will be rendered: a part of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ..text.pysource import Code
    from .package import DocView, EntryView, ImportsView


class WebhookView(Struct, frozen=True):
    """A function that reads the payload of a webhook or callback.

    Attributes:
        constant: Name of the module constant that holds what is read.
        title: The literal of its name in the document.
        payload: The type of the payload, as the runtime finds it.
        form: `True` where the payload is a form; None where it is JSON.
        returns: The return annotation.
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
    """The function that reads any webhook, where the document tells them apart.

    Attributes:
        key: The literal of the property or header that tells.
        entries: The literal of each value, and the constant of the webhook it means.
    """

    name: Code
    key: Code
    is_header: bool
    entries: tuple[EntryView, ...]
    returns: Code
    doc: DocView


class WebhooksView(Struct, frozen=True):
    """The module `webhooks`.

    Attributes:
        webhooks: Sorted by name.
        runtime_names: What the module imports from `_runtime`, sorted.
    """

    webhooks: tuple[WebhookView, ...]
    switch: WebhookSwitchView | None
    imports: ImportsView
    runtime_names: tuple[Code, ...]
