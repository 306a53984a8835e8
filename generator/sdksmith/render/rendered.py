"""What crosses from rendering to output. It stands apart so that to have it costs no Jinja."""

from __future__ import annotations

from msgspec import Struct


class RenderedFile(Struct, frozen=True):
    """A file of the client, before it is formatted.

    Attributes:
        path: Relative to the folder of the client, with `/`.
        text: The content, with line feeds as line ends.
        template: What it was made from, relative to the template folder.
        is_final: Whether it is copied as it is, byte for byte.
    """

    path: str
    text: str
    template: str
    is_final: bool = False
