"""The `client.animals` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    ListOf,
    Operation,
    Options,
    Resource,
    cached_property,
)

if TYPE_CHECKING:
    from uuid import UUID

    from .. import models, params
    from .animals_feed import AnimalsFeed, AsyncAnimalsFeed

_LIST: Operation[models.Animals] = Operation(
    "GET", "/animals", returns=ListOf("Animal")
)
_CREATE: Operation[models.Animal] = Operation(
    "POST", "/animals", returns="Animal", body="application/json", body_required=True
)
_RETRIEVE: Operation[models.Animal] = Operation(
    "GET", "/animals/{id}", returns="Animal"
)


class AnimalsResource(Resource):
    """Animals: `list`, `create` and `retrieve`."""

    @cached_property
    def feed(self) -> AnimalsFeed:
        """Feed: `create`."""
        from .animals_feed import AnimalsFeed

        return AnimalsFeed(self._client)

    def list(self, *, options: Options | None = None) -> models.Animals:
        """List animals.

        Returns:
            All animals.
        """
        return self._client.request(_LIST, options=options)

    def create(
        self, *, body: params.AnimalParam, options: Options | None = None
    ) -> models.Animal:
        """Create animal.

        Args:
            body: Request body.

        Returns:
            The new animal.
        """
        return self._client.request(_CREATE, body=body, options=options)

    def retrieve(
        self, id: UUID | str, *, options: Options | None = None
    ) -> models.Animal:
        """Get animal.

        Returns:
            The animal.
        """
        return self._client.request(_RETRIEVE, path={"id": id}, options=options)


class AsyncAnimalsResource(AsyncResource):
    """Asynchronous version of `AnimalsResource`."""

    @cached_property
    def feed(self) -> AsyncAnimalsFeed:
        """Feed: `create`."""
        from .animals_feed import AsyncAnimalsFeed

        return AsyncAnimalsFeed(self._client)

    async def list(self, *, options: Options | None = None) -> models.Animals:
        """List animals: see `AnimalsResource.list`."""
        return await self._client.request(_LIST, options=options)

    async def create(
        self, *, body: params.AnimalParam, options: Options | None = None
    ) -> models.Animal:
        """Create animal: see `AnimalsResource.create`."""
        return await self._client.request(_CREATE, body=body, options=options)

    async def retrieve(
        self, id: UUID | str, *, options: Options | None = None
    ) -> models.Animal:
        """Get animal: see `AnimalsResource.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"id": id}, options=options)
