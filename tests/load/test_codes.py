"""Codes of the load stage and the examples of `sdksmith explain`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sdksmith import load as stage
from sdksmith.load.codes import CODES
from sdksmith.report.diagnostics import CodeInfo, DocumentError

from tests.load.documents import load

EXAMPLES = [info for info in CODES if info.code != "LD001"]
"""LD001 has no example, because the document is missing."""


def codes_of(example: str) -> list[str]:
    # Bytes that are not text are shown as `\xe9`.
    data = re.sub(
        rb"\\x([0-9a-f]{2})",
        lambda match: bytes.fromhex(match[1].decode()),
        example.encode(),
    )
    try:
        return [item.code for item in load(data).diagnostics]
    except DocumentError as error:
        return [error.diagnostic.code]


@pytest.mark.parametrize("info", EXAMPLES, ids=lambda info: info.code)
def test_bad_example_gives_only_its_code(info: CodeInfo) -> None:
    assert codes_of(info.bad) == [info.code]


@pytest.mark.parametrize("info", EXAMPLES, ids=lambda info: info.code)
def test_good_example_gives_no_diagnostics(info: CodeInfo) -> None:
    assert codes_of(info.good) == []


def test_every_code_in_the_source_is_explained_once() -> None:
    folder = Path(stage.__file__).parent
    used = {
        code
        for path in folder.rglob("*.py")
        if path.name != "codes.py"
        for code in re.findall(r'"(LD\d{3})"', path.read_text(encoding="utf-8"))
    }
    explained = [info.code for info in CODES]
    assert sorted(explained) == sorted(used)
