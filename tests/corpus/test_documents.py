"""Search for documents in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.documents import find_documents

DOCUMENT = "openapi: 3.1.0\n"


def test_documents_beside_the_working_folder_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that begins with `..` is not hidden."""
    for name in ("corpus/oas3/a.yaml", "corpus/oas3/.git/b.yaml", "corpus/.c.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "main").mkdir()
    monkeypatch.chdir(tmp_path / "main")
    (found,) = find_documents([Path("..", "corpus")])
    assert (found.family, found.path.name, found.is_part) == ("oas3", "a.yaml", False)


def test_missing_documents_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        find_documents([tmp_path])
