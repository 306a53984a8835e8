"""Loading of arbitrary bytes: a document or one fatal diagnostic."""

from __future__ import annotations

import random

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdksmith.json_data import JsonValue
from sdksmith.load import load_document
from sdksmith.report.diagnostics import Diagnostic, DocumentError, Effect

from tests.load.documents import load_without_diagnostics
from tests.load.json_texts import STRINGS, VALUES

YAML_DOCUMENT = b"""\
---
swagger: "2.0"
info: {title: Orders, version: 1.0}
x-a: &a
  <<: {b: [1, 2.5, null, ~]}
paths:
  /orders/{id}:
    get:
      description: |
        Words: more
      responses:
        200: {description: 'It''s', schema: *a}
---
"""
JSON_DOCUMENT = b"""\
{"swagger": "2.0", "info": {"title": "Or\\u0064ers", "version": "1.0"},
 "paths": {"/orders": {"get": {"responses": {"200": {"x": [1, -2e5, true, null]}}}}}}
"""
FRAGMENTS = st.sampled_from(
    [bytes([byte]) for byte in b" \t\r\n:-#,[]{}&*!|>'\"%@`?\\\x00\x07\x80\xc3\xff"]
    + [
        b"swagger: '2.0'\n",
        b"---\n",
        b"...\n",
        b"<<: *a",
        b"&a ",
        b"\\ud83d",
        b"!!map ",
    ]
    + [
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b'"a": ',
        b"paths:\n",
        b"  ",
        b"%YAML 1.1\n",
        b"NaN",
    ]
)


def check_loading(data: bytes) -> None:
    refusal: Diagnostic | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    try:
        diagnostics = load_document("x", data).diagnostics
    except DocumentError as error:
        refusal = error.diagnostic
    if refusal is not None:
        assert refusal.effect is Effect.FATAL
        assert refusal.message
    for diagnostic in diagnostics:
        assert diagnostic.effect is not Effect.FATAL
        assert diagnostic.location.line >= 1
        assert diagnostic.location.column >= 1


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_random_bytes_load_or_give_one_fatal_diagnostic(data: bytes) -> None:
    check_loading(data)


@settings(deadline=None, max_examples=200)
@given(st.lists(FRAGMENTS, max_size=30).map(b"".join))
def test_random_yaml_and_json_fragments_load_or_give_one_fatal_diagnostic(
    data: bytes,
) -> None:
    check_loading(data)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([YAML_DOCUMENT, JSON_DOCUMENT]),
    st.lists(st.tuples(st.floats(0, 1), FRAGMENTS | st.none()), min_size=1, max_size=4),
)
def test_damaged_documents_load_or_give_one_fatal_diagnostic(
    data: bytes, changes: list[tuple[float, bytes | None]]
) -> None:
    for where, fragment in changes:
        offset = int(where * len(data))
        rest = data[offset + 1 :] if fragment is None else fragment + data[offset:]
        data = data[:offset] + rest
    check_loading(data)


def test_truncated_documents_load_or_give_one_fatal_diagnostic() -> None:
    for data in (YAML_DOCUMENT, JSON_DOCUMENT):
        for offset in range(0, len(data), 7):
            check_loading(data[:offset])


def test_shuffled_lines_load_or_give_one_fatal_diagnostic() -> None:
    shuffled = YAML_DOCUMENT.splitlines(keepends=True)
    order = random.Random(2)
    for _ in range(50):
        order.shuffle(shuffled)
        check_loading(b"".join(shuffled))


class QuotingDumper(yaml.SafeDumper):
    """Dumper that quotes numbers of YAML 1.2. PyYAML follows YAML 1.1."""


def represent_text(_: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "'" if text[:1] in set("+-.0123456789") else None
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


QuotingDumper.add_representer(str, represent_text)


@settings(deadline=None)
@given(st.dictionaries(STRINGS, VALUES), st.booleans(), st.integers(2, 6))
@example({"size": "0E0"}, False, 2)
@example({"<": None}, False, 2)
@example({"<none>": None}, False, 2)
def test_yaml_written_by_pyyaml_loads_as_the_same_data(
    tree: dict[str, JsonValue], flow: bool, indent: int
) -> None:
    tree = {key: value for key, value in tree.items() if key.lower() != "openapi"}
    tree["swagger"] = "2.0"
    text = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
        tree,
        Dumper=QuotingDumper,
        default_flow_style=flow,
        indent=indent,
        allow_unicode=True,
        sort_keys=False,
    )
    assert load_without_diagnostics(text) == tree
