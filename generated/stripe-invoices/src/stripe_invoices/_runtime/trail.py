"""The steps from page to page, and what shows that they lead in a circle."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """What changes from one request to the next.

    Attributes:
        parameter: The parameter; empty where the URL as a whole is another.
        value: Its value, or the absolute URL.
    """

    parameter: str
    value: object

    @property
    def place(self) -> str:
        """Where the step leads, to compare it with others."""
        return str(self.value)


class Trail(NamedTuple):
    """The places where pages started, as far as they are needed to see a circle.

    Beside the last one it keeps one alone, and moves on to the last after 1, 2, 4, 8...
    pages (Brent's algorithm): so a circle of any length is seen, and a list of any
    length costs nothing.
    """

    last: str
    anchor: str
    length: int = 1

    @staticmethod
    def start(place: str) -> Trail:
        """Return the trail that begins at a place."""
        return Trail(place, place)

    def meets(self, place: str) -> bool:
        """Whether a place is one of those that are kept."""
        return place in {self.last, self.anchor}

    def after(self, place: str) -> Trail:
        """Return the trail with one place more."""
        length = self.length + 1
        is_power_of_two = length & (length - 1) == 0
        return Trail(place, place if is_power_of_two else self.anchor, length)
