"""`sdksmith repair`: printed documents, files, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from tests.commands.command_line import GUESSED, STRIPE_INVOICES, run

if TYPE_CHECKING:
    from pathlib import Path


class TestRepair:
    def test_document_and_repairs_are_printed(self, guessed: Path) -> None:
        done = run("repair", guessed)
        assert done.exit_code == 0
        assert f"{guessed}:11:5: PA001 repaired (guess): " in done.stderr
        repaired = yaml.safe_load(done.stdout)
        assert list(repaired) == ["swagger", "info", "host", "schemes", "paths"]
        (parameter,) = repaired["paths"]["/parcels/{id}"]["get"]["parameters"]
        assert parameter["name"] == "id"

    def test_repaired_document_needs_no_repair(
        self, guessed: Path, tmp_path: Path
    ) -> None:
        again = tmp_path / "again.yaml"
        first = run("repair", guessed, "--output", again)
        assert (first.exit_code, first.stdout) == (0, "")
        done = run("repair", again)
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == again.read_text()

    def test_json_documents_are_printed_as_json(self, tmp_path: Path) -> None:
        path = tmp_path / "spec.yaml"
        path.write_text(json.dumps(yaml.safe_load(GUESSED)))
        assert json.loads(run("repair", path).stdout)["swagger"] == "2.0"

    def test_document_is_upgraded_to_3_1(self, guessed: Path) -> None:
        done = run("repair", guessed, "--to", "3.1")
        upgraded = yaml.safe_load(done.stdout)
        assert upgraded["openapi"].startswith("3.1.")
        assert upgraded["servers"] == [{"url": "https://parcels.example.com"}]

    def test_json_contains_document_and_repairs(self, guessed: Path) -> None:
        done = run("repair", guessed, "--format", "json")
        report = json.loads(done.stdout)
        assert list(report) == ["status", "document", "diagnostics"]
        assert report["document"]["swagger"] == "2.0"
        assert [item["code"] for item in report["diagnostics"]] == ["PA001"]

    def test_guesses_can_be_disabled(self, guessed: Path) -> None:
        done = run("repair", guessed, "--no-guess")
        assert yaml.safe_load(done.stdout)["paths"]["/parcels/{id}"] == {}
        assert "PA001 omitted" in done.stderr

    def test_input_document_is_not_overwritten(self, guessed: Path) -> None:
        done = run("repair", guessed, "--output", guessed)
        assert done.exit_code == 2
        assert guessed.read_text() == GUESSED

    def test_missing_output_folder_is_reported(
        self, guessed: Path, tmp_path: Path
    ) -> None:
        done = run("repair", guessed, "--output", tmp_path / "no" / "out.yaml")
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1

    def test_repair_of_stripe_invoices_is_idempotent(self, tmp_path: Path) -> None:
        once = tmp_path / "once.yaml"
        assert run("repair", STRIPE_INVOICES, "--output", once).exit_code == 0
        done = run("repair", once)
        assert done.stderr == ""
        assert done.stdout == once.read_text()
