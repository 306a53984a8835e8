"""A client with one resource, like a generated client."""

from __future__ import annotations

from typing import Any

from runtime import (
    AsyncBaseClient,
    AsyncResource,
    BaseClient,
    Omit,
    Resource,
    cached_property,
    omit,
)

from .mock_server import GET


class Things(Resource):
    def list(self, *, page: int | Omit = omit) -> Any:
        return self._client.request(GET, query={"page": page})


class AsyncThings(AsyncResource):
    async def list(self, *, page: int | Omit = omit) -> Any:
        return await self._client.request(GET, query={"page": page})


class Client(BaseClient):
    @cached_property
    def things(self) -> Things:
        """The things."""
        return Things(self)


class AsyncClient(AsyncBaseClient):
    @cached_property
    def things(self) -> AsyncThings:
        return AsyncThings(self)
