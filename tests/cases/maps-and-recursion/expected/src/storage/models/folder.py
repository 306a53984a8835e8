"""Response models of the API: `Folder`, `FolderOwner`, `FolderOwnerContact`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class FolderOwnerContact(BaseModel):
    email: str | None = None


class FolderOwner(BaseModel):
    name: str | None = None
    contact: FolderOwnerContact | None = None


class Folder(BaseModel):
    name: str
    parent: Folder | None = None
    folders: list[Folder] | None = None
    files: dict[str, models.File] | None = None
    owner: FolderOwner | None = None
