"""Loading of real documents."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from sdksmith.json_data import JsonValue
from sdksmith.load import load_document
from sdksmith.load.document import Dialect, entries, join
from sdksmith.report.diagnostics import DocumentError, Effect

from tests.corpus.documents import CORPUS

FOLDERS = ("evangelist", "swagger2", "oas3", "oas31", "testsuite")
VERSION = re.compile(
    rb"^[ {]*[\"']?(?:swagger|openapi)[\"']?\s*:\s*[\"']?(?P<version>\d\.\d)",
    re.MULTILINE,
)


def files_of(folder: str) -> list[Path]:
    return sorted(path for path in (CORPUS / folder).rglob("*") if path.is_file())


FILES = [path for folder in FOLDERS for path in files_of(folder)]


@pytest.fixture(autouse=True, scope="module")
def corpus() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the documents of ../shared/corpus are missing")


@pytest.mark.parametrize("folder", FOLDERS)
def test_real_documents_are_loaded(folder: str) -> None:
    for path in files_of(folder):
        data = path.read_bytes()
        version = VERSION.search(data)
        if folder == "testsuite" and version is None:
            # Part of a document with several files.
            with pytest.raises(DocumentError) as refusal:
                load_document(path.name, data)
            assert refusal.value.diagnostic.code == "LD041", path
            continue
        loaded = load_document(path.name, data)
        effects = {item.effect for item in loaded.diagnostics}
        assert effects <= {Effect.NOTED}, (path, loaded.diagnostics)
        if version is not None:
            dialect = Dialect(version["version"].decode())
            assert loaded.document.dialect is dialect, path
        if path.suffix == ".json":
            assert loaded.document.root == json.loads(data), path


def test_positions_match_the_text() -> None:
    sample = [path for path in FILES if 2_000 < path.stat().st_size < 30_000][::12]
    assert sample
    for path in sample:
        try:
            document = load_document(path.name, path.read_bytes()).document
        except DocumentError:
            continue
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        for pointer, key in keys_of(document.root):
            line, column = document.source.positions.find(pointer)
            written = lines[line - 1][column - 1 :].lstrip("\"'")
            # Only the beginning, which is never escaped or wrapped.
            assert written.startswith(json.dumps(key)[1:4].rstrip('"')), (path, pointer)


def keys_of(value: JsonValue, pointer: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    stack: list[tuple[str, JsonValue]] = [(pointer, value)]
    while stack:
        above, node = stack.pop()
        if isinstance(node, dict | list):
            for key, item in entries(node):
                below = join(above, key)
                if isinstance(node, dict) and key:
                    found.append((below, str(key)))
                stack.append((below, item))
    return found


def test_yaml_has_the_same_pointers_as_in_pyyaml() -> None:
    small = [
        p for p in FILES if p.suffix in (".yaml", ".yml") and p.stat().st_size < 50_000
    ]
    for path in small:
        data = path.read_bytes()
        expected = next(yaml.load_all(data, Loader=yaml.CBaseLoader))
        try:
            root = load_document(path.name, data).document.root
        except DocumentError:
            continue
        assert texts_of(root) == texts_of(expected), path


def texts_of(value: JsonValue) -> list[str]:
    """Return the pointers of a tree, which do not depend on the types of scalars."""
    return sorted(pointer for pointer, _ in keys_of(value))
