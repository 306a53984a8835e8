"""Request types of the API: `ClassRetrieveColor`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ClassRetrieveColor: TypeAlias = Literal["red", "green", "", 'dark "blue"']
