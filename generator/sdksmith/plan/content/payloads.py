"""Payloads of webhooks and callbacks that a client can parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .bodies import is_form
from .formats import is_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.api import Api, Content, Webhook
    from ...model.types import TypeId


class Payload(Struct, frozen=True):
    """Request that the API sends, with the body that is parsed.

    Attributes:
        owner: Pointer of the operation that a callback belongs to; empty for a webhook.
    """

    webhook: Webhook
    content: Content
    owner: str = ""

    @property
    def type(self) -> TypeId | None:
        """Type of the body; None if it has no schema."""
        return self.content.type


def find_payloads(api: Api) -> tuple[Payload, ...]:
    """Return the payloads that are JSON or a form, webhooks before callbacks.

    A callback that several operations refer to is returned once.
    """
    found: dict[str, Payload] = {}
    for owner, webhook in _requests(api):
        content = _choose_content(webhook)
        if content is not None:
            found.setdefault(webhook.pointer, Payload(webhook, content, owner))
    return tuple(found.values())


def _requests(api: Api) -> Iterator[tuple[str, Webhook]]:
    for webhook in api.webhooks:
        yield "", webhook
    for operation in api.operations:
        for callback in operation.callbacks:
            yield operation.pointer, callback


def _choose_content(webhook: Webhook) -> Content | None:
    contents = webhook.body.contents if webhook.body else ()
    for is_readable in (is_json, _is_urlencoded):
        for content in contents:
            if is_readable(content.media_type):
                return content
    return None


def _is_urlencoded(media_type: str) -> bool:
    return is_form(media_type) and not media_type.startswith("multipart/")
