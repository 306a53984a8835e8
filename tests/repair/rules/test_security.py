"""Repair rules for security, beyond the example of each rule."""

from __future__ import annotations

from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.repair.documents import swagger


def test_undefined_schemes_are_removed_from_requirements() -> None:
    repaired = repair(swagger("""
        security: [{key: [], lost: []}, {lost: []}, {}]
        paths: {}
        securityDefinitions: {key: {type: basic}}
        """))
    # A requirement keeps its defined schemes.
    assert repaired.document.root["security"] == [{"key": []}, {}]


def test_unknown_security_scheme_is_omitted() -> None:
    repaired = repair(swagger("""
        paths: {}
        securityDefinitions: {odd: {type: odd}}
        """))
    (found,) = repaired.diagnostics
    assert (found.code, found.effect) == ("AU002", Effect.OMITTED)
