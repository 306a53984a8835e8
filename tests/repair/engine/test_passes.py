"""Repair engine: passes, edits, diagnostics and refused guesses."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith.load import load_document
from sdksmith.repair.engine import passes as engine
from sdksmith.repair.engine.passes import UnsettledError, repair
from sdksmith.repair.engine.rule import Finding, Node, Rule, put, rule
from sdksmith.report.diagnostics import ABSENT, Edit, Effect, Safety
from sdksmith.spec.grammar import Kind

from tests.repair.documents import swagger, validation_errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdksmith.load.document import Dialect, Document
    from sdksmith.report.diagnostics import Diagnostic

SEED = Path(__file__).parents[3] / "specs" / "stripe-invoices" / "spec.yaml"
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


class TestWhatItLeavesAlone:
    def test_a_clean_document_comes_back_as_it_is(self) -> None:
        document = swagger(CLEAN)
        repaired = repair(document)
        assert repaired.document is document
        assert repaired.diagnostics == ()

    def test_the_tree_that_came_in_is_not_changed(self) -> None:
        document = load(BROKEN)
        before = copy.deepcopy(document.root)
        assert repair(document).diagnostics
        assert document.root == before
        assert document.source.root == before

    def test_what_is_right_is_shared_with_the_repaired_tree(self) -> None:
        document = swagger(CLEAN + "definitions: []\n")
        repaired = repair(document).document
        assert repaired.root["definitions"] == {}
        assert repaired.root["paths"] is document.root["paths"]


class TestPasses:
    def test_one_repair_makes_way_for_the_next(self) -> None:
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

    def test_repairing_again_changes_nothing(self) -> None:
        once = repair(load(BROKEN)).document
        again = repair(once)
        assert again.document is once
        assert [item for item in again.diagnostics if item.edits] == []

    def test_a_renamed_key_keeps_its_place(self) -> None:
        document = swagger("""
            paths:
              /a: {get: {responses: {"200": {description: A.}}}}
              "/b ": {get: {responses: {"200": {description: B.}}}}
              /c: {get: {responses: {"200": {description: C.}}}}
        """)
        paths = repair(document).document.root["paths"]
        assert isinstance(paths, dict)
        assert list(paths) == ["/a", "/b", "/c"]

    def test_several_entries_leave_one_list_in_one_pass(self) -> None:
        listed = [f"no parameter {number}" for number in range(40)]
        document = swagger(json.dumps({"paths": {"/a": {"parameters": listed}}}))
        repaired = repair(document)
        assert repaired.document.root["paths"] == {"/a": {"parameters": []}}
        pointers = [item.edits[0].pointer for item in repaired.diagnostics]
        assert pointers == [f"/paths/~1a/parameters/{n}" for n in range(40)]

    def test_rules_that_quarrel_are_a_fault_of_ours(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def one_more(_: Dialect) -> Mapping[Kind, tuple[Rule, ...]]:
            return {Kind.INFO: (_one_more(),)}

        monkeypatch.setattr(engine, "rules_by_kind", one_more)
        with pytest.raises(UnsettledError, match="XX001"):
            repair(swagger(CLEAN))


def _one_more() -> Rule:
    @rule(
        "XX001", on=Kind.INFO, title="X", safety=Safety.EXACT, bad="a: 1", good="b: 1"
    )
    def longer_title(node: Node) -> Iterator[Finding]:
        title = node.get("title")
        yield Finding("More!", edits=(put(node.child_pointer("title"), f"{title}!"),))

    return longer_title


class TestWhatItSays:
    def test_an_edit_says_what_was_there(self) -> None:
        (found,) = by_code(repair(load(BROKEN)).diagnostics, "SV002")
        assert found.edits == (Edit("/basePath", "v1/", "/v1"),)
        assert (found.effect, found.safety) == (Effect.REPAIRED, Safety.LIKELY)

    def test_an_addition_had_nothing_before(self) -> None:
        (found,) = by_code(repair(load(BROKEN)).diagnostics, "RS005")
        (edit,) = found.edits
        assert (edit.before, edit.after) == (ABSENT, "OK")

    def test_lost_operations_are_counted(self) -> None:
        (found,) = by_code(repair(load(BROKEN)).diagnostics, "PT001")
        assert (found.effect, found.count) == (Effect.OMITTED, 1)

    def test_the_line_is_that_of_the_source_whatever_was_moved_before(self) -> None:
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

    def test_a_moved_node_is_still_found_in_the_source(self) -> None:
        repaired = repair(load(BROKEN)).document
        schema = "/paths/~1parcels/get/responses/200/schema"
        place = repaired.locate(schema)
        assert BROKEN.splitlines()[place.line - 1].strip() == "schema: {type: array}"

    def test_remarks_come_once_although_there_are_several_passes(self) -> None:
        document = swagger("""
            basePath: v1
            paths:
              /a: {get: {responses: {"404": {description: Nothing.}}}}
        """)
        repaired = repair(document)
        (remark,) = by_code(repaired.diagnostics, "RS006")
        assert remark.effect is Effect.NOTED
        assert by_code(repaired.diagnostics, "SV002")


class TestWithoutGuesses:
    def test_a_refused_guess_leaves_the_piece_out(self) -> None:
        document = swagger("""
            paths: {}
            security: [{key: []}]
            securityDefinitions:
              key: {type: apiKey}
              other: {type: apiKey, in: query, name: other}
        """)
        refused = repair(document, guess=False)
        assert refused.document.root["securityDefinitions"] == {
            "other": {"type": "apiKey", "in": "query", "name": "other"}
        }
        assert "security" not in refused.document.root
        (found,) = by_code(refused.diagnostics, "AU004")
        assert (found.effect, found.safety) == (Effect.OMITTED, None)

    def test_a_lost_operation_is_counted(self) -> None:
        document = swagger("""
            paths:
              /a/{id}: {get: {responses: {"200": {description: A.}}}}
        """)
        assert repair(document).document.root["paths"] != {}
        lost = [item.count for item in repair(document, guess=False).diagnostics]
        assert sum(lost) == 1

    def test_likely_repairs_are_made_all_the_same(self) -> None:
        assert by_code(repair(load(BROKEN), guess=False).diagnostics, "SV002")


class TestSeed:
    """The document that the project exists for."""

    def test_passes_the_full_check(self) -> None:
        document = load_document("spec.yaml", SEED.read_bytes()).document
        assert validation_errors(document.root, document.dialect)
        repaired = repair(document).document
        assert validation_errors(repaired.root, repaired.dialect) == []
        assert repair(repaired).document is repaired

    def test_loses_no_operation(self) -> None:
        repaired = repair(load_document("spec.yaml", SEED.read_bytes()).document)
        assert [item for item in repaired.diagnostics if item.count] == []

    def test_knows_the_bogus_codes_and_lists_none_as_response(self) -> None:
        document = load_document("spec.yaml", SEED.read_bytes()).document
        text = json.dumps(repair(document).document.root)
        assert '"116": "Bad URL found' in text
        assert '"116": {"description"' not in text
