"""YAML as people write it: scalars, keys, merges, tags, several documents."""

from __future__ import annotations

import pytest
from sdksmith.load.yaml import positions as yamlpositions
from sdksmith.load.yaml import text as yamltext
from sdksmith.load.yaml.nodes import PythonComposer
from sdksmith.report.diagnostics import Effect, Safety

from tests.load.documents import (
    load,
    load_silently,
    load_with_one_word,
    place,
    refuse,
    swagger,
)


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def composer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run every test of this file with both of PyYAML's parsers."""
    if request.param == "python":
        monkeypatch.setattr(yamltext, "new_composer", PythonComposer)
        monkeypatch.setattr(yamlpositions, "new_composer", PythonComposer)
    return str(request.param)


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("nUll", "nUll"),
        ("2019-01-01", "2019-01-01"),
        ("2019-02-31", "2019-02-31"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
        ("1:30", "1:30"),
        ("190:20:30.15", "190:20:30.15"),
        ("=", "="),
        ("<<", "<<"),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("+12", 12),
        ("-0", 0),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5E-3", -0.0015),
        (".", "."),
        ("-", None),
        ("+", "+"),
        ("1.2.3", "1.2.3"),
        ("1e", "1e"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!float 1", 1),
        ("!!binary aGk=", "aGk="),
        ("!!timestamp 2020-01-01", "2020-01-01"),
        ("|\n  1", "1\n"),
    ],
)
def test_scalars_follow_the_core_schema(scalar: str, value: object) -> None:
    if scalar == "-":
        value = [None]
    root = load_silently(swagger(f"x-a: {scalar}\n" if scalar != "-" else "x-a:\n-\n"))
    assert root["x-a"] == value
    assert type(root["x-a"]) is type(value)


@pytest.mark.parametrize(
    "key",
    ["200", "1.0", "null", "true", "012", "0x1F", "2020-01-01", "~", ".inf", "NO"],
)
def test_keys_are_as_written(key: str) -> None:
    assert load_silently(swagger(f"{key}: 1\n")) == {"swagger": "2.0", key: 1}


def test_keys_alike_as_numbers_are_different_texts() -> None:
    root = load_silently(swagger("1: a\n1.0: b\n01: c\n'1e0': d\n"))
    assert list(root) == ["swagger", "1", "1.0", "01", "1e0"]


def test_a_number_too_long_for_python_is_no_value() -> None:
    root, diagnostic = load_with_one_word(swagger(f"x-a: {'9' * 5000}\n"))
    assert root["x-a"] is None
    assert diagnostic.code == "LD019"


@pytest.mark.parametrize("number", [".inf", "-.INF", "+.Inf", ".nan", "1e999"])
def test_numbers_json_cannot_hold_become_null(number: str) -> None:
    root, diagnostic = load_with_one_word(swagger(f"x-a:\n  - {number}\n"))
    assert root["x-a"] == [None]
    assert (diagnostic.code, place(diagnostic)) == ("LD019", (3, 5))


def test_merge_keys_give_way_to_own_keys() -> None:
    root = load_silently(swagger("""\
x-a: &a {one: 1, two: 1}
x-b: &b {two: 2, three: 2}
x-one: {<<: *a, one: own}
x-list: {own: 0, <<: [*a, *b]}
x-twice:
  <<: *b
  <<: *a
"""))
    assert root["x-one"] == {"one": "own", "two": 1}
    assert root["x-list"] == {"one": 1, "two": 1, "three": 2, "own": 0}
    assert root["x-twice"] == {"one": 1, "two": 2, "three": 2}


def test_a_merge_key_without_a_mapping_is_a_key() -> None:
    root = load_silently(swagger("x-a: {<<: text}\nx-b: {'<<': {a: 1}}\n"))
    assert root["x-a"] == {"<<": "text"}
    assert root["x-b"] == {"<<": {"a": 1}}


def test_an_alias_is_the_same_object() -> None:
    root = load_silently(swagger("x-a: &a {one: 1}\nx-b: [*a, *a]\n"))
    assert root["x-b"] == [{"one": 1}, {"one": 1}]
    assert isinstance(root["x-b"], list)
    assert root["x-b"][0] is root["x-a"]


def test_unknown_tags_are_noted() -> None:
    root, diagnostic = load_with_one_word(swagger("x-a: !date 12\n"))
    assert root["x-a"] == "12"
    assert (diagnostic.code, diagnostic.effect) == ("LD017", Effect.NOTED)
    assert place(diagnostic) == (2, 6)
    root, diagnostic = load_with_one_word(swagger("x-a: !thing {b: [1]}\n"))
    assert root["x-a"] == {"b": [1]}


