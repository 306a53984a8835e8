"""The one way from text of a document into Python source.

`Code` is text that may stand in Python source. Only the functions here make it from
other text, so that a hostile name or description cannot leave its literal, docstring
or comment.
"""

from __future__ import annotations

import keyword
import re
import textwrap
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..jsondata import JsonValue


class Code(Markup):
    """Text that is safe in Python source as it stands."""

    __slots__ = ()
