"""The `client.records` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    AsyncStream,
    ListOf,
    Omit,
    Operation,
    Options,
    Resource,
    Stream,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    import builtins
    from collections.abc import Sequence

    from .. import models
    from .records_changes import AsyncRecordsChanges, RecordsChanges

_LIST: Operation[builtins.list[models.Record]] = Operation(
    "GET",
    "/records",
    returns=ListOf("Record"),
    styles={"query": {"tags": "form"}, "cookie": {"visitor": "cookie*"}},
    required={"query": ("text",)},
)
_LIST_AS_STREAM: Operation[models.Record] = Operation(
    "GET",
    "/records",
    returns="Record",
    styles={"query": {"tags": "form"}, "cookie": {"visitor": "cookie*"}},
    accept="application/jsonl",
    stream="jsonl",
    required={"query": ("text",)},
)
_RETRIEVE: Operation[models.Record] = Operation(
    "GET", "/records/{id}", returns="Record", styles={"querystring": {"fields": "form"}}
)
_COPY: Operation[models.Record] = Operation("COPY", "/records/{id}", returns="Record")
_QUERY: Operation[builtins.list[models.Record]] = Operation(
    "QUERY",
    "/records",
    returns=ListOf("Record"),
    body="application/json",
    body_required=True,
)


class Records(Resource):
    """Records: `list`, `list_as_stream`, `retrieve`, `copy` and `query`."""

    @cached_property
    def changes(self) -> RecordsChanges:
        """Changes: `list`."""
        from .records_changes import RecordsChanges

        return RecordsChanges(self._client)

    def list(
        self,
        *,
        text: str,
        tags: Sequence[str] | Omit = omit,
        year: int | Omit = omit,
        visitor: str | Omit = omit,
        options: Options | None = None,
    ) -> builtins.list[models.Record]:
        """Find records.

        Args:
            text: What to look for. Between 3 and 40 characters.
            year: At least 1900.
            visitor: Example: `"a b"`.

        Returns:
            The records.
        """
        return self._client.request(
            _LIST,
            query={"text": text, "tags": tags, "year": year},
            cookies={"visitor": visitor},
            options=options,
        )

    def list_as_stream(
        self,
        *,
        text: str,
        tags: Sequence[str] | Omit = omit,
        year: int | Omit = omit,
        visitor: str | Omit = omit,
        options: Options | None = None,
    ) -> Stream[models.Record]:
        """Find records.

        Same as `list`, but returns the response as `application/jsonl`.

        Args:
            text: What to look for. Between 3 and 40 characters.
            year: At least 1900.
            visitor: Example: `"a b"`.

        Returns:
            The records.
        """
        return self._client.open_stream(
            _LIST_AS_STREAM,
            query={"text": text, "tags": tags, "year": year},
            cookies={"visitor": visitor},
            options=options,
        )

    def retrieve(
        self, id: str, *, fields: str | Omit = omit, options: Options | None = None
    ) -> models.Record:
        """Call `GET /records/{id}`.

        Args:
            fields: The parts to return.

        Returns:
            The record.
        """
        return self._client.request(
            _RETRIEVE, path={"id": id}, query={"fields": fields}, options=options
        )

    def copy(self, id: str, *, options: Options | None = None) -> models.Record:
        """Copy record.

        Returns:
            The copy.
        """
        return self._client.request(_COPY, path={"id": id}, options=options)

    def query(
        self, *, text: str, options: Options | None = None
    ) -> builtins.list[models.Record]:
        """Find records by a query that is too long for a URL.

        Returns:
            The records.
        """
        return self._client.request(_QUERY, body={"text": text}, options=options)


class AsyncRecords(AsyncResource):
    """Asynchronous version of `Records`."""

    @cached_property
    def changes(self) -> AsyncRecordsChanges:
        """Changes: `list`."""
        from .records_changes import AsyncRecordsChanges

        return AsyncRecordsChanges(self._client)

    async def list(
        self,
        *,
        text: str,
        tags: Sequence[str] | Omit = omit,
        year: int | Omit = omit,
        visitor: str | Omit = omit,
        options: Options | None = None,
    ) -> builtins.list[models.Record]:
        """Find records: see `Records.list`."""
        return await self._client.request(
            _LIST,
            query={"text": text, "tags": tags, "year": year},
            cookies={"visitor": visitor},
            options=options,
        )

    async def list_as_stream(
        self,
        *,
        text: str,
        tags: Sequence[str] | Omit = omit,
        year: int | Omit = omit,
        visitor: str | Omit = omit,
        options: Options | None = None,
    ) -> AsyncStream[models.Record]:
        """Find records: see `Records.list_as_stream`."""
        return await self._client.open_stream(
            _LIST_AS_STREAM,
            query={"text": text, "tags": tags, "year": year},
            cookies={"visitor": visitor},
            options=options,
        )

    async def retrieve(
        self, id: str, *, fields: str | Omit = omit, options: Options | None = None
    ) -> models.Record:
        """Call `GET /records/{id}`: see `Records.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"id": id}, query={"fields": fields}, options=options
        )

    async def copy(self, id: str, *, options: Options | None = None) -> models.Record:
        """Copy record: see `Records.copy`."""
        return await self._client.request(_COPY, path={"id": id}, options=options)

    async def query(
        self, *, text: str, options: Options | None = None
    ) -> builtins.list[models.Record]:
        """Find records by a query that is too long for a URL: see `Records.query`."""
        return await self._client.request(_QUERY, body={"text": text}, options=options)