def test_python_objects_are_never_made() -> None:
    root, diagnostic = load_with_one_word(
        swagger("x-a: !!python/object/apply:os.system ['false']\n")
    )
    assert root["x-a"] == ["false"]
    assert diagnostic.code == "LD017"


def test_a_placeholder_in_braces_becomes_its_source() -> None:
    root, diagnostic = load_with_one_word(swagger("x-a: {{host}}\nx-b: 1\n"))
    assert root["x-a"] == {"{host}": None}
    assert (diagnostic.code, place(diagnostic)) == ("LD018", (2, 7))


def test_last_of_repeated_keys_wins_and_both_lines_are_named() -> None:
    root, diagnostic = load_with_one_word(
        swagger("x-a:\n  - host: one\n    c: 1\n    host: two\n")
    )
    assert root["x-a"] == [{"host": "two", "c": 1}]
    assert diagnostic.code == "LD016"
    assert "3 and 5" in diagnostic.message
    assert place(diagnostic) == (5, 5)
    assert diagnostic.safety is Safety.LIKELY


def test_integer_and_text_keys_repeat_each_other() -> None:
    _, diagnostic = load_with_one_word(swagger("x-a: {200: a, '200': b}\n"))
    assert diagnostic.location.pointer == "/x-a/200"


def test_a_path_given_twice_keeps_its_operations() -> None:
    loaded = load(
        swagger("paths:\n  /a:\n    get: {}\n  /b: {}\n  /a:\n    post: {}\n")
    )
    assert loaded.document.root["paths"] == {
        "/a": {"get": {}, "post": {}},
        "/b": {},
    }
    assert loaded.document.locate("/paths/~1a/get").line == 4
    assert loaded.document.locate("/paths/~1a/post").line == 7


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
def test_empty_documents_around_are_no_matter(text: str, end: str) -> None:
    assert load_silently(text.replace("\n", end)) == {"swagger": "2.0"}


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
def test_what_follows_the_first_document_cannot_spoil_it(rest: str) -> None:
    loaded = load("---\nswagger: '2.0'\nx-a: 1\n---\n\n" + rest)
    assert loaded.document.root == {"swagger": "2.0", "x-a": 1}
    noted = [item for item in loaded.diagnostics if item.code == "LD015"]
    assert [item.effect for item in noted] == [Effect.NOTED]
    assert noted[0].location.line in (5, 6, 8)


def test_a_description_behind_other_documents_counts() -> None:
    root, diagnostic = load_with_one_word(
        "title: page\n---\n- list\n---\nswagger: '2.0'\nx-a: {b: 1}\n"
    )
    assert root == {"swagger": "2.0", "x-a": {"b": 1}}
    assert (diagnostic.code, place(diagnostic)) == ("LD015", (1, 1))
    located = load("title: page\n---\nswagger: '2.0'\nx-a: {b: 1}\n").document
    assert str(located.locate("/x-a/b")) == "orders.yaml:4:7"


def test_a_rest_that_is_outdented_is_an_error_and_not_lost() -> None:
    diagnostic = refuse("  swagger: '2.0'\npaths: {}\n")
    assert diagnostic.code == "LD030"
    assert diagnostic.location.line == 2


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("x-a: [1, 2\nx-b: 3\n", 3, "bracket"),
        ("x-a: 1\n   x-b: 3\n", 3, "ndent"),
        ("x-a:\n  b: 1\n c: 2\n", 4, "ndent"),
        ("x-a: *nobody\nx-b: 1\n", 2, "*"),
        ("x-a: &a 1\nx-b: &a 2\n", 3, "anchor"),
        ('x-a: "open\nx-b: 1\n', 2, "quotation"),
        ("x-a\nx-b: 1\n", 2, "key: value"),
    ],
)
def test_syntax_errors_say_where_and_what_to_do(
    text: str, line: int, word: str, composer: str
) -> None:
    diagnostic = refuse(swagger(text))
    assert diagnostic.code == "LD030"
    assert diagnostic.effect is Effect.FATAL
    assert abs(diagnostic.location.line - line) <= 1
    # The two parsers word their errors differently; nearly all users have libyaml.
    assert word in diagnostic.message or composer == "python"


def test_json_and_yaml_of_the_same_data_are_equal() -> None:
    json_text = '{"swagger": "2.0", "a": [1, {"b": null, "c": "x"}], "200": 1.5}'
    yaml_text = "swagger: '2.0'\na:\n- 1\n- b:\n  c: x\n200: 1.5\n"
    assert load_silently(json_text) == load_silently(yaml_text)
    assert load_silently(json_text.replace('"a"', "a")) == load_silently(yaml_text)
