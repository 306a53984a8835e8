"""The resource `client.messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource, cached_property

if TYPE_CHECKING:
    from .messages_attachments import AsyncMessagesAttachments, MessagesAttachments
    from .messages_raw import AsyncMessagesRaw, MessagesRaw


class Messages(Resource):
    """Operations of `messages`."""

    @cached_property
    def attachments(self) -> MessagesAttachments:
        """Operations of `attachments`."""
        from .messages_attachments import MessagesAttachments

        return MessagesAttachments(self._client)

    @cached_property
    def raw(self) -> MessagesRaw:
        """Operations of `raw`."""
        from .messages_raw import MessagesRaw

        return MessagesRaw(self._client)


class AsyncMessages(AsyncResource):
    """The same as `Messages`, for use with `await`."""

    @cached_property
    def attachments(self) -> AsyncMessagesAttachments:
        """Operations of `attachments`."""
        from .messages_attachments import AsyncMessagesAttachments

        return AsyncMessagesAttachments(self._client)

    @cached_property
    def raw(self) -> AsyncMessagesRaw:
        """Operations of `raw`."""
        from .messages_raw import AsyncMessagesRaw

        return AsyncMessagesRaw(self._client)
