"""Literals, docstrings and comments with arbitrary text."""

from __future__ import annotations

import ast
import io
import keyword
import math
import tokenize
import unicodedata

import black
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup
from sdksmith.json_data import JsonValue
from sdksmith.text.prose import clean
from sdksmith.text.pysource import (
    Code,
    code,
    comment,
    docstring,
    identifier,
    join,
    literal,
)

# Arbitrary text with many characters that are special in Python source.
TEXT = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("\\\"'\n\r\t\f\x00\x85\u2028\u202e{}#- .:aN"),
    ),
    max_size=120,
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), TEXT)
JSON: st.SearchStrategy[JsonValue] = st.recursive(
    st.one_of(SCALARS, st.floats(allow_nan=False, allow_infinity=False)),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(TEXT, inner)),
    max_leaves=8,
)
INDENTS = st.sampled_from([0, 4, 8])
HOSTILE = [
    '"""\nimport os\n"""',
    "\\",
    'ends with "',
    '""" + __import__("os").name + """',
    "\\N{BULLET}",
    "{name}",
    "a\rimport os",
    "a\u2028import os",
    "\ud800",
    "{{ 7 * 7 }}",
]


def module_with(source: Code, indent: int) -> str:
    """Return a module with `source` at `indent`, in the position of a docstring."""
    head = {
        0: "",
        4: "class A:\n    ",
        8: "class A:\n    def f(self) -> None:\n        ",
    }
    return f"{head[indent]}{source}\n"


