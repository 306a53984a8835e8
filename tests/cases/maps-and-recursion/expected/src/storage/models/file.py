"""What the API answers with: `File`, `Folder`, `FolderOwner`, `FolderOwnerContact`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime import Model


class File(Model):
    """`File` of the API."""

    __pydantic_extra__: dict[str, str] = Field(init=False)

    size: int
    folder: Folder | None = None
    attributes: dict[str, str] | None = None
    anything: Any = None


class Folder(Model):
    """`Folder` of the API."""

    name: str
    parent: Folder | None = None
    folders: list[Folder] | None = None
    files: dict[str, File] | None = None
    owner: FolderOwner | None = None


class FolderOwner(Model):
    """`FolderOwner` of the API."""

    name: str | None = None
    contact: FolderOwnerContact | None = None


class FolderOwnerContact(Model):
    """`FolderOwnerContact` of the API."""

    email: str | None = None
