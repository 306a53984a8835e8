"""Control of the cyclic garbage collector."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def paused_garbage_collection() -> Generator[None]:
    """Disable the cyclic garbage collector during the block.

    The document trees live until the end of the run. Traversing them takes a quarter of
    the time of a run for a document with 352 operations.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
