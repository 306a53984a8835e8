"""The `client.users` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    ANY,
    AsyncResource,
    Omit,
    Operation,
    Options,
    ParameterValue,
    Resource,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    import datetime as dt
    from typing import Any

    from .. import models
    from .users_avatar import AsyncUsersAvatar, UsersAvatar
    from .users_orders import AsyncUsersOrders, UsersOrders

_LIST: Operation[Any] = Operation("GET", "/users", returns=ANY)
_CREATE: Operation[Any] = Operation(
    "POST", "/users", returns=ANY, body="application/json"
)
_RETRIEVE: Operation[models.User] = Operation("GET", "/users/{id}", returns="User")


class Users(Resource):
    """Users: `list`, `create` and `retrieve`."""

    @cached_property
    def avatar(self) -> UsersAvatar:
        """Avatar: `delete`."""
        from .users_avatar import UsersAvatar

        return UsersAvatar(self._client)

    @cached_property
    def orders(self) -> UsersOrders:
        """Orders: `list`."""
        from .users_orders import UsersOrders

        return UsersOrders(self._client)

    def list(self, *, limit: int | Omit = omit, options: Options | None = None) -> Any:
        """Call `GET /users`.

        Returns:
            Decoded JSON of any type; None if the body is empty.
        """
        return self._client.request(_LIST, query={"limit": limit}, options=options)

    def create(
        self,
        *,
        name: str | Omit = omit,
        age: int | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Call `POST /users`.

        Returns:
            Made
        """
        return self._client.request(
            _CREATE, body={"name": name, "age": age}, options=options
        )

    def retrieve(
        self,
        id: str,
        *,
        verbose: bool | Omit = omit,
        since: dt.datetime | str | Omit = omit,
        filter: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> models.User:
        """Call `GET /users/{id}`.

        Returns:
            A user.

        Raises:
            APIStatusError: 4XX: A fault of the caller
        """
        return self._client.request(
            _RETRIEVE,
            path={"id": id},
            query={"verbose": verbose, "since": since, "filter": filter},
            options=options,
        )


class AsyncUsers(AsyncResource):
    """Asynchronous version of `Users`."""

    @cached_property
    def avatar(self) -> AsyncUsersAvatar:
        """Avatar: `delete`."""
        from .users_avatar import AsyncUsersAvatar

        return AsyncUsersAvatar(self._client)

    @cached_property
    def orders(self) -> AsyncUsersOrders:
        """Orders: `list`."""
        from .users_orders import AsyncUsersOrders

        return AsyncUsersOrders(self._client)

    async def list(
        self, *, limit: int | Omit = omit, options: Options | None = None
    ) -> Any:
        """Call `GET /users`: see `Users.list`."""
        return await self._client.request(
            _LIST, query={"limit": limit}, options=options
        )

    async def create(
        self,
        *,
        name: str | Omit = omit,
        age: int | Omit = omit,
        options: Options | None = None,
    ) -> Any:
        """Call `POST /users`: see `Users.create`."""
        return await self._client.request(
            _CREATE, body={"name": name, "age": age}, options=options
        )

    async def retrieve(
        self,
        id: str,
        *,
        verbose: bool | Omit = omit,
        since: dt.datetime | str | Omit = omit,
        filter: ParameterValue | Omit = omit,
        options: Options | None = None,
    ) -> models.User:
        """Call `GET /users/{id}`: see `Users.retrieve`."""
        return await self._client.request(
            _RETRIEVE,
            path={"id": id},
            query={"verbose": verbose, "since": since, "filter": filter},
            options=options,
        )
