"""The `client.keepers` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByLastItem,
    Omit,
    Options,
    Page,
    PagedOperation,
    Resource,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    from .. import models
    from .keepers_shifts import AsyncKeepersShifts, KeepersShifts

_LIST: PagedOperation[models.Keeper, models.KeeperListResponse] = PagedOperation(
    "GET",
    "/keepers",
    returns="KeeperListResponse",
    paging=ByLastItem(
        "starting_after", reverse="ending_before", items="/data", more="/has_more"
    ),
)


class Keepers(Resource):
    """Keepers: `list`."""

    @cached_property
    def shifts(self) -> KeepersShifts:
        """Shifts: `list`."""
        from .keepers_shifts import KeepersShifts

        return KeepersShifts(self._client)

    def list(
        self,
        *,
        starting_after: str | Omit = omit,
        ending_before: str | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Keeper, models.KeeperListResponse]:
        """The last item.

        Returns:
            Keepers.
        """
        return self._client.paginate(
            _LIST,
            query={"starting_after": starting_after, "ending_before": ending_before},
            options=options,
        )


class AsyncKeepers(AsyncResource):
    """Asynchronous version of `Keepers`."""

    @cached_property
    def shifts(self) -> AsyncKeepersShifts:
        """Shifts: `list`."""
        from .keepers_shifts import AsyncKeepersShifts

        return AsyncKeepersShifts(self._client)

    def list(
        self,
        *,
        starting_after: str | Omit = omit,
        ending_before: str | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Keeper, models.KeeperListResponse]:
        """The last item: see `Keepers.list`."""
        return self._client.paginate(
            _LIST,
            query={"starting_after": starting_after, "ending_before": ending_before},
            options=options,
        )