def body_at(
    module: ast.Module, indent: int
) -> ast.Module | ast.ClassDef | ast.FunctionDef:
    node: ast.AST = module
    for _ in range(indent // 4):
        assert isinstance(node, ast.Module | ast.ClassDef)
        assert len(node.body) == 1
        node = node.body[0]
    assert isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    return node


def without_space(text: str) -> str:
    return "".join(text.split())


@given(JSON)
def test_literal_evaluates_to_its_value(value: JsonValue) -> None:
    source = literal(value)
    assert source.isascii()
    assert "\n" not in source
    again = ast.literal_eval(source)
    assert again == value
    assert repr(again) == repr(value)  # distinguishes -0.0 from 0.0, and True from 1


@given(st.binary())
def test_bytes_literal_evaluates_to_its_value(value: bytes) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(
    st.one_of(SCALARS, st.floats(allow_nan=False, allow_infinity=False), st.binary())
)
@example(1e16)
@example(1.5e-07)
@example('say "hi"')
@example("it's")
@example("both \" and '")
def test_black_does_not_change_literals(value: str | float | bytes | None) -> None:
    source = f"x = {literal(value)}\n"
    assert black.format_str(source, mode=black.Mode(line_length=10**6)) == source


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_non_finite_numbers_are_rejected(value: float) -> None:
    with pytest.raises(ValueError, match="not finite"):
        literal([value])


def test_very_large_integers_are_literals() -> None:
    value = -(10**5000)
    assert ast.literal_eval(literal(value)) == value


@given(TEXT, INDENTS)
@example(HOSTILE[0], 4)
@example(HOSTILE[1], 8)
@example(HOSTILE[2], 0)
@example(HOSTILE[3], 0)
@example(HOSTILE[4], 4)
@example("a \\\nb", 4)
@example("first\n\n    code\n  less", 8)
def test_docstring_contains_exactly_its_text(text: str, indent: int) -> None:
    source = module_with(docstring(text, indent), indent)
    node = body_at(ast.parse(source.encode()), indent)
    assert len(node.body) == 1
    found = ast.get_docstring(node)
    assert found is not None
    assert without_space(found) == without_space(clean(text))


@given(TEXT, INDENTS, st.integers(30, 60))
@example("0" * 30, 4, 40)
@example("x\\\\", 0, 40)
@example("word " * 30, 8, 40)
def test_black_does_not_change_docstrings(text: str, indent: int, width: int) -> None:
    source = module_with(docstring(text, indent, width), indent)
    assert black.format_str(source, mode=black.Mode(line_length=width)) == source


@given(
    st.lists(st.from_regex(r"[a-z\\.,-]{1,12}", fullmatch=True), min_size=1), INDENTS
)
def test_docstrings_are_wrapped(words: list[str], indent: int) -> None:
    lines = docstring(" ".join(words), indent, 40).splitlines()
    plain = [line for line in lines if "\\\\" not in line]  # escaping makes it longer
    assert all(len(line) <= 40 - (indent if line is lines[0] else 0) for line in plain)


def test_docstrings_keep_lists_and_indentation() -> None:
    text = "Summary.\n\nArgs:\n    name: " + "long " * 20 + "\n\n- item " + "more " * 20
    assert docstring(text, 4, 60).splitlines() == [
        '"""Summary.',
        "",
        "    Args:",
        "        name: long long long long long long long long long",
        "        long long long long long long long long long long",
        "        long",
        "",
        "    - item more more more more more more more more more more",
        "      more more more more more more more more more more",
        '    """',
    ]


@given(TEXT, INDENTS)
@example(HOSTILE[6], 0)
@example(HOSTILE[7], 4)
@example("-*- coding: utf-7 -*-", 0)
def test_comment_contains_only_comments(text: str, indent: int) -> None:
    source = module_with(
        code(
            "{comment}\n{margin}pass",
            comment=comment(text, indent),
            margin=Code(" " * indent),
        ),
        indent,
    )
    node = body_at(ast.parse(source.encode()), indent)
    assert [type(child) for child in node.body] == [ast.Pass]
    tokens = tokenize.tokenize(io.BytesIO(source.encode()).readline)
    found = "".join(
        t.string.removeprefix("#") for t in tokens if t.type == tokenize.COMMENT
    )
    assert without_space(found) == without_space(clean(text))


@pytest.mark.parametrize(
    "text",
    [
        "type: ignore",
        "pyright: basic",
        "noqa: E501",
        "-*- coding: latin-1 -*-",
        "mypy: ignore-errors",
        "see\n# fmt: off",
        "vim: set fileencoding=cp1252",
    ],
)
def test_comments_contain_no_tool_directives(text: str) -> None:
    found = comment(text)
    assert text not in found
    for word in ("type", "pyright", "noqa", "coding", "mypy", "fmt"):
        assert f"{word}:" not in found
        assert f"{word}=" not in found


@given(st.text(max_size=8))
@example("__debug__")
@example("None")
@example("match")
@example("ﬁ")
@example("名前")
def test_identifiers_can_be_assigned(text: str) -> None:
    try:
        name = identifier(text)
    except ValueError:
        legal = (
            text.isidentifier() and not keyword.iskeyword(text) and text != "__debug__"
        )
        assert not legal or unicodedata.normalize("NFKC", text) != text
    else:
        namespace: dict[str, object] = {}
        exec(f"{name} = 1", namespace)  # Python must accept it as a name
        assert namespace[text] == 1


@pytest.mark.parametrize("text", [*HOSTILE, "", "a b", "class", "1a", "a.b", "a\n"])
def test_invalid_identifiers_are_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="identifier"):
        identifier(text)


def test_code_can_be_joined_with_code() -> None:
    names = [identifier("a"), identifier("b")]
    assert join(", ", names) == "a, b"
    assert code("{x}: dict = {{}}", x=names[0]) == "a: dict = {}"
    assert type(names[0] + names[1]) is Code
    assert code("{x}", x=literal("{y}")) == '"{y}"'


def test_code_cannot_be_joined_with_strings() -> None:
    text: str = "import os"
    name = identifier("a")
    with pytest.raises(TypeError, match="pysource"):
        _ = name + text
    with pytest.raises(TypeError, match="pysource"):
        _ = text + name
    with pytest.raises(TypeError, match="pysource"):
        _ = name.join([text])
    with pytest.raises(TypeError, match="pysource"):
        _ = Code("%s") % text
    with pytest.raises(TypeError, match="pysource"):
        Code("{}").format(text)
    with pytest.raises(TypeError, match="pysource"):
        join(", ", [text])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]  # rejected at run time
    with pytest.raises(TypeError, match="pysource"):
        code("{x}", x=Markup("a"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # rejected at run time
