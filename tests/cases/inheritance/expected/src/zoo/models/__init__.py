"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .animal import *
    from .animals import *
    from .bird import *
    from .cat import *
    from .lion import *
    from .meal import *
    from .tracked import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".animal": "Animal AnimalBase",
            ".animals": "Animals",
            ".bird": "Bird",
            ".cat": "Cat CatBase",
            ".lion": "Lion",
            ".meal": "Meal",
            ".tracked": "Tracked",
        },
    )
