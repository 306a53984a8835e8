"""Documentation pages: links, tables and examples."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest
import sdksmith
from sdksmith.cli.app import app
from sdksmith.cli.terminal import ExitCode

ROOT: Final = Path(__file__).parents[1]
DOCS: Final = ROOT / "generator" / "docs"
PAGES: Final = [
    *sorted(ROOT.glob("*.md")),
    *sorted(DOCS.glob("*.md")),
    *sorted((ROOT / "generator").glob("*.md")),
    *(ROOT / name / "README.md" for name in ("templates", "tests")),
]
SPEC: Final = ROOT / "tests" / "documentation.yaml"


def blocks(page: Path, language: str) -> list[str]:
    """Return the code blocks of a page in a language."""
    text = page.read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def first_column(page: Path, heading: str) -> list[str]:
    """Return the first cells of the first table below a heading."""
    section = page.read_text("utf-8").partition(f"{heading}\n")[2]
    table = re.search(r"\| --- .*\n((?:\|.*\n)+)", section)
    assert table, heading
    return [row.split(" | ")[0].removeprefix("| ") for row in table[1].splitlines()]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to a folder with the API of the examples; return the folder."""
    (tmp_path / "api").mkdir()
    shutil.copy(SPEC, tmp_path / "api" / "openapi.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_have_targets(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 200


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.name != "CHANGELOG.md"],
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_files_named_in_pages_exist(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    pattern = r"`((?:generator|templates|tests|specs)/[\w./-]+)`"
    for name in re.findall(pattern, text):
        places = (ROOT / name, page.parent / name)
        assert any(place.exists() for place in places) or "NAME" in name, name


class TestSettings:
    PAGE: Final = DOCS / "settings.md"

    def test_table_is_complete(self) -> None:
        cells = first_column(self.PAGE, "# Settings")
        names = [re.split(r"[.\]]", cell.strip("`[]"))[0] for cell in cells]
        assert sorted(names) == sorted(sdksmith.Settings.__struct_fields__)

    def test_tables_of_nested_settings_are_complete(self) -> None:
        auth = [cell.strip("`") for cell in first_column(self.PAGE, "## `[auth.KEY]`")]
        fields = sdksmith.AuthSettings.__struct_fields__
        assert auth == ["in" if name == "place" else name for name in sort_auth(fields)]
        heading = '## `[operations."GET /path"]`'
        paging = [cell.strip("`") for cell in first_column(self.PAGE, heading)]
        assert paging == [*sdksmith.PagingSettings.__struct_fields__]

    def test_defaults_match_the_table(self) -> None:
        text = self.PAGE.read_text("utf-8")
        defaults = sdksmith.Settings()
        for name in ("version", "guess", "strict", "validate", "allow_remote"):
            value = getattr(defaults, name)
            shown = str(value).lower() if isinstance(value, bool) else f'"{value}"'
            assert f"| `{name}` | `{shown}` |" in text

    def test_example_runs(self, project: Path) -> None:
        (example,) = blocks(self.PAGE, "toml")
        (project / "api" / "sdksmith.toml").write_text(example)
        assert set(tomllib.loads(example)) >= {"auth", "names", "operations"}
        result = sdksmith.generate("api/openapi.yaml", "client")
        assert (result.package, result.version) == ("acme", "1.4.0")
        assert result.operations_generated == result.operations_total == 3
        assert result.operations_paged == {"cursor": 1}
        reference = (project / "client" / "api.md").read_text("utf-8")
        assert "`client.parcels.deliver(id) -> None`" in reference
        readme = (project / "client" / "README.md").read_text("utf-8")
        assert "| `api_key` | `ACME_API_KEY` |" in readme
        assert "`ACME_SESSION`" in readme

    def test_error_message_matches_the_page(self, project: Path) -> None:
        (project / "sdksmith.toml").write_text("\n\npackge = 'x'\n")
        with pytest.raises(sdksmith.SettingsError) as caught:
            sdksmith.read_settings("sdksmith.toml")
        assert f"{caught.value}\n" in blocks(self.PAGE, "text")


def sort_auth(fields: tuple[str, ...]) -> list[str]:
    order = ("type", "place", "name", "argument", "environment")
    return sorted(fields, key=order.index)


class TestCommands:
    PAGE: Final = DOCS / "commands.md"

    @pytest.mark.parametrize("name", ["generate", "repair"])
    def test_tables_contain_all_options(self, name: str) -> None:
        expected = {
            option
            for parameter in app.commands[name].params
            for option in parameter.opts
            if option.startswith("-")
        }
        cells = first_column(self.PAGE, f"## `sdksmith {name} SPEC`")
        listed = re.findall(r"`(-\S+?)[` ]", " ".join(cells))
        assert set(listed) == expected

    def test_every_command_has_a_section(self) -> None:
        text = self.PAGE.read_text("utf-8")
        for name in app.commands:
            assert f"\n## `sdksmith {name} " in text

    def test_exit_codes_are_complete(self) -> None:
        cells = first_column(self.PAGE, "## Exit codes")
        assert cells == [str(code.value) for code in ExitCode]


class TestPythonAPI:
    PAGE: Final = DOCS / "python-api.md"

    def test_examples_run(
        self, project: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for block in blocks(self.PAGE, "python"):
            exec(compile(block, "example", "exec"), {})
        assert capsys.readouterr().out.startswith("3 of 3 operations\n")
        assert (project / "clients" / "python" / "README.md").exists()

    def test_all_exports_are_listed(self) -> None:
        text = self.PAGE.read_text("utf-8")
        assert [name for name in sdksmith.__all__ if f"`{name}`" not in text] == []


def test_call_in_the_readme_works(monkeypatch: pytest.MonkeyPatch) -> None:
    source = ROOT / "generated" / "stripe-invoices" / "src"
    monkeypatch.setattr(sys, "path", [str(source), *sys.path])
    monkeypatch.setenv("STRIPE_API_KEY", "sk_test")
    from stripe_invoices.testing import MockAPI

    api = MockAPI()
    api.add_response(
        "GET", "/invoices/in_123", status=404, json={"message": "Missing."}
    )
    block = blocks(ROOT / "README.md", "python")[-1]
    exec(
        block.replace("Client()", "Client(transport=api, max_retries=0)"), {"api": api}
    )
    (request,) = api.requests
    assert request.headers["Authorization"] == "Bearer sk_test"
    assert request.query == (("expand", "customer"),)


def test_changelog_contains_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (\S+)", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert sdksmith.__version__ in headings


class TestDependencies:
    PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]

    def requirements(self) -> dict[str, str]:
        every = [
            *self.PROJECT["dependencies"],
            *self.PROJECT["optional-dependencies"]["dev"],
        ]
        split = [re.split(r"(?=[<>=])", item, maxsplit=1) for item in every]
        return {re.sub(r"\[.*", "", name).lower(): bounds for name, bounds in split}

    def test_constraints_have_exact_versions_of_all_dependencies(self) -> None:
        lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        pins = [line.split(" ;")[0] for line in lines if not line.startswith("#")]
        names = [re.fullmatch(r"([a-z0-9-]+)==([^\s=]+)", pin) for pin in pins]
        assert None not in names
        assert {match[1] for match in names if match} >= self.requirements().keys()
        assert "--hash" not in "".join(lines)

    def test_constraints_are_within_the_bounds(self) -> None:
        from packaging.requirements import Requirement

        lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
        pins = dict(line.split(" ;")[0].split("==") for line in lines if "==" in line)
        for name, bounds in self.requirements().items():
            assert Requirement(name + bounds).specifier.contains(pins[name]), name

    def test_clients_are_tested_with_their_bounds(self) -> None:
        client = ROOT / "generated" / "stripe-invoices" / "pyproject.toml"
        dependencies = tomllib.loads(client.read_text("utf-8"))["project"][
            "dependencies"
        ]
        assert dependencies == ["httpx2>=2.16.1,<3", "pydantic>=2.14.2,<3"]
        ours = self.requirements()
        for item in dependencies:
            name, bounds = re.split(r"(?=>)", item, maxsplit=1)
            assert ours[name].split(",")[0] == bounds.split(",")[0]


def test_readme_names_the_supported_python() -> None:
    minimum = re.search(r"Python (\d\.\d+)", (ROOT / "README.md").read_text("utf-8"))
    assert minimum
    assert TestDependencies.PROJECT["requires-python"] == f">={minimum[1]}"
    assert sys.version_info >= tuple(map(int, minimum[1].split(".")))
