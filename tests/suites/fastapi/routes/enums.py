"""Enumerations of the application."""

from enum import Enum, IntEnum, StrEnum


class Color(StrEnum):
    """A string enumeration."""

    RED = "red"
    DARK_BLUE = "dark blue"


class Level(IntEnum):
    """An integer enumeration."""

    LOW = 1
    HIGH = 10


class Ratio(Enum):
    """An enumeration of numbers."""

    HALF = 0.5
    WHOLE = 1.0
