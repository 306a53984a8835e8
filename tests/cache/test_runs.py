"""Runs that return the result of the previous run, and those that must not."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from sdksmith import (
    DocumentError,
    Observer,
    OutputError,
    Result,
    Settings,
    Status,
    generate,
    pipeline,
)
from sdksmith.cache import generator, inputs
from sdksmith.cache.folder import VARIABLE
from sdksmith.config.validation import Validation
from sdksmith.reading import read_api
from sdksmith.render.rendered import RenderedFile
from sdksmith.report.presenters import result_to_json
from sdksmith.workers.pool import RenderWorker

from tests.commands.command_line import CLEAN, GUESSED, run
from tests.output.files import snapshot

if TYPE_CHECKING:
    from sdksmith.plan.package import Package
    from sdksmith.reading import ReadApi

REFERRING = CLEAN.replace("{type: string}", "{$ref: 'models/parcel.yaml#/Parcel'}")


class Project:
    """Folder with a document and its client, and the number of runs of the stages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spec = folder / "spec.yaml"
        self.out = folder / "out"
        self.full_runs = 0
        self.spec.write_text(GUESSED)

    def generate(self, settings: Settings | None = None, **options: Any) -> Result:
        return generate("spec.yaml", "out", settings or Settings(), **options)

    def runs_stages(self, settings: Settings | None = None, **options: Any) -> bool:
        """Return whether a run does not use the result of the previous one."""
        before = self.full_runs
        self.generate(settings, **options)
        return self.full_runs > before

    def record(self) -> Path:
        (record,) = (self.folder / "cache" / "runs").iterdir()
        return record


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))

    def count(*arguments: Any, **options: Any) -> ReadApi:
        project.full_runs += 1
        return read_api(*arguments, **options)

    monkeypatch.setattr(pipeline, "read_api", count)
    monkeypatch.setattr(RenderWorker, "render_files", render_few_files)
    return project


def render_few_files(_: RenderWorker, package: Package) -> tuple[RenderedFile, ...]:
    """Return some files of a client: all 80 would take most of the time of the tests."""
    readme = f"# {package.name} {package.version}\n"
    return (
        RenderedFile(".gitignore", "dist/\n", "gitignore", is_optional=True),
        RenderedFile("README.md", readme, "README.md.jinja"),
        RenderedFile("api.md", "# API\n", "api.md.jinja"),
        RenderedFile(f"src/{package.name}/__init__.py", "", "exports.py.jinja"),
    )


