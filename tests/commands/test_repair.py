"""`sdksmith repair`: printed documents, files, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml

from tests.commands.command_line import GUESSED, SEED, run

if TYPE_CHECKING:
    from pathlib import Path


class TestRepair:
    def test_prints_the_document_and_each_repair(self, guessed: Path) -> None:
        done = run("repair", guessed)
        assert done.exit_code == 0
        assert f"{guessed}:11:5: PA001 repaired (guess): " in done.stderr
        repaired = yaml.safe_load(done.stdout)
        assert list(repaired) == ["swagger", "info", "host", "schemes", "paths"]
        (parameter,) = repaired["paths"]["/parcels/{id}"]["get"]["parameters"]
        assert parameter["name"] == "id"

    def test_its_result_needs_no_repair(self, guessed: Path, tmp_path: Path) -> None:
        again = tmp_path / "again.yaml"
        first = run("repair", guessed, "--output", again)
        assert (first.exit_code, first.stdout) == (0, "")
        done = run("repair", again)
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout == again.read_text()

    def test_a_json_document_stays_one(self, tmp_path: Path) -> None:
        path = tmp_path / "spec.yaml"
        path.write_text(json.dumps(yaml.safe_load(GUESSED)))
        assert json.loads(run("repair", path).stdout)["swagger"] == "2.0"

    def test_a_document_is_said_in_the_words_of_31(self, guessed: Path) -> None:
        done = run("repair", guessed, "--to", "3.1")
        upgraded = yaml.safe_load(done.stdout)
        assert upgraded["openapi"].startswith("3.1.")
        assert upgraded["servers"] == [{"url": "https://parcels.example.com"}]

    def test_programs_get_document_and_repairs_in_one(self, guessed: Path) -> None:
        done = run("repair", guessed, "--format", "json")
        answer = json.loads(done.stdout)
        assert list(answer) == ["status", "document", "diagnostics"]
        assert answer["document"]["swagger"] == "2.0"
        assert [item["code"] for item in answer["diagnostics"]] == ["PA001"]

    def test_guesses_can_be_refused(self, guessed: Path) -> None:
        done = run("repair", guessed, "--no-guess")
        assert yaml.safe_load(done.stdout)["paths"]["/parcels/{id}"] == {}
        assert "PA001 omitted" in done.stderr

    def test_the_document_itself_is_not_overwritten(self, guessed: Path) -> None:
        done = run("repair", guessed, "--output", guessed)
        assert done.exit_code == 2
        assert guessed.read_text() == GUESSED

    def test_a_folder_that_is_not_there_is_said(
        self, guessed: Path, tmp_path: Path
    ) -> None:
        done = run("repair", guessed, "--output", tmp_path / "no" / "out.yaml")
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1

    def test_the_seed_passes_as_it_was_mended(self, tmp_path: Path) -> None:
        once = tmp_path / "once.yaml"
        assert run("repair", SEED, "--output", once).exit_code == 0
        done = run("repair", once)
        assert done.stderr == ""
        assert done.stdout == once.read_text()
