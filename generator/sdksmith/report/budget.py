"""Budget of a run: the amount of work that a document may cause.

A short document can describe a huge API: 5,000 schemas that each extend the previous one
have twelve million properties. The stages that expand a document spend a budget of nodes and
bytes. It is counted and never timed, so a run has the same result on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .codes import TOO_MUCH_WORK
from .diagnostics import Diagnostic, DocumentError, Effect, Location

if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_NODES: Final = 100_000
BYTES_PER_NODE: Final = 20
"""Default number of nodes: a constant, and one for 20 bytes of the document. Real documents
need one for 80 bytes or more; see generator/README.md."""

_LONG: Final = 1_000
"""Number of characters of a location that count as one more node. Real ones are shorter."""

LEAST_OUTPUT: Final = 20_000_000
OUTPUT_FACTOR: Final = 20
"""Default number of bytes of documentation: a constant and a multiple of the document's."""


class Budget:
    """Remaining work of a run.

    Args:
        size: Size of the document in bytes, from which the defaults are derived.
        nodes: Number of types, fields and arguments. None selects the default.
        output_bytes: Number of bytes of the files. None selects the default.
        locate: Function that returns the source location of a pointer.
    """

    def __init__(
        self,
        size: int = 0,
        nodes: int | None = None,
        output_bytes: int | None = None,
        locate: Callable[[str], Location] | None = None,
    ) -> None:
        self._most_nodes = (
            LEAST_NODES + size // BYTES_PER_NODE if nodes is None else nodes
        )
        self._most_bytes = (
            LEAST_OUTPUT + size * OUTPUT_FACTOR
            if output_bytes is None
            else output_bytes
        )
        self._nodes = 0
        self._bytes = 0
        self._locate = locate or _unknown

    def spend_nodes(self, count: int, pointer: str) -> None:
        """Spend nodes for the schema or operation at `pointer`.

        A node counts several times if its location is very long, because every node has
        one: otherwise the memory for a long name with many properties would be quadratic.

        Raises:
            DocumentError: If the document needs more nodes than the budget has.
        """
        self._nodes += count * (1 + len(pointer) // _LONG)
        if self._nodes > self._most_nodes:
            raise self._exceeded(
                f"{self._most_nodes:,} types, fields and arguments", "nodes", pointer
            )

    def spend_bytes(self, count: int, pointer: str) -> None:
        """Spend bytes for the operation at `pointer`.

        Raises:
            DocumentError: If the document needs more bytes than the budget has.
        """
        self._bytes += count
        if self._bytes > self._most_bytes:
            raise self._exceeded(
                f"{self._most_bytes:,} bytes of source", "output_bytes", pointer
            )

    def _exceeded(self, amount: str, setting: str, pointer: str) -> DocumentError:
        message = (
            f"the document expands to more than {amount}; the limit was reached here. "
            f"Increase `{setting}` in the table `[limits]` of the settings if the document "
            "is meant to be this large"
        )
        return DocumentError(
            Diagnostic(TOO_MUCH_WORK, Effect.FATAL, message, self._locate(pointer))
        )


def _unknown(pointer: str) -> Location:
    return Location("", 0, 0, pointer)
