"""Layout of long lines, compared with black."""

from __future__ import annotations

import ast
import keyword

import black
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.render.source import layout as layout_module
from sdksmith.render.source.formatting import format_statement
from sdksmith.render.source.layout import layout
from sdksmith.text.pysource import Code, literal, trusted

HEADS = {0: "", 4: "class A:\n    ", 8: "class A:\n    async def f(self):\n        "}
LONG = "A" * 60


def within(line: Code, indent: int) -> str:
    body = f"\n{' ' * indent}    pass\n" if line.endswith(":") else "\n"
    return f"{HEADS[indent]}{layout(line, indent)}{body}"


# (indent, line): one line of each shape that templates write.
LINES = [
    (0, f'x: Operation[Invoice] = Operation("GET", "/{LONG}/lines", returns="X")'),
    (0, f'_DELETE: Operation[{LONG}] = Operation("DELETE", "/x", returns="X")'),
    (0, f'_R: Operation[A{LONG}] = Operation("{LONG}", errors={{"1": {LONG}}})'),
    (
        0,
        f"x = Operation({literal(LONG)}, errors={literal({LONG: 'd', 'e' * 20: 'f'})})",
    ),
    (
        4,
        f"def retrieve(self, *, a: str | Omit = omit, {LONG}: int = 1) -> dict[str, X]:",
    ),
    (4, f"def retrieve(self, a: str, *, b: str, o: Options | None = None) -> {LONG}:"),
    (4, f"def retrieve(self, a: {LONG} | {LONG} | Omit = omit) -> None:"),
    (4, f"def function_f(self) -> {LONG}:"),
    (4, f"def f(self) -> {LONG}{LONG}:"),
    (4, f"def f(self, *, a: {LONG}, b: str) -> Page[B, {LONG}{'A' * 20}]:"),
    (4, f"def f(self, *, a: {LONG}, b: {LONG}) -> Page[{LONG}, {LONG}]:"),
    (4, f"def f(self, a: str) -> Page[{LONG}{LONG}]:"),
    (4, f"def f(self, a: str) -> {LONG}{'A' * 15}:"),
    (4, f"def f(self, a: str) -> {LONG}{'A' * 15} | None:"),
    (4, f"def f(self, a: str) -> {LONG}{'A' * 10} | None:"),
    (4, f"def f(self, a: str) -> Page[{LONG}, {LONG}]:"),
    (4, f"async def {LONG}(self, a: str, b: {LONG} = omit) -> {LONG}:"),
    (
        8,
        f"return await self._client.request(_X, path={{}}, query={literal({LONG: 'd'})})",
    ),
    (8, f'return self._client.request(_X, path={{"{LONG}": {LONG}}}, options=options)'),
    (8, f"return {LONG}(self._client, one, two, three, four)"),
    (8, f"return {LONG}{'A' * 12}(self._client)"),
    (8, f"return {LONG}{'A' * 14}(self._client)"),
    (8, f"return {LONG}{LONG}(self._client)"),
    (8, f'super().__init__(_SERVICE, credentials={{"a": a}}, base_url={LONG})'),
    (0, f'Kind: TypeAlias = Literal["{LONG}", "b", "c"]'),
    (0, f'{LONG}: TypeAlias = Literal["a", "b"]'),
    (0, f'{LONG}{"A" * 20}: TypeAlias = Literal["read", "write"]'),
    (0, f'{LONG}{"A" * 30}: TypeAlias = Literal["read", "write"]'),
    (0, f"{LONG}{'A' * 20}: TypeAlias = str | dict[str, Any]"),
    (0, f"{LONG}{'A' * 30}: TypeAlias = str | dict[str, Any]"),
    (0, f"{LONG}{'A' * 30}: TypeAlias = {LONG} | {LONG}"),
    (0, f'{LONG}{"A" * 20}: TypeAlias = Literal["{LONG}", "{LONG}"]'),
    (0, f"Kind: TypeAlias = Literal[{', '.join(literal(f'[{i}') for i in range(30))}]"),
    (0, f"Kind: TypeAlias = {LONG} | list[{LONG}]"),
    (0, f"Kind: TypeAlias = A | B{LONG} | list[C | str]"),
    (0, f"__all__ = [{', '.join(literal(f'Name{i}') for i in range(20))}]"),
    (0, f"from ._runtime import ({LONG}, {LONG}, c)"),
    (0, f"from ..models.{LONG} import ({LONG})"),
    (0, f"class {LONG}({LONG}):"),
    (4, f'x: Annotated[{LONG} | None, Field(alias="{LONG}")] = None'),
    (4, f'x: Annotated[datetime | None, Field(alias="{"a" * 38}")] = None'),
    (4, f"{'x' * 12}: {LONG} | None = None"),
    (4, f"{'x' * 30}: list[{LONG} | str] | None = None"),
    (4, f"x: list[{LONG} | str | {LONG}] | None = None"),
    (4, f"{'x' * 30}: {LONG}"),
    (4, f"x: {LONG}{LONG}"),
    (4, f"{'x' * 20}: {LONG}{'A' * 20}"),
    (4, f"x: NotRequired[{LONG}Param | {LONG}]"),
    (8, f'"a-b": NotRequired[{LONG}Param | {LONG}],'),
    (4, f'("GET", "/{LONG}", lambda client: client.a.b("x", y=True)),'),
    (4, f'("GET", "/x", lambda client: client.{LONG}{"a" * 20}("x", y=True)),'),
    (4, f'("GET", "/x", lambda client: client.{LONG}{"a" * 20}()),'),
    (0, f"x = f({literal('a' * 100)})"),
    (4, f"x = Bearer(arguments=({literal('a' * 70)},), environment=())"),
    (4, f"async with AsyncClient(http_client=http_client, token={LONG}) as client:"),
    (0, f"x = {LONG}.{LONG}"),
]


