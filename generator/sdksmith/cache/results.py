"""Results of runs as JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import UNSET, Struct, UnsetType

from ..report.diagnostics import (
    ABSENT,
    Absent,
    Diagnostic,
    Edit,
    Effect,
    Location,
    Safety,
)

if TYPE_CHECKING:
    from ..report.result import Result


class SavedEdit(Struct, frozen=True, omit_defaults=True):
    """An `Edit`; absent values are omitted. The values are JSON of any form."""

    pointer: str
    before: Any | UnsetType = UNSET
    after: Any | UnsetType = UNSET


class SavedDiagnostic(Struct, frozen=True, omit_defaults=True):
    """A `Diagnostic`."""

    code: str
    effect: Effect
    message: str
    location: Location
    edits: tuple[SavedEdit, ...] = ()
    safety: Safety | None = None
    count: int = 0


class SavedResult(Struct, frozen=True):
    """A `Result` without what each run determines itself: status, folder, files and time."""

    package: str
    distribution: str
    version: str
    operations_generated: int
    operations_total: int
    operations_paged: dict[str, int]
    models: int
    diagnostics: tuple[SavedDiagnostic, ...]


def save_result(result: Result) -> SavedResult:
    """Return what is saved of a result."""
    return SavedResult(
        package=result.package,
        distribution=result.distribution,
        version=result.version,
        operations_generated=result.operations_generated,
        operations_total=result.operations_total,
        operations_paged={**result.operations_paged},
        models=result.models,
        diagnostics=tuple(map(_save_diagnostic, result.diagnostics)),
    )


def _save_diagnostic(item: Diagnostic) -> SavedDiagnostic:
    return SavedDiagnostic(
        code=item.code,
        effect=item.effect,
        message=item.message,
        location=item.location,
        edits=tuple(
            SavedEdit(edit.pointer, _save_value(edit.before), _save_value(edit.after))
            for edit in item.edits
        ),
        safety=item.safety,
        count=item.count,
    )


def _save_value(value: Any) -> Any | UnsetType:
    return UNSET if isinstance(value, Absent) else value


def restore_diagnostics(saved: SavedResult) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of a saved result."""
    return tuple(map(_restore_diagnostic, saved.diagnostics))


def _restore_diagnostic(item: SavedDiagnostic) -> Diagnostic:
    return Diagnostic(
        code=item.code,
        effect=item.effect,
        message=item.message,
        location=item.location,
        edits=tuple(
            Edit(edit.pointer, _restore_value(edit.before), _restore_value(edit.after))
            for edit in item.edits
        ),
        safety=item.safety,
        count=item.count,
    )


def _restore_value(value: Any | UnsetType) -> Any:
    return ABSENT if value is UNSET else value
