"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .change import Change
    from .file import File, Folder, FolderOwner, FolderOwnerContact
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Change": ".change",
            "File": ".file",
            "Folder": ".file",
            "FolderOwner": ".file",
            "FolderOwnerContact": ".file",
        },
    )

__all__ = ["Change", "File", "Folder", "FolderOwner", "FolderOwnerContact"]
