"""Growth of a names lock from one client to the next."""

from __future__ import annotations

from sdksmith.lock.names_lock import NamesLock
from sdksmith.model.released_names import ReleasedNames

ORDERS = ReleasedNames(
    methods={"GET /orders": ("orders.list",)},
    types={"Order": "Order"},
    arguments={"GET /orders > query:limit": "limit"},
)
USERS = ReleasedNames(methods={"GET /users": ("users.list",)}, types={"User": "User"})


def test_names_of_removed_operations_are_kept() -> None:
    lock = NamesLock("shop", ORDERS).update(USERS, ORDERS, prune=False)
    assert lock == NamesLock("shop", USERS, ORDERS)
    assert lock.released() == ReleasedNames(
        methods={"GET /orders": ("orders.list",), "GET /users": ("users.list",)},
        types={"Order": "Order", "User": "User"},
        arguments=ORDERS.arguments,
    )


def test_removed_names_return() -> None:
    lock = NamesLock("shop", USERS, ORDERS)
    after = lock.update(ORDERS, lock.released(), prune=False)
    assert after == NamesLock("shop", ORDERS, USERS)


def test_prune_forgets_removed_names() -> None:
    lock = NamesLock("shop", USERS, ORDERS)
    after = lock.update(USERS, lock.released(), prune=True)
    assert after == NamesLock("shop", USERS)


def test_former_call_of_an_operation_stays_reserved() -> None:
    renamed = ReleasedNames(methods={"GET /orders": ("orders.all",)})
    before = ReleasedNames(methods={"GET /orders": ("orders.list",)})
    lock = NamesLock("shop", before).update(renamed, before, prune=False)
    assert lock.removed == before
    assert lock.released().methods == {"GET /orders": ("orders.all", "orders.list")}
