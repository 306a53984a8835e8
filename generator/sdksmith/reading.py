"""Stages from the bytes of a document to the model, and the functions that end there.

Each stage is imported where it runs, so that a command loads only the stages it needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from .config.settings import Settings
from .config.validation import Validation
from .report.diagnostics import Effect
from .report.observer import Observer
from .report.result import RepairedDocument
from .workers.garbage_collection import paused_garbage_collection

if TYPE_CHECKING:
    from .json_data import JsonObject
    from .load.document import Document
    from .load.files.related import RelatedFiles
    from .load.files.source import RawSource
    from .model.api import Api
    from .report.budget import Budget


class ReadDocument(Struct, frozen=True):
    """Repaired document, and the reader of the files that it refers to."""

    document: Document
    files: RelatedFiles


def read_document(
    spec: str, settings: Settings, observer: Observer, source: RawSource | None = None
) -> ReadDocument:
    """Read a document and the files it refers to, then repair and validate it.

    Args:
        spec: The document as specified by the user.
        settings: Settings of the run.
        observer: Receives diagnostics and progress.
        source: The bytes of the document, if they have been read.
    """
    from .bundle import bundle
    from .load import load_document
    from .load.files.related import RelatedFiles
    from .load.files.source import read_source
    from .repair.engine.passes import repair
    from .validate.validation import validate_document

    observer.enter("reading the document")
    source = source or read_source(spec)
    loaded = load_document(source.name, source.data, guess=settings.guess)
    observer.report.extend(loaded.diagnostics)
    files = RelatedFiles(
        spec,
        source.url,
        is_private=source.is_private,
        allow_remote=settings.allow_remote,
    )
    bundled = bundle(loaded.document, files)
    observer.report.extend(bundled.diagnostics)
    observer.enter("repairing")
    repaired = repair(bundled.document, guess=settings.guess)
    observer.report.extend(repaired.diagnostics)
    if settings.validate is not Validation.OFF:
        observer.enter("validating")
        full = settings.validate is Validation.FULL
        observer.report.extend(validate_document(repaired.document, full=full))
    return ReadDocument(repaired.document, files)


class ReadApi(Struct, frozen=True):
    """API as read from its document.

    Attributes:
        document: The repaired document.
        files: Reader of the files that the document refers to.
        upgraded: The document converted to 3.1, with the security schemes of the settings.
        api: The model, with the settings applied.
        operations_total: Number of operations in the source document.
        budget: Work that remains for the next stages.
    """

    document: Document
    files: RelatedFiles
    upgraded: Document
    api: Api
    operations_total: int
    budget: Budget


def read_api(
    spec: str,
    settings: Settings,
    observer: Observer,
    source: RawSource | None = None,
    *,
    with_places: bool = False,
) -> ReadApi:
    """Read a document, build its model and apply the settings to both.

    See `read_document` for the arguments, and `build_api` for `with_places`.
    """
    from .config.overrides import add_auth_schemes, apply_operations, apply_settings
    from .model.build import build_api
    from .report.budget import Budget
    from .upgrade import upgrade

    read = read_document(spec, settings, observer, source)
    document = read.document
    omitted = sum(item.count for item in observer.report.with_effect(Effect.OMITTED))
    observer.enter("upgrading to OpenAPI 3.1")
    upgraded = add_auth_schemes(upgrade(document), settings.auth)
    size = sum(len(source.data) for source in (document.source, *document.parts))
    limits = settings.limits
    budget = Budget(size, limits.nodes, limits.output_bytes, upgraded.locate)
    observer.enter("building the model")
    built = build_api(upgraded, budget, with_places=with_places)
    observer.report.extend(built.diagnostics)
    api = apply_settings(built.api, settings.auth, settings.names)
    api = apply_operations(api, settings.operations)
    total = built.api.operations_total + omitted
    return ReadApi(document, read.files, upgraded, api, total, budget)


def repair_document(
    spec: str | Path,
    *,
    upgraded: bool = False,
    guess: bool = True,
    allow_remote: bool = False,
    observer: Observer | None = None,
) -> RepairedDocument:
    """Return the repaired document.

    References to other files are resolved: the result is a single document.

    Args:
        spec: Path or URL of the document, or `-` for standard input.
        upgraded: Whether to convert the document to OpenAPI 3.1.
        guess: Whether repairs may invent information that the document does not contain.
        allow_remote: Whether files may be fetched from other servers.
        observer: Receives the repairs, as diagnostics, and progress.

    Returns:
        The repaired document with all diagnostics.

    Raises:
        DocumentError: If the document is unusable.
    """
    from .text.documents import is_json

    observer = observer or Observer()
    document = read_repaired(
        spec,
        upgraded=upgraded,
        guess=guess,
        allow_remote=allow_remote,
        observer=observer,
    )
    return RepairedDocument(
        root=document.root,
        version=str(document.dialect),
        is_json=is_json(document.source.data),
        diagnostics=tuple(observer.report),
    )


def read_repaired(
    spec: str | Path,
    *,
    upgraded: bool = False,
    guess: bool = True,
    allow_remote: bool = False,
    observer: Observer | None = None,
) -> Document:
    """Return the repaired document with its positions. See `repair_document`."""
    observer = observer or Observer()
    with paused_garbage_collection():
        settings = Settings(
            guess=guess, allow_remote=allow_remote, validate=Validation.OFF
        )
        document = read_document(str(spec), settings, observer).document
        if not upgraded:
            return document
        from .upgrade import to_31

        return to_31(document)


def dump_model(
    spec: str | Path, settings: Settings, *, observer: Observer | None = None
) -> JsonObject:
    """Return the intermediate model of an API as JSON.

    Raises:
        DocumentError: If the document is unusable.
        SettingsError: If the settings do not fit the document.
    """
    from .model.dump import dump_api

    with paused_garbage_collection():
        return dump_api(read_api(str(spec), settings, observer or Observer()).api)
