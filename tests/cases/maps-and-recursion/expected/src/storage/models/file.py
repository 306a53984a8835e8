"""Response models of the API: `File`, `Folder`, `FolderOwner`,
`FolderOwnerContact`.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime import BaseModel


class FolderOwnerContact(BaseModel):
    email: str | None = None


class FolderOwner(BaseModel):
    name: str | None = None
    contact: FolderOwnerContact | None = None


class File(BaseModel):
    __pydantic_extra__: dict[str, str] = Field(init=False)

    size: int
    folder: Folder | None = None
    attributes: dict[str, str] | None = None
    anything: Any = None


class Folder(BaseModel):
    name: str
    parent: Folder | None = None
    folders: list[Folder] | None = None
    files: dict[str, File] | None = None
    owner: FolderOwner | None = None
