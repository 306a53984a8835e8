"""Repair engine: passes, edits, diagnostics and refused guesses."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith.load import load_document
from sdksmith.repair.engine import passes as engine
from sdksmith.repair.engine.passes import ConvergenceError, repair
from sdksmith.repair.engine.rule import Finding, Node, Rule, put, rule
from sdksmith.report.diagnostics import ABSENT, Edit, Effect, Safety
from sdksmith.spec.grammar import Kind

from tests.repair.documents import swagger, validation_errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdksmith.load.document import Dialect, Document
    from sdksmith.report.diagnostics import Diagnostic

STRIPE_INVOICES = Path(__file__).parents[3] / "specs" / "stripe-invoices" / "spec.yaml"
CLEAN = """
paths:
  /parcels:
    get:
      responses: {"200": {description: Parcels.}}
"""
BROKEN = """
swagger: "2.0"
info:
  title: Parcels
basePath: v1/
paths:
  /parcels?state=lost:
    GET:
      parameters: [page, {name: size, in: query, type: int}, none]
      responses:
        1: {description: No parcel.}
        200:
          schema: {type: array}
  header:
    get: {}
definitions: []
"""


def load(text: str) -> Document:
    return load_document("parcels.yaml", text.encode()).document


def by_code(diagnostics: tuple[Diagnostic, ...], code: str) -> list[Diagnostic]:
    return [item for item in diagnostics if item.code == code]


class TestUnchangedDocuments:
    def test_valid_document_is_returned_unchanged(self) -> None:
        document = swagger(CLEAN)
        repaired = repair(document)
        assert repaired.document is document
        assert repaired.diagnostics == ()

    def test_input_is_not_mutated(self) -> None:
        document = load(BROKEN)
        before = copy.deepcopy(document.root)
        assert repair(document).diagnostics
        assert document.root == before
        assert document.source.root == before

    def test_unchanged_nodes_are_shared_with_the_repaired_tree(self) -> None:
        document = swagger(CLEAN + "definitions: []\n")
        repaired = repair(document).document
        assert repaired.root["definitions"] == {}
        assert repaired.root["paths"] is document.root["paths"]


class TestPasses:
    def test_repairs_depend_on_earlier_repairs(self) -> None:
        document = load(BROKEN)
        repaired = repair(document).document
        assert repaired.root["paths"] == {
            "/parcels": {
                "get": {
                    "parameters": [{"name": "size", "in": "query", "type": "integer"}],
                    "responses": {
                        "200": {"schema": {"type": "array"}, "description": "OK"}
                    },
                    "x-sdksmith-error-codes": {"1": "No parcel."},
                },
                "x-sdksmith-query": {"state": "lost"},
            }
        }
        assert validation_errors(repaired.root, repaired.dialect) == []

    def test_repair_is_idempotent(self) -> None:
        once = repair(load(BROKEN)).document
        again = repair(once)
        assert again.document is once
        assert [item for item in again.diagnostics if item.edits] == []

    def test_renamed_key_keeps_its_position(self) -> None:
        document = swagger("""
            paths:
              /a: {get: {responses: {"200": {description: A.}}}}
              "/b ": {get: {responses: {"200": {description: B.}}}}
              /c: {get: {responses: {"200": {description: C.}}}}
        """)
        paths = repair(document).document.root["paths"]
        assert isinstance(paths, dict)
        assert list(paths) == ["/a", "/b", "/c"]

    def test_several_entries_of_a_list_are_removed_in_one_pass(self) -> None:
        listed = [f"no parameter {number}" for number in range(40)]
        document = swagger(json.dumps({"paths": {"/a": {"parameters": listed}}}))
        repaired = repair(document)
        assert repaired.document.root["paths"] == {"/a": {"parameters": []}}
        pointers = [item.edits[0].pointer for item in repaired.diagnostics]
        assert pointers == [f"/paths/~1a/parameters/{n}" for n in range(40)]

    def test_conflicting_rules_raise(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def rules_for_info(_: Dialect) -> Mapping[Kind, tuple[Rule, ...]]:
            return {Kind.INFO: (_endless_rule(),)}

        monkeypatch.setattr(engine, "rules_by_kind", rules_for_info)
        with pytest.raises(ConvergenceError, match="XX001"):
            repair(swagger(CLEAN))


def _endless_rule() -> Rule:
    @rule(
        "XX001", on=Kind.INFO, title="X", safety=Safety.EXACT, bad="a: 1", good="b: 1"
    )
    def longer_title(node: Node) -> Iterator[Finding]:
        title = node.get("title")
        yield Finding("More!", edits=(put(node.child_pointer("title"), f"{title}!"),))

    return longer_title


class TestDiagnostics:
    def test_edit_contains_the_old_value(self) -> None:
        (found,) = by_code(repair(load(BROKEN)).diagnostics, "SV002")
        assert found.edits == (Edit("/basePath", "v1/", "/v1"),)
        assert (found.effect, found.safety) == (Effect.REPAIRED, Safety.LIKELY)

    def test_added_value_has_no_old_value(self) -> None:
        (found,) = by_code(repair(load(BROKEN)).diagnostics, "RS005")
        (edit,) = found.edits
        assert (edit.before, edit.after) == (ABSENT, "OK")

    def test_omitted_operations_are_counted(self) -> None:
        (found,) = by_code(repair(load(BROKEN)).diagnostics, "PT001")
        assert (found.effect, found.count) == (Effect.OMITTED, 1)

    def test_line_of_a_diagnostic_is_that_of_the_source(self) -> None:
        lines = BROKEN.splitlines()
        for code, text in {
            "PT003": "/parcels?state=lost",
            "SH005": "GET:",
            "RS001": "1: {",
            "RS005": "200:",
            "PT001": "header:",
        }.items():
            (found,) = by_code(repair(load(BROKEN)).diagnostics, code)
            assert lines[found.location.line - 1].strip().startswith(text), code

    def test_moved_node_keeps_its_source_position(self) -> None:
        repaired = repair(load(BROKEN)).document
        schema = "/paths/~1parcels/get/responses/200/schema"
        place = repaired.locate(schema)
        assert BROKEN.splitlines()[place.line - 1].strip() == "schema: {type: array}"

    def test_notes_are_reported_once(self) -> None:
        document = swagger("""
            basePath: v1
            paths:
              /a: {get: {responses: {"404": {description: Nothing.}}}}
        """)
        repaired = repair(document)
        (remark,) = by_code(repaired.diagnostics, "RS006")
        assert remark.effect is Effect.NOTED
        assert by_code(repaired.diagnostics, "SV002")


class TestRefusedGuesses:
    def test_refused_guess_omits_the_part(self) -> None:
        document = swagger("""
            paths: {}
            security: [{key: []}]
            securityDefinitions:
              key: {type: apiKey}
              other: {type: apiKey, in: query, name: other}
        """)
        fallback = repair(document, guess=False)
        assert fallback.document.root["securityDefinitions"] == {
            "other": {"type": "apiKey", "in": "query", "name": "other"}
        }
        assert "security" not in fallback.document.root
        (found,) = by_code(fallback.diagnostics, "AU004")
        assert (found.effect, found.safety) == (Effect.OMITTED, None)

    def test_omitted_operation_is_counted(self) -> None:
        document = swagger("""
            paths:
              /a/{id}: {get: {responses: {"200": {description: A.}}}}
        """)
        assert repair(document).document.root["paths"] != {}
        omitted = [item.count for item in repair(document, guess=False).diagnostics]
        assert sum(omitted) == 1

    def test_likely_repairs_are_applied_without_guesses(self) -> None:
        assert by_code(repair(load(BROKEN), guess=False).diagnostics, "SV002")


class TestStripeInvoices:
    """Repair of `specs/stripe-invoices`."""

    def test_repaired_document_is_valid(self) -> None:
        document = load_document("spec.yaml", STRIPE_INVOICES.read_bytes()).document
        assert validation_errors(document.root, document.dialect)
        repaired = repair(document).document
        assert validation_errors(repaired.root, repaired.dialect) == []
        assert repair(repaired).document is repaired

    def test_no_operation_is_omitted(self) -> None:
        repaired = repair(
            load_document("spec.yaml", STRIPE_INVOICES.read_bytes()).document
        )
        assert [item for item in repaired.diagnostics if item.count] == []

    def test_error_codes_are_not_responses(self) -> None:
        document = load_document("spec.yaml", STRIPE_INVOICES.read_bytes()).document
        text = json.dumps(repair(document).document.root)
        assert '"116": "Bad URL found' in text
        assert '"116": {"description"' not in text