class TestUnchanged:
    def test_result_is_that_of_a_full_run(self, project: Project) -> None:
        project.generate()
        again = project.generate(use_cache=False)
        assert project.full_runs == 2
        cached = project.generate()
        assert project.full_runs == 2
        assert repr(replace(cached, seconds=0)) == repr(replace(again, seconds=0))
        expected = json.dumps({**result_to_json(again), "seconds": 0})
        assert json.dumps({**result_to_json(cached), "seconds": 0}) == expected

    def test_check_uses_the_result(self, project: Project) -> None:
        project.generate()
        assert project.generate(check=True).status is Status.CURRENT
        assert project.full_runs == 1

    def test_check_of_a_fresh_checkout_saves_a_result(self, project: Project) -> None:
        project.generate(use_cache=False)
        assert project.runs_stages(check=True)
        assert not project.runs_stages(check=True)

    def test_stale_folder_is_not_saved(self, project: Project) -> None:
        assert project.generate(check=True).status is Status.STALE
        assert not (project.folder / "cache").exists()

    def test_observer_receives_the_diagnostics(self, project: Project) -> None:
        observers = [Observer(), Observer()]
        results = [project.generate(observer=observer) for observer in observers]
        assert project.full_runs == 1
        assert list(observers[0].report) == list(observers[1].report) != []
        # An observer of several runs collects the diagnostics of all.
        twice = project.generate(observer=observers[1])
        assert twice.diagnostics == results[0].diagnostics * 2
        assert project.generate().diagnostics == results[0].diagnostics

    def test_nothing_is_written(self, project: Project) -> None:
        project.generate()
        times = {path: path.stat().st_mtime_ns for path in project.folder.rglob("*")}
        before = snapshot(project.folder)
        project.generate()
        assert snapshot(project.folder) == before
        assert {path: path.stat().st_mtime_ns for path in times} == times

    def test_folder_can_be_named_differently(self, project: Project) -> None:
        project.generate()
        result = generate("spec.yaml", project.folder / "x" / ".." / "out", Settings())
        assert project.full_runs == 1
        assert result.output == project.folder / "x" / ".." / "out"

    def test_command_prints_the_same_report(self, project: Project) -> None:
        runs = [run("generate", "spec.yaml", "-o", "out") for _ in range(3)]
        assert project.full_runs == 1
        assert runs[0].stderr == runs[1].stderr != ""
        reports = [done.stdout.splitlines() for done in runs]
        assert reports[1][-1].startswith("  time ")
        assert reports[1][:3] == reports[0][:3]
        assert reports[1][:-1] == reports[2][:-1]
        assert run("generate", "spec.yaml", "-o", "out", "--no-cache").exit_code == 0
        assert project.full_runs == 2

    def test_document_from_standard_input_is_compared(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for text, runs in ((CLEAN, 1), (CLEAN, 1), (GUESSED, 2), (GUESSED, 2)):
            stream = io.TextIOWrapper(io.BytesIO(text.encode()))
            monkeypatch.setattr(sys, "stdin", stream)
            generate("-", "out", Settings())
            assert project.full_runs == runs


CHANGES: dict[str, Callable[[Project], object]] = {
    "document": lambda project: project.spec.write_text(f"# Comment\n{GUESSED}"),
    "edited file": lambda project: (project.out / "api.md").write_text("mine"),
    "missing file": lambda project: (project.out / "api.md").unlink(),
    "missing manifest": lambda project: (project.out / ".sdksmith.json").unlink(),
    "file of the user": lambda project: (project.out / ".gitignore").write_text("a/"),
}


class TestChanges:
    @pytest.mark.parametrize("change", CHANGES)
    def test_change_is_found_once(self, project: Project, change: str) -> None:
        project.generate()
        CHANGES[change](project)
        assert project.runs_stages(force=True)
        assert not project.runs_stages()

    @pytest.mark.parametrize(
        "settings",
        [
            Settings(package="other"),
            Settings(validate=Validation.OFF),
            Settings(guess=False),
            Settings(allow_remote=True),
        ],
    )
    def test_settings_are_compared(self, project: Project, settings: Settings) -> None:
        project.generate()
        assert project.runs_stages(settings)

    def test_strict_run_fails_after_one_that_was_not(self, project: Project) -> None:
        project.generate()
        with pytest.raises(DocumentError, match="--strict"):
            project.generate(Settings(strict=True))

    def test_edited_file_is_an_error(self, project: Project) -> None:
        project.generate()
        (project.out / "README.md").write_text("mine")
        with pytest.raises(OutputError, match=r"edited .*README\.md"):
            project.generate()
        assert project.generate(check=True).changed == ("README.md",)

    def test_file_of_the_user_does_not_matter(self, project: Project) -> None:
        project.generate()
        (project.out / "LICENSE").write_text("mine")
        assert not project.runs_stages()

    def test_spelling_of_the_document_is_in_diagnostics(self, project: Project) -> None:
        project.generate()
        result = generate(project.spec, "out", Settings())
        assert project.full_runs == 2
        assert result.diagnostics[0].location.file == str(project.spec)

    def test_working_folder_is_compared(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        generate(project.spec, project.out, Settings())
        (project.folder / "elsewhere").mkdir()
        monkeypatch.chdir(project.folder / "elsewhere")
        generate(project.spec, project.out, Settings())
        assert project.full_runs == 2

    def test_generator_is_compared(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project.generate()
        monkeypatch.setattr(generator, "VERSION", "9.9")
        assert project.runs_stages()

    def test_unknown_generator_is_never_unchanged(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(inputs, "describe_generator", lambda: None)
        assert project.runs_stages()
        assert project.runs_stages()


def replace_by_link(path: Path) -> None:
    path.rename(path.with_name("other.yaml"))
    path.symlink_to("other.yaml")


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


CHANGES_OF_FILES: dict[str, Callable[[Path], object]] = {
    "edited": lambda model: model.write_text("Parcel: {type: string}\n"),
    "missing": lambda model: model.unlink(),
    "linked": replace_by_link,
    "named pipe": replace_by_pipe,
    "other project folder": lambda model: (model.parents[1] / ".git").mkdir(),
}


class TestReferencedFiles:
    @pytest.fixture(autouse=True)
    def model(self, project: Project) -> Path:
        path = project.folder / "models" / "parcel.yaml"
        path.parent.mkdir()
        path.write_text("Parcel: {type: object, properties: {a: {type: string}}}\n")
        project.spec.write_text(REFERRING)
        return path

    def test_unchanged_file_is_unchanged(self, project: Project) -> None:
        assert project.runs_stages()
        assert not project.runs_stages()

    @pytest.mark.parametrize("change", CHANGES_OF_FILES)
    def test_changes_are_found(
        self, project: Project, model: Path, change: str
    ) -> None:
        project.generate()
        CHANGES_OF_FILES[change](model)
        assert project.runs_stages()

    def test_other_files_do_not_matter(self, project: Project, model: Path) -> None:
        project.generate()
        (model.parent / "other.yaml").write_text("")
        assert not project.runs_stages()

    def test_missing_file_can_appear(self, project: Project, model: Path) -> None:
        text = model.read_text()
        model.unlink()
        project.generate()
        assert project.runs_stages()
        model.write_text(text)
        assert project.generate().diagnostics == ()


CHANGED_MEMBERS: list[dict[str, Any]] = [
    {"format": 99},
    {"inputs": "x"},
    {"folder": {"manifest": "x", "kept": {}}},
    {"folder": {"manifest": "x", "kept": {"../../etc": "x", "\0": ""}}},
    {"files": {"project": "", "files": [{}]}},
    {
        "files": {
            "project": "x",
            "files": [{"path": "\0", "real_path": "", "size": 0, "digest": ""}],
        }
    },
    {"result": {"package": 1}},
]


DAMAGED: list[bytes] = [
    b"",
    b"\n",
    b"x" * 64 + b"\n{}",
    *(
        hashlib.sha256(text).hexdigest().encode() + b"\n" + text
        for text in (b"", b"{", b"null", b"{}", b"[" * 100_000, b"\xff", b"1e999")
    ),
]


class TestRecords:
    def test_damaged_record_is_ignored(self, project: Project) -> None:
        project.generate()
        for content in DAMAGED:
            project.record().write_bytes(content)
            assert project.runs_stages(check=True), content[:80]
        assert not project.runs_stages(check=True)

    def test_truncated_record_is_ignored(self, project: Project) -> None:
        project.generate()
        record = project.record()
        record.write_bytes(record.read_bytes()[:-10])
        assert project.runs_stages()

    def test_changed_record_is_ignored(self, project: Project) -> None:
        project.generate()
        data = json.loads(project.record().read_bytes().partition(b"\n")[2])
        for members in CHANGED_MEMBERS:
            text = json.dumps({**data, **members}).encode()
            digest = hashlib.sha256(text).hexdigest().encode()
            project.record().write_bytes(digest + b"\n" + text)
            assert project.runs_stages(check=True), members

    def test_unwritable_cache_does_not_matter(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(VARIABLE, str(project.spec))
        assert project.runs_stages()
        assert project.runs_stages()
        monkeypatch.setenv(VARIABLE, "")
        assert project.runs_stages()