@pytest.mark.parametrize(("indent", "line"), LINES)
def test_long_lines_are_broken_as_by_black(indent: int, line: str) -> None:
    assert indent + len(line) > 88
    laid_out = str(layout(trusted(line), indent))
    assert laid_out.split(f"\n{' ' * indent}") == [*format_statement(line, indent)]
    if not line.endswith(","):
        source = within(trusted(line), indent)
        assert black.format_str(source, mode=black.Mode()) == source


def test_black_is_called_for_few_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def count(statement: str, indent: int) -> list[str]:
        calls.append(statement)
        return [*format_statement(statement, indent)]

    monkeypatch.setattr(layout_module, "format_statement", count)
    for indent, line in LINES:
        layout(
            trusted(line.replace("A", "B")), indent
        )  # other lines than the cached ones
    assert len(calls) <= len(LINES) // 8, calls


def test_line_that_fits_is_unchanged() -> None:
    line = Code("x = f(a, b)")
    assert layout(line, 77) is line
    assert layout(line, 78) == "x = f(\n" + " " * 82 + "a, b\n" + " " * 78 + ")"


def test_long_signature_has_one_line_for_each_argument() -> None:
    line = trusted(f"def f(self, a: {LONG}, *, b: int | Omit = 1) -> None:")
    assert layout(line, 4).splitlines()[1:5] == [
        "        self,",
        f"        a: {LONG},",
        "        *,",
        "        b: int | Omit = 1,",
    ]
    line = trusted(f"def f(self, a: {'A' * 46}, b: int = 1) -> dict[str, int]:")
    assert layout(line, 4).splitlines()[1] == f"        self, a: {'A' * 46}, b: int = 1"


NAMES = st.from_regex(r"[a-z]{1,30}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name)
)
CLASSES = st.integers(1, 70).map(lambda size: "X" * size)
TEXTS = st.text("ab ,|=()[]{}'\"\\", max_size=40).map(lambda t: str(literal(t)))
ATOMS = st.one_of(NAMES, CLASSES, TEXTS)


def joined(items: st.SearchStrategy[str], most: int = 5) -> st.SearchStrategy[str]:
    return st.lists(items, min_size=1, max_size=most).map(", ".join)


def pairs(
    left: st.SearchStrategy[str], mark: str, right: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    return st.tuples(left, right).map(mark.join)


def union(members: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(members, min_size=1, max_size=4).map(" | ".join)


TYPES = st.recursive(
    CLASSES,
    lambda inner: union(
        st.one_of(
            CLASSES,
            union(inner).map(lambda item: f"list[{item}]"),
            union(inner).map(lambda item: f"dict[str, {item}]"),
        )
    ),
    max_leaves=6,
)
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        pairs(NAMES, "(", joined(inner)).map(lambda item: f"{item})"),
        pairs(NAMES, "(", joined(pairs(NAMES, "=", inner))).map(
            lambda item: f"{item})"
        ),
        joined(inner).map(lambda items: f"[{items}]"),
        joined(pairs(TEXTS, ": ", inner)).map(lambda items: f"{{{items}}}"),
    ),
    max_leaves=12,
)
PARAMETERS = st.one_of(
    pairs(NAMES, ": ", TYPES),
    pairs(pairs(NAMES, ": ", TYPES), " = ", st.sampled_from(["None", "omit", "1"])),
)
STATEMENTS = st.one_of(
    pairs(NAMES, ": ", TYPES),
    TYPES.map(lambda item: f"Name: TypeAlias = {item}"),
    pairs(CLASSES, ": TypeAlias = ", joined(TEXTS, 9).map(lambda t: f"Literal[{t}]")),
    pairs(pairs(NAMES, ": ", TYPES), " = ", st.sampled_from(["None", "1"])),
    pairs(NAMES, ": Annotated[", pairs(TYPES, ", Field(alias=", TEXTS)).map(
        lambda item: f"{item})] = None"
    ),
    pairs(NAMES, ": Operation[", pairs(TYPES, "] = Operation(", joined(VALUES))).map(
        lambda item: f"{item})"
    ),
    pairs(CLASSES, "(", joined(VALUES)).map(lambda item: f"return {item})"),
    joined(VALUES).map(lambda items: f"return await self._client.request({items})"),
    pairs(NAMES, " = ", VALUES),
    pairs(NAMES, "(self, ", pairs(joined(PARAMETERS), ") -> ", TYPES)).map(
        lambda item: f"async def {item}:"
    ),
    pairs(
        NAMES, "(self, ", pairs(joined(PARAMETERS), ") -> Page[", joined(TYPES, 2))
    ).map(lambda item: f"def {item}]:"),
    pairs(joined(VALUES, 3), ", lambda client: client.x(", joined(VALUES, 3)).map(
        lambda item: f"({item})),"
    ),
    pairs(CLASSES, "(", CLASSES).map(lambda item: f"class {item}):"),
)


@settings(max_examples=120, deadline=None)
@given(STATEMENTS, st.sampled_from([0, 4, 8]))
def test_any_long_line_is_broken_as_by_black(line: str, indent: int) -> None:
    if indent + len(line) > 88:
        lines = layout(trusted(line), indent).split(f"\n{' ' * indent}")
        assert lines == [*format_statement(line, indent)]


@given(st.tuples(NAMES, VALUES), st.sampled_from([0, 4, 8]))
def test_layout_does_not_change_an_expression(
    line: tuple[str, str], indent: int
) -> None:
    name, value = line
    source = within(trusted(f"{name} = {value}"), indent)
    flat = f"{HEADS[indent]}{name} = {value}\n"
    assert ast.dump(ast.parse(source)) == ast.dump(ast.parse(flat))
