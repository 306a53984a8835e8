"""The `client.messages.attachments` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    FileInput,
    Formatted,
    Omit,
    Operation,
    Options,
    Part,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models

_CREATE: Operation[models.Attachment] = Operation(
    "POST",
    "/messages/{id}/attachments",
    returns="Attachment",
    body="multipart/form-data",
    body_required=True,
    parts={"labels": Part(style="form")},
    formats={"body": {"file": Formatted("file")}},
)


class MessagesAttachments(Resource):
    """Attachments: `create`."""

    def create(
        self,
        id: int,
        *,
        file: FileInput,
        note: str | Omit = omit,
        labels: Sequence[str] | Omit = omit,
        options: Options | None = None,
    ) -> models.Attachment:
        """Attach a file.

        Args:
            file: What to attach.

        Returns:
            Attached.
        """
        return self._client.request(
            _CREATE,
            path={"id": id},
            body={"file": file, "note": note, "labels": labels},
            options=options,
        )


class AsyncMessagesAttachments(AsyncResource):
    """Asynchronous version of `MessagesAttachments`."""

    async def create(
        self,
        id: int,
        *,
        file: FileInput,
        note: str | Omit = omit,
        labels: Sequence[str] | Omit = omit,
        options: Options | None = None,
    ) -> models.Attachment:
        """Attach a file: see `MessagesAttachments.create`."""
        return await self._client.request(
            _CREATE,
            path={"id": id},
            body={"file": file, "note": note, "labels": labels},
            options=options,
        )
