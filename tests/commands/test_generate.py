"""`sdksmith generate`: exit codes, output and generated files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.commands.command_line import CLEAN, EMPTY, GUESSED, run
from tests.folders import folder_contents

if TYPE_CHECKING:
    from pathlib import Path


class TestGenerate:
    def test_client_is_generated_and_summarised(
        self, spec: Path, tmp_path: Path
    ) -> None:
        done = run("generate", spec, "--output", tmp_path / "out")
        assert done.exit_code == 0
        assert done.stderr == ""
        lines = done.stdout.splitlines()
        assert lines[0] == f"parcels 0.1.0 generated in {tmp_path / 'out'}"
        assert lines[1].split() == ["operations", "1", "of", "1"]
        assert (tmp_path / "out" / "src" / "parcels" / "__init__.py").is_file()

    def test_json_report_is_complete(self, guessed: Path, tmp_path: Path) -> None:
        done = run("generate", guessed, "-o", tmp_path / "out", "--format", "json")
        assert done.exit_code == 0
        assert done.stderr == ""
        report = json.loads(done.stdout)
        assert list(report) == [
            "status", "output", "package", "distribution", "version", "operations",
            "models", "files", "changed", "removed", "previous_version", "lock", "seconds", "diagnostics",
            "changes",
        ]  # fmt: skip
        assert report["status"] == "made"
        assert report["operations"] == {"made": 2, "there": 2, "paged": {}}
        assert report["files"] == sorted(folder_contents(tmp_path / "out"))
        (found,) = [item for item in report["diagnostics"] if item["code"] == "PA001"]
        assert list(found) == [
            "code", "effect", "safety", "message", "file", "line", "column", "pointer",
            "operations", "edits",
        ]  # fmt: skip
        assert (found["effect"], found["safety"]) == ("repaired", "guess")
        assert found["file"] == str(guessed)
        assert (found["line"], found["column"]) == (11, 5)
        (edit,) = found["edits"]
        assert "before" not in edit
        assert edit["after"]

    def test_timings_are_printed_to_standard_error(
        self, spec: Path, tmp_path: Path
    ) -> None:
        done = run(
            "generate", spec, "-o", tmp_path / "out", "--timings", "--format", "json"
        )
        assert json.loads(done.stdout)["status"] == "made"
        stages = [line.split("  ")[0] for line in done.stderr.splitlines()]
        assert stages[:4] == [
            *("stage", "starting", "reading the document", "looking for changes"),
        ]
        assert stages[4:-2] == [
            *("repairing", "validating", "upgrading to OpenAPI 3.1"),
            *("building the model", "planning the package", "rendering"),
            "writing files",
        ]
        assert stages[-2:] == ["total", "peak memory"]

    def test_quiet_prints_nothing(self, guessed: Path, tmp_path: Path) -> None:
        done = run("generate", guessed, "-o", tmp_path / "out", "--quiet")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")

    def test_command_line_overrides_settings_file(
        self, spec: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "sdksmith.toml").write_text('package = "mine"\nversion = "3.0"\n')
        done = run(
            "generate", spec, "-o", tmp_path / "out", "--package", "other",
            "--format", "json",
        )  # fmt: skip
        report = json.loads(done.stdout)
        assert (report["package"], report["version"]) == ("other", "3.0")

    def test_config_option_selects_the_settings_file(
        self, spec: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "sdksmith.toml").write_text("broken")
        config = tmp_path / "pyproject.toml"
        config.write_text('[tool.sdksmith]\npackage = "mine"\n')
        done = run(
            "generate", spec, "-o", tmp_path / "out", "--config", config,
            "--format", "json",
        )  # fmt: skip
        assert json.loads(done.stdout)["package"] == "mine"

    def test_document_is_read_from_standard_input(self, tmp_path: Path) -> None:
        done = run("generate", "-", "-o", tmp_path / "out", stdin=CLEAN)
        assert done.exit_code == 0
        assert (tmp_path / "out" / "src" / "parcels").is_dir()

    def test_settings_name_methods(self, spec: Path, tmp_path: Path) -> None:
        (tmp_path / "sdksmith.toml").write_text(
            '[names]\n"GET /parcels" = "depot.everything"\n'
        )
        assert run("generate", spec, "-o", tmp_path / "out").exit_code == 0
        assert "client.depot.everything(" in (tmp_path / "out" / "api.md").read_text()

    def test_method_can_be_moved_to_the_client(
        self, spec: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "sdksmith.toml").write_text('[names]\n"GET /parcels" = "look"\n')
        assert run("generate", spec, "-o", tmp_path / "out").exit_code == 0
        assert "client.look(" in (tmp_path / "out" / "api.md").read_text()


class TestCheck:
    def test_check_reports_whether_the_folder_is_current(
        self, spec: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "out"
        assert run("generate", spec, "-o", out, "--check").exit_code == 3
        assert not out.exists()
        assert run("generate", spec, "-o", out).exit_code == 0
        before = folder_contents(out)
        done = run("generate", spec, "-o", out, "--check")
        assert done.exit_code == 0
        assert "is up to date in" in done.stdout
        spec.write_text(CLEAN.replace("Parcels.", "Packages."))
        done = run("generate", spec, "-o", out, "--check")
        assert done.exit_code == 3
        assert "is out of date in" in done.stdout
        assert "parcels.py" in done.stderr
        assert folder_contents(out) == before

    def test_json_lists_stale_files(self, spec: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        run("generate", spec, "-o", out)
        (out / "api.md").write_text("edited")
        done = run("generate", spec, "-o", out, "--check", "--format", "json")
        assert done.exit_code == 3
        report = json.loads(done.stdout)
        assert (report["status"], report["changed"]) == ("stale", ["api.md"])


class TestStrictness:
    def test_strict_rejects_guesses(self, guessed: Path, tmp_path: Path) -> None:
        done = run("generate", guessed, "-o", tmp_path / "out", "--strict")
        assert done.exit_code == 1
        assert "GE003 fatal" in done.stderr
        assert "PA001 repaired (guess)" in done.stderr
        assert done.stdout == ""
        assert not (tmp_path / "out").exists()

    def test_strict_accepts_exact_repairs(self, tmp_path: Path) -> None:
        path = tmp_path / "exact.yaml"
        text = GUESSED.replace(
            "get: {resp", "get: {parameters: [{name: id, in: path, type: string}], resp"
        )
        path.write_text(text)
        done = run("generate", path, "-o", tmp_path / "out", "--strict")
        assert done.exit_code == 0, done.stderr
        assert "repaired (exact)" in done.stderr

    def test_strict_can_be_set_in_the_settings_file(
        self, guessed: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "sdksmith.toml").write_text("strict = true\n")
        assert run("generate", guessed, "-o", tmp_path / "out").exit_code == 1

    def test_no_guess_omits_the_part(self, guessed: Path, tmp_path: Path) -> None:
        done = run(
            "generate", guessed, "-o", tmp_path / "out", "--no-guess",
            "--format", "json",
        )  # fmt: skip
        assert done.exit_code == 0
        report = json.loads(done.stdout)
        assert report["operations"] == {"made": 1, "there": 2, "paged": {}}
        assert [
            (item["code"], item["operations"])
            for item in report["diagnostics"]
            if item["effect"] == "omitted"
        ] == [("PA001", 1)]


class TestErrors:
    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"\x00\x01\x02\xff\xfe",
            b"just some text",
            b"[1, 2]",
            b"openapi: 9.9.9\npaths: {}\n",
            b'{"swagger": "2.0", "paths": {',
            b"a: [b\n",
            b"info: {title: x}\npaths: {}\n",
            EMPTY.encode(),
        ],
        ids=lambda data: repr(data[:12]),
    )
    def test_unusable_document_is_reported_in_one_line(
        self, tmp_path: Path, data: bytes
    ) -> None:
        path = tmp_path / "spec.yaml"
        path.write_bytes(data)
        done = run("generate", path, "-o", tmp_path / "out")
        assert done.exit_code == 1
        assert done.stdout == ""
        (line,) = [line for line in done.stderr.splitlines() if " fatal: " in line]
        assert line.startswith(str(path))
        assert [item.name for item in tmp_path.iterdir()] == ["spec.yaml"]

    @pytest.mark.parametrize("name", ["missing.yaml", "."])
    def test_unreadable_document_is_reported(self, tmp_path: Path, name: str) -> None:
        done = run("generate", tmp_path / name, "-o", tmp_path / "out")
        assert done.exit_code == 1
        assert len(done.stderr.splitlines()) == 1
        assert str(tmp_path) in done.stderr

    def test_errors_are_reported_in_json(self, tmp_path: Path) -> None:
        path = tmp_path / "spec.yaml"
        path.write_text(EMPTY)
        done = run("generate", path, "-o", tmp_path / "out", "--format", "json")
        assert (done.exit_code, done.stderr) == (1, "")
        report = json.loads(done.stdout)
        assert report["status"] == "failed"
        assert report["error"] == report["diagnostics"][-1]["message"]
        assert report["diagnostics"][-1]["code"] == "GE002"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("packge = 'x'\n", "sdksmith.toml:1: unknown setting `packge`; did you"),
            (
                "\n[names]\nlist = 'x.y'\n",
                "sdksmith.toml:3: document has no operat",
            ),
            (
                "[auth.key]\nargument = 'x'\n",
                "sdksmith.toml:1: document has no sec",
            ),
        ],
    )
    def test_invalid_settings_are_reported_with_their_line(
        self, spec: Path, tmp_path: Path, text: str, expected: str
    ) -> None:
        (tmp_path / "sdksmith.toml").write_text(text)
        done = run("generate", spec, "-o", tmp_path / "out")
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1
        assert expected in done.stderr
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("text", ['version = "1.0"\n', 'package = "parcels"\n'])
    def test_invalid_package_option_is_reported_without_a_line(
        self, spec: Path, tmp_path: Path, text: str
    ) -> None:
        (tmp_path / "sdksmith.toml").write_text(text)
        done = run("generate", spec, "-o", tmp_path / "out", "--package", "my-client")
        assert done.exit_code == 2
        message = "package 'my-client' is not a Python identifier"
        assert done.stderr == f"--package: {message}\n"

    @pytest.mark.parametrize(
        "arguments",
        [[], ["spec.yaml"], ["spec.yaml", "-o", "x", "--validate", "deep"], ["--nope"]],
    )
    def test_invalid_usage_exits_with_2(self, arguments: list[str]) -> None:
        done = run("generate", *arguments)
        assert done.exit_code == 2
        assert "Error" in done.stderr

    def test_foreign_folder_is_rejected(self, spec: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.mkdir()
        (out / "thesis.txt").write_text("mine")
        done = run("generate", spec, "-o", out)
        assert done.exit_code == 2
        assert "--force" in done.stderr
        assert folder_contents(out) == {"thesis.txt": b"mine"}
        assert run("generate", spec, "-o", out, "--force").exit_code == 0
        assert (out / "thesis.txt").read_text() == "mine"

    def test_output_that_is_a_file_is_rejected(
        self, spec: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "out").write_text("mine")
        done = run("generate", spec, "-o", tmp_path / "out")
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1
        assert (tmp_path / "out").read_text() == "mine"


class TestPlainHttp:
    AUTH = "securityDefinitions: {basic: {type: basic}}\nsecurity: [{basic: []}]\n"

    @pytest.mark.parametrize(
        ("host", "schemes", "noted"),
        [
            ("api.example.com", "[http]", True),
            ("api.example.com", "[http, https]", False),
            ("localhost:8080", "[http]", False),
            ("127.0.0.1", "[http]", False),
        ],
    )
    def test_credentials_over_plain_http_are_noted(
        self, tmp_path: Path, host: str, schemes: str, noted: bool
    ) -> None:
        text = CLEAN.replace("parcels.example.com", host)
        path = tmp_path / "spec.yaml"
        path.write_text(text.replace("[https]", schemes) + self.AUTH)
        done = run("generate", path, "-o", tmp_path / "out")
        assert done.exit_code == 0
        assert (f"{path}:4:1: GE001 noted: " in done.stderr) is noted

    def test_plain_http_without_credentials_is_not_noted(self, tmp_path: Path) -> None:
        path = tmp_path / "spec.yaml"
        path.write_text(CLEAN.replace("[https]", "[http]"))
        assert "GE001" not in run("generate", path, "-o", tmp_path / "out").stderr
