"""Spelling of existing paths."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from sdksmith.output.errors import OutputError
from sdksmith.output.names import ExistingNames

from tests.output.case_insensitive import ignore_case
from tests.output.files import files_of, has_no_siblings, write

if TYPE_CHECKING:
    from pathlib import Path


def test_names_are_compared_exactly_where_case_matters(tmp_path: Path) -> None:
    (tmp_path / "Src").mkdir()
    (tmp_path / "Src" / "Models.py").write_text("")
    names = ExistingNames(tmp_path)
    assert names.find("Src/Models.py") == "Src/Models.py"
    assert names.find("Src/models.py") is None
    assert names.find("src/Models.py") is None
    assert names.find("Src/Models.py/x") is None


def test_spelling_on_disk_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Src").mkdir()
    (tmp_path / "Src" / "Models.py").write_text("")
    ignore_case(monkeypatch, tmp_path)
    names = ExistingNames(tmp_path)
    assert names.find("src/models.py") == "Src/Models.py"
    assert names.find("src/other.py") is None


def test_normalisation_of_names_does_not_matter(tmp_path: Path) -> None:
    name = "pa\u0308ckchen.py"
    (tmp_path / name).write_text("")
    composed = unicodedata.normalize("NFC", name)
    assert ExistingNames(tmp_path).find(composed) == composed


@pytest.fixture
def _ignored_case(
    target: Path, monkeypatch: pytest.MonkeyPatch, replacement: str
) -> None:
    assert replacement
    ignore_case(monkeypatch, target.parent)


@pytest.mark.usefixtures("_ignored_case")
class TestRenamedFiles:
    """A file of the previous run has the name of a new one, except for its case."""

    @pytest.mark.parametrize("text", ["a = 1\n", "a = 2\n"])
    def test_file_gets_its_new_name(self, target: Path, text: str) -> None:
        write(target, {"src/acme/Models.py": "a = 1\n", "README.md": "# One\n"})
        (target / "src" / "acme" / "Mine.py").write_text("mine")
        wanted = {"src/acme/models.py": text, "README.md": "# One\n"}
        write(target, wanted)
        assert files_of(target) == {**wanted, "src/acme/Mine.py": "mine"}
        assert has_no_siblings(target)

    def test_folder_gets_its_new_name(self, target: Path) -> None:
        write(target, {"src/Acme/a.py": "a = 1\n", "README.md": "# One\n"})
        wanted = {"src/acme/a.py": "a = 1\n", "README.md": "# One\n"}
        write(target, wanted)
        assert files_of(target) == wanted

    def test_file_of_the_user_is_not_overwritten(self, target: Path) -> None:
        write(target, {"README.md": "# One\n"})
        (target / "src").mkdir()
        (target / "src" / "Models.py").write_text("mine")
        with pytest.raises(
            OutputError, match=r"overwritten by .*: src/models\.py; move"
        ):
            write(target, {"README.md": "# One\n", "src/models.py": "a = 1\n"})
        assert (target / "src" / "Models.py").read_text() == "mine"
        write(target, {"README.md": "# One\n", "src/models.py": "a = 1\n"}, force=True)
        assert files_of(target) == {"README.md": "# One\n", "src/models.py": "a = 1\n"}
