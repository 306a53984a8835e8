"""Rendering and verification of the files of a client."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..output.verify import verify_content
from ..render.environment import load_templates
from ..render.files import list_parts
from .forks import Task, run_tasks

if TYPE_CHECKING:
    from ..plan.package import Package
    from ..render.files import Part
    from ..render.rendered import RenderedFile


def render_files(package: Package, processes: int = 1) -> tuple[RenderedFile, ...]:
    """Return the files of a client, sorted by path, with verified content.

    Args:
        package: The client.
        processes: Maximum number of processes, including this one.

    Raises:
        VerifyError: If a file has content that no template renders.
        ForkError: If this or any other error occurs in another process.
    """
    if processes > 1:
        load_templates()  # 0.1 s, which each forked process would need
    tasks = [
        Task(part.weight, partial(_render_part, part)) for part in list_parts(package)
    ]
    files = [file for rendered in run_tasks(tasks, processes) for file in rendered]
    return tuple(sorted(files, key=lambda file: file.path))


def _render_part(part: Part) -> list[RenderedFile]:
    files = list(part.render())
    for file in files:
        verify_content(file)
    return files
