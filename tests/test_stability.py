"""Deterministic output, and small changes for small changes of a document."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sdksmith import generate
from sdksmith.load import load_document
from sdksmith.text.documents import to_yaml

from tests.cases.case import CASES, without_runtime
from tests.folders import folder_contents
from tests.shuffling import shuffle_keys

ROOT = Path(__file__).parents[1]
STRIPE_INVOICES = ROOT / "specs" / "stripe-invoices" / "spec.yaml"
DOCUMENTS = [
    STRIPE_INVOICES,
    *(
        CASES / name / "spec.yaml"
        for name in ("parameters", "inheritance", "responses")
    ),
    CASES / "enums-and-names" / "spec.yaml",
]


def client(spec: Path, output: Path) -> dict[str, bytes]:
    """Return the files of the client of a document without runtime and manifest."""
    generate(spec, output)
    return without_runtime(output)


def name_of(path: Path) -> str:
    return path.parent.name


@pytest.mark.parametrize("spec", [DOCUMENTS[0], DOCUMENTS[-1]], ids=name_of)
def test_output_does_not_depend_on_the_hash_seed(spec: Path, tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    for seed in ("1", "27"):
        output = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "sdksmith", "generate", spec, "-o", output, "-q"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        made.append(folder_contents(output))
    assert made[0] == made[1]


@pytest.mark.parametrize("spec", DOCUMENTS, ids=name_of)
@pytest.mark.parametrize("seed", [3, 4])
def test_names_do_not_depend_on_key_order(
    spec: Path, seed: int, tmp_path: Path
) -> None:
    root = load_document(str(spec), spec.read_bytes()).document.root
    other = tmp_path / "spec.yaml"
    mixed = shuffle_keys(root, random.Random(seed))
    assert isinstance(mixed, dict)
    other.write_text(to_yaml(mixed), encoding="utf-8")
    settings = spec.with_name("sdksmith.toml")
    if settings.exists():
        (tmp_path / "sdksmith.toml").write_bytes(settings.read_bytes())
    before = client(spec, tmp_path / "before")
    after = client(other, tmp_path / "after")
    assert after.keys() == before.keys()
    assert words(after) == words(before)


def words(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the words of each file, sorted, since fields follow the document."""
    return {
        name: sorted(re.findall(r"\w+", data.decode()))
        for name, data in files.items()
        if name.endswith((".py", "api.md"))
    }


def test_unrelated_operation_changes_no_other_resource(tmp_path: Path) -> None:
    text = STRIPE_INVOICES.read_text(encoding="utf-8")
    more = """paths:
  /refunds/{refund}:
    get:
      parameters:
      - {in: path, name: refund}
      responses:
        200:
          description: A refund.
          schema: {$ref: '#/definitions/Refund'}
"""
    assert text.count("paths:\n") == 1
    spec = tmp_path / "spec.yaml"
    spec.write_text(
        text.replace("paths:\n", more).replace(
            "definitions:\n", "definitions:\n  Refund: {type: object}\n"
        ),
        encoding="utf-8",
    )
    (tmp_path / "sdksmith.toml").write_bytes(
        STRIPE_INVOICES.with_name("sdksmith.toml").read_bytes()
    )
    before = client(STRIPE_INVOICES, tmp_path / "before")
    after = client(spec, tmp_path / "after")
    changed = {name for name in before if after[name] != before[name]}
    assert changed <= {
        ".sdksmith.surface.json",
        "README.md",
        "api.md",
        "tests/responses.json",
        "src/stripe_invoices/client.py",
    }
    assert any("refunds" in name for name in after.keys() - before.keys())
