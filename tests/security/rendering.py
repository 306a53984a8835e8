"""Clients in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.config.settings import Settings
from sdksmith.planning import render_client
from sdksmith.report.observer import Observer
from sdksmith.workers.pool import RenderWorker

if TYPE_CHECKING:
    from pathlib import Path


def render_files(spec: Path | str, settings: Settings | None = None) -> dict[str, str]:
    """Return the paths and texts of the files of a client."""
    worker = RenderWorker(processes=1)
    client = render_client(str(spec), settings or Settings(), Observer(), worker)
    return {file.path: file.text for file in client.files}
