"""Steps from page to page, and cycle detection."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """Difference between the requests of two consecutive pages.

    Attributes:
        parameter: Name of the parameter that changes. Empty if the URL is replaced.
        value: New value of the parameter, or the absolute URL.
    """

    parameter: str
    value: object

    @property
    def position(self) -> str:
        """Value that identifies the start of the next page, for comparison."""
        return str(self.value)


class CycleDetector(NamedTuple):
    """Cycle detection over the starts of pages (Brent's algorithm).

    In addition to the last start, only one earlier start is kept, the anchor. It is
    moved to the last start after 1, 2, 4, 8, ... pages. This detects a cycle of any
    length with constant memory and constant time per page.

    Attributes:
        last: Start of the last page.
        anchor: Start of an earlier page.
        length: Number of pages.
    """

    last: str
    anchor: str
    length: int = 1

    @staticmethod
    def start(position: str) -> CycleDetector:
        """Return the state after the first page."""
        return CycleDetector(position, position)

    def has_seen(self, position: str) -> bool:
        """Return whether a start equals the last start or the anchor."""
        return position in {self.last, self.anchor}

    def advance(self, position: str) -> CycleDetector:
        """Return the state after one more page."""
        length = self.length + 1
        is_power_of_two = length & (length - 1) == 0
        return CycleDetector(
            position, position if is_power_of_two else self.anchor, length
        )
