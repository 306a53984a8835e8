"""Long lines are broken as black breaks them."""

from __future__ import annotations

import ast
import keyword

import black
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.render.layout import layout
from sdksmith.text.pysource import Code, literal, trusted

HEADS = {0: "", 4: "class A:\n    ", 8: "class A:\n    async def f(self):\n        "}


def within(line: Code, indent: int) -> str:
    body = " ...\n" if line.endswith(":") else "\n"
    return f"{HEADS[indent]}{layout(line, indent)}{body}"


LINES = [
    (
        0,
        'x: Operation[Invoice] = Operation("GET", "/invoices/{invoice}/lines", returns="X")',
    ),
    (
        0,
        f"x = Operation({literal('a' * 60)}, errors={literal({'a' * 20: 'b', 'c' * 20: 'd', 'e' * 20: 'f'})})",
    ),
    (
        4,
        f"def retrieve(self, *, expand: str | Omit = omit, {'o' * 30}: int = 1) -> dict[str, X]:",
    ),
    (
        8,
        f"return await self._client.request(_X, path={literal({'a': 'b'})}, query={literal({'c' * 9: 'd' * 30})})",
    ),
    (
        0,
        f"Kind: TypeAlias = Literal[{literal('a' * 20)}, {literal('b' * 20)}, {literal('c' * 20)}]",
    ),
    (
        0,
        f"Kind: TypeAlias = Literal[{', '.join(literal(f'kind, [{i}') for i in range(20))}]",
    ),
    (0, f"__all__ = [{', '.join(literal(f'Name{i}') for i in range(20))}]"),
    (0, f"from ._runtime import ({'A' * 40}, {'B' * 40}, c)"),
    (
        4,
        f"x: Annotated[datetime.datetime | None, Field(alias={literal('a' * 60)})] = None",
    ),
    (0, f"x = f({literal('a' * 100)})"),
    (4, f"x = Bearer(arguments=({literal('a' * 70)},), environment=())"),
    (0, "x = f()"),
    (4, f"def f(self) -> {'A' * 60}:"),
]


@pytest.mark.parametrize(("indent", "line"), LINES)
def test_black_leaves_a_laid_out_line_alone(indent: int, line: str) -> None:
    source = within(trusted(line), indent)
    assert black.format_str(source, mode=black.Mode()) == source


def test_a_line_that_fits_stays() -> None:
    line = Code("x = f(a, b)")
    assert layout(line, 77) is line
    assert layout(line, 78) == "x = f(\n" + " " * 82 + "a, b\n" + " " * 78 + ")"


def test_a_signature_gets_a_line_for_each_argument() -> None:
    line = trusted(f"def f(self, a: {'A' * 60}, b: int = 1) -> None:")
    assert layout(line, 4).splitlines()[1:4] == [
        "        self,",
        f"        a: {'A' * 60},",
        "        b: int = 1,",
    ]


NAMES = st.from_regex(r"[a-z]{1,18}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name)
)
ATOMS = st.one_of(
    NAMES, st.text("ab ,()[]{}'\"\\", max_size=20).map(lambda t: str(literal(t)))
)


def _call(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    arguments = st.lists(inner, min_size=1, max_size=6).map(", ".join)
    entries = st.lists(
        st.tuples(ATOMS, inner).map(lambda item: f"{literal(item[0])}: {item[1]}"),
        min_size=1,
        max_size=5,
    ).map(", ".join)
    keywords = st.lists(
        st.tuples(NAMES, inner).map(lambda item: f"{item[0]}={item[1]}"),
        min_size=1,
        max_size=5,
    ).map(", ".join)
    return st.one_of(
        st.tuples(NAMES, arguments).map(lambda item: f"{item[0]}({item[1]})"),
        st.tuples(NAMES, keywords).map(lambda item: f"{item[0]}({item[1]})"),
        arguments.map(lambda items: f"[{items}]"),
        entries.map(lambda items: f"{{{items}}}"),
    )


EXPRESSIONS = st.recursive(ATOMS, _call, max_leaves=20)


@given(st.tuples(NAMES, EXPRESSIONS), st.sampled_from([0, 4, 8]))
def test_a_laid_out_expression_is_the_same(line: tuple[str, str], indent: int) -> None:
    """Whatever black would still change, it changes no meaning."""
    name, value = line
    source = within(trusted(f"{name} = {value}"), indent)
    flat = f"{HEADS[indent]}{name} = {value}\n"
    assert ast_of(source) == ast_of(flat)


def ast_of(source: str) -> str:
    return ast.dump(ast.parse(source))
