"""Locks in forked processes, where a lock held by another thread is never released."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Protocol

    class _Lock(Protocol):
        def acquire(self) -> bool: ...

        def release(self) -> None: ...


CAN_FORK: Final = hasattr(os, "register_at_fork")
"""Whether the platform supports forking processes; False on Windows."""


def hold_while_forking(lock: _Lock) -> None:
    """Acquire a lock before the process forks, and release it in both processes.

    Args:
        lock: A lock of the whole process; the registration cannot be undone.
    """
    if CAN_FORK:
        os.register_at_fork(
            before=lock.acquire,
            after_in_parent=lock.release,
            after_in_child=lock.release,
        )
