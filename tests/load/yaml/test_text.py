"""Selection of the API document in YAML text."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import Effect

from tests.load.documents import (
    load,
    load_with_one_diagnostic,
    load_without_diagnostics,
    place,
)

pytestmark = pytest.mark.usefixtures("composer")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "---\nswagger: '2.0'\n---",
        "---\nswagger: '2.0'\n---\n",
        "swagger: '2.0'\n...\n---\n",
        "# words\n---\nswagger: '2.0'\n---\n# words\n\n...\n",
        "---\n---\nswagger: '2.0'\n",
        "%YAML 1.2\n---\nswagger: '2.0'\n",
        "\n\n  swagger: '2.0'\n\n",
        "{swagger: '2.0'}\n---\n",
        "---\n{swagger: '2.0'}",
    ],
)
def test_empty_yaml_documents_are_ignored(text: str, end: str) -> None:
    assert load_without_diagnostics(text.replace("\n", end)) == {"swagger": "2.0"}


@pytest.mark.parametrize(
    "rest",
    [
        "# A title\n\nWords: with: colons, `code` and {braces\n",
        "\t@@@ [[[ }}} %%% \x00 \x1b\n",
        "<p>HTML &nbsp;</p>\n",
        "swagger: '2.0'\n",
        "- " * 1000 + "\n",
    ],
)
def test_text_after_the_first_document_is_noted(rest: str) -> None:
    loaded = load("---\nswagger: '2.0'\nx-a: 1\n---\n\n" + rest)
    assert loaded.document.root == {"swagger": "2.0", "x-a": 1}
    noted = [item for item in loaded.diagnostics if item.code == "LD015"]
    assert [item.effect for item in noted] == [Effect.NOTED]
    assert noted[0].location.line in (5, 6, 8)


def test_api_document_after_other_yaml_documents_is_selected() -> None:
    root, diagnostic = load_with_one_diagnostic(
        "title: page\n---\n- list\n---\nswagger: '2.0'\nx-a: {b: 1}\n"
    )
    assert root == {"swagger": "2.0", "x-a": {"b": 1}}
    assert (diagnostic.code, place(diagnostic)) == ("LD015", (1, 1))
    located = load("title: page\n---\nswagger: '2.0'\nx-a: {b: 1}\n").document
    assert str(located.locate("/x-a/b")) == "orders.yaml:4:7"


def test_json_and_yaml_of_the_same_data_are_equal() -> None:
    json_text = '{"swagger": "2.0", "a": [1, {"b": null, "c": "x"}], "200": 1.5}'
    yaml_text = "swagger: '2.0'\na:\n- 1\n- b:\n  c: x\n200: 1.5\n"
    assert load_without_diagnostics(json_text) == load_without_diagnostics(yaml_text)
    assert load_without_diagnostics(
        json_text.replace('"a"', "a")
    ) == load_without_diagnostics(yaml_text)
