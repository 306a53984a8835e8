"""Locks in processes that are forked: the child would never get one that was held."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Protocol

    class _Lock(Protocol):
        def acquire(self) -> bool: ...

        def release(self) -> None: ...


CAN_FORK: Final = hasattr(os, "register_at_fork")
"""Whether processes are forked here, which they are not on Windows."""


def hold_while_forking(lock: _Lock) -> None:
    """Let a process fork only while nobody else holds a lock.

    Args:
        lock: One for the whole process: it is never forgotten.
    """
    if CAN_FORK:
        os.register_at_fork(
            before=lock.acquire,
            after_in_parent=lock.release,
            after_in_child=lock.release,
        )
