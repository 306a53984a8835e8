"""Results of runs as JSON data."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from sdksmith.cache.results import SavedResult, restore_diagnostics, save_result
from sdksmith.report.diagnostics import (
    ABSENT,
    Diagnostic,
    Edit,
    Effect,
    Location,
    Safety,
)
from sdksmith.report.result import Result, Status

PLACE = Location("spec.yaml", 1, 2, "/paths/~1a")
DIAGNOSTICS = (
    Diagnostic("GE001", Effect.NOTED, "nothing \ud800 \x1b", PLACE),
    Diagnostic(
        "PA001",
        Effect.REPAIRED,
        "values",
        PLACE,
        (
            Edit("/a", ABSENT, None),
            Edit("/b", {"deep": [1, 1.0, 10**30, "", {"null": None}]}, ABSENT),
            Edit("/c", True, 1),
        ),
        Safety.GUESS,
    ),
    Diagnostic("PA002", Effect.OMITTED, "operation", PLACE, count=1),
)
RESULT = Result(
    status=Status.MADE,
    output=Path("out"),
    package="acme",
    distribution="acme",
    version="1.0",
    files=("a",),
    changed=("a",),
    removed=(),
    diagnostics=DIAGNOSTICS,
    operations_generated=1,
    operations_total=2,
    operations_paged={"offset": 1, "cursor": 2},
    models=3,
    seconds=1.5,
)


def restore(saved: SavedResult) -> SavedResult:
    text = json.dumps(msgspec.to_builtins(saved))
    return msgspec.convert(json.loads(text), SavedResult)


def test_diagnostics_are_restored_exactly() -> None:
    restored = restore_diagnostics(restore(save_result(RESULT)))
    assert restored == DIAGNOSTICS
    assert repr(restored) == repr(DIAGNOSTICS)


def test_numbers_are_restored_in_their_order() -> None:
    restored = restore(save_result(RESULT))
    assert list(restored.operations_paged) == ["offset", "cursor"]
    assert (restored.package, restored.models) == ("acme", 3)
