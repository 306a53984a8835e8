"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .change import *
    from .file import *
    from .folder import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".change": "Change",
            ".file": "File",
            ".folder": "Folder FolderOwner FolderOwnerContact",
        },
    )
