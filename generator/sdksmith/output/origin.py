"""Inputs of a run, compared with those of the previous one."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from .compare import read_manifest
from .manifest import Origin, sha256_of_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ..json_data import JsonValue


def make_origin(
    output: Path,
    generator: str,
    documents: Sequence[tuple[bytes, JsonValue]],
    settings: str,
) -> Origin:
    """Return the inputs of a run.

    If the documents contain the same values as those of the previous run, their bytes count
    as the same, too: a document that was reformatted does not make a client out of date. The
    values are only compared if the bytes differ, because that takes as long as parsing.

    Args:
        output: The output folder, with the manifest of the previous run.
        generator: Version of sdksmith.
        documents: Bytes and values of the document and the files that it refers to, in the
            order of reading.
        settings: SHA-256 of the settings.
    """
    previous = None
    # Writing to the folder will report why it cannot be read.
    with suppress(OSError, ValueError, RuntimeError):
        previous = read_manifest(output.resolve())
    spec = sha256_of_all([data for data, _ in documents])
    if previous is not None and previous.spec == spec and previous.content:
        content = previous.content
    else:
        content = sha256_of_all([json.dumps(root).encode() for _, root in documents])
        if previous is not None and previous.content == content:
            spec = previous.spec
    return Origin(generator, spec, content, settings)
