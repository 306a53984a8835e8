"""The `client.messages` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource, cached_property

if TYPE_CHECKING:
    from .messages_attachments import AsyncMessagesAttachments, MessagesAttachments
    from .messages_raw import AsyncMessagesRaw, MessagesRaw


class Messages(Resource):
    """Messages: `attachments` and `raw`."""

    @cached_property
    def attachments(self) -> MessagesAttachments:
        """Attachments: `create`."""
        from .messages_attachments import MessagesAttachments

        return MessagesAttachments(self._client)

    @cached_property
    def raw(self) -> MessagesRaw:
        """Raw: `retrieve` and `update`."""
        from .messages_raw import MessagesRaw

        return MessagesRaw(self._client)


class AsyncMessages(AsyncResource):
    """Asynchronous version of `Messages`."""

    @cached_property
    def attachments(self) -> AsyncMessagesAttachments:
        """Attachments: `create`."""
        from .messages_attachments import AsyncMessagesAttachments

        return AsyncMessagesAttachments(self._client)

    @cached_property
    def raw(self) -> AsyncMessagesRaw:
        """Raw: `retrieve` and `update`."""
        from .messages_raw import AsyncMessagesRaw

        return AsyncMessagesRaw(self._client)
