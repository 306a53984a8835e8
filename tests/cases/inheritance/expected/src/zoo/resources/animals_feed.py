"""The `client.animals.feed` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from uuid import UUID

    from .. import models

_CREATE: Operation[models.Animal] = Operation(
    "POST", "/animals/{id}/feed", returns="Animal", body="application/json"
)


class AnimalsFeed(Resource):
    """Feed: `create`."""

    def create(
        self,
        id: UUID | str,
        *,
        food: str | Omit = omit,
        grams: int | Omit = omit,
        keeper: str | Omit = omit,
        options: Options | None = None,
    ) -> models.Animal:
        """Call `POST /animals/{id}/feed`.

        Args:
            food: Default: `"hay"`.
            grams: At least 1.
            keeper: Required if there is a request body.

        Returns:
            The animal, fed.
        """
        return self._client.request(
            _CREATE,
            path={"id": id},
            body={"food": food, "grams": grams, "keeper": keeper},
            options=options,
        )


class AsyncAnimalsFeed(AsyncResource):
    """Asynchronous version of `AnimalsFeed`."""

    async def create(
        self,
        id: UUID | str,
        *,
        food: str | Omit = omit,
        grams: int | Omit = omit,
        keeper: str | Omit = omit,
        options: Options | None = None,
    ) -> models.Animal:
        """Call `POST /animals/{id}/feed`: see `AnimalsFeed.create`."""
        return await self._client.request(
            _CREATE,
            path={"id": id},
            body={"food": food, "grams": grams, "keeper": keeper},
            options=options,
        )
