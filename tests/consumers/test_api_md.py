"""Format of `api.md`: each method is on one line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from sdksmith import Status, generate

from tests.cases.case import find_cases

if TYPE_CHECKING:
    from pathlib import Path

LINE: Final = re.compile(
    r"- `(?P<chain>client(?:\.\w+)+)\((?P<arguments>[^`\n]*)\) -> (?P<type>[^`\n]+)`"
    r": `(?P<verb>[A-Z]+) (?P<path>/[^`\n]*)`(?P<deprecated> \(deprecated\))?"
)
PAGES: Final = [
    case.expected / "api.md"
    for case in find_cases()
    if (case.expected / "tests" / "responses.json").exists()
]


def methods(text: str) -> list[re.Match[str]]:
    """Return the parsed lines of the methods."""
    text = text.partition("\n## `webhooks`\n")[0]
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    found = [LINE.fullmatch(line) for line in lines]
    assert None not in found, lines[found.index(None)]
    return [match for match in found if match is not None]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parents[1].name)
def test_each_method_is_one_line(path: Path) -> None:
    methods(path.read_text("utf-8"))


def operation(**fields: Any) -> dict[str, Any]:
    return {"responses": {"200": {"description": "Success."}}, **fields}


def test_text_of_a_document_cannot_break_the_format(tmp_path: Path) -> None:
    quoted = {"type": "string", "enum": ["`"]}
    content = {"application/json": {"schema": quoted}}
    paths: dict[str, Any] = {
        "/tick`s/{i`d}": {"get": operation(operationId="read`\nticks")},
        "/two  spaces": {"get": operation(deprecated=True)},
        "/line\u2028separator": {"put": operation(tags=["`a`\n- `b`"])},
        "/literal": {
            "get": {"responses": {"200": {"description": "", "content": content}}}
        },
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "`Odd`\n- `x`: `GET /x`", "version": "1"},
        "tags": [{"name": "`a`\n- `b`", "description": "- `c`: `GET /d`\n- `e`"}],
        "paths": paths,
    }
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps(document))
    result = generate(spec, tmp_path / "client")
    assert result.status is Status.MADE
    found = methods((tmp_path / "client" / "api.md").read_text("utf-8"))
    assert len(found) == result.operations_generated == 4
    assert {(item["verb"], item["path"]) for item in found} >= {
        ("GET", "/two spaces"),
        ("GET", "/literal"),
    }
    assert [item["path"] for item in found if item["deprecated"]] == ["/two spaces"]
    assert any(item["path"].startswith("/tick%60s/{") for item in found)
