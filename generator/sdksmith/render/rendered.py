"""Rendered files, passed from rendering to output.

A separate module, so it can be imported without importing Jinja.
"""

from __future__ import annotations

from msgspec import Struct


class RenderedFile(Struct, frozen=True):
    """A file of the client, before formatting.

    Attributes:
        path: Path relative to the folder of the client, with `/` as separator.
        text: Content of the file, with LF line endings.
        template: Path of its template relative to the template folder.
        is_final: Whether the content is copied byte for byte, without formatting.
        is_optional: Whether the user can have a file of their own at the path.
    """

    path: str
    text: str
    template: str
    is_final: bool = False
    is_optional: bool = False
