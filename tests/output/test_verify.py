"""Verification of files before they are written."""

from __future__ import annotations

import ast
import re

import pytest
from sdksmith.output.verify import VerifyError, verify_files

from tests.output.files import rendered

GOOD = '''"""Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypedDict

import pytest

from ._runtime import BaseModel, Operation, lazy_exports

if TYPE_CHECKING:
    from .models.pet import Pet
else:
    __getattr__, __dir__, __all__ = lazy_exports(__name__, {".models.pet": "Pet"})

_LIST: Operation[Pet | None] = Operation("GET", "/x", returns={"200": "Pet"})
Keys = TypedDict("Keys", {"a-b": int})


class Pet(BaseModel):
    """Doc."""

    size: Annotated[int | None, Field(alias="Size")] = -1
    """Doc."""

    @cached_property
    def inner(self) -> Inner:
        """Doc."""
        return Inner(self)

    def call(self, *, size: int = 1, more: str | Omit = omit) -> None:
        """Doc."""
        print("whatever the template says")


CALLS = [("GET", lambda client: client.call())]


@pytest.mark.parametrize(("method", "call"), CALLS)
def test_call(method: str) -> None:
    assert method
'''


def verify(text: str, path: str = "a.py") -> None:
    verify_files(rendered({path: text}))


def test_output_of_templates_is_accepted() -> None:
    verify(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        "import os\nos.system('x')\n",
        "print('x')\n",
        "x = print('x')\n",
        "x = [print('x')]\n",
        "x: print('x') = 1\n",
        "x = [y for y in ()]\n",
        "x = f'{print(1)}'\n",
        "if True:\n    pass\n",
        "for x in ():\n    pass\n",
        "try:\n    pass\nfinally:\n    pass\n",
        "class A:\n    print('x')\n",
        "class A(print('x')):\n    pass\n",
        "class A:\n    x = print('x')\n",
        "def f(x=print('x')):\n    pass\n",
        "def f(*, x=print('x')):\n    pass\n",
        "@print\ndef f():\n    pass\n",
        "@print('x')\nclass A:\n    pass\n",
        "class A(metaclass=print):\n    pass\n",
        "class A(metaclass=print('x')):\n    x: int\n",
        "@print('x')\nclass A:\n    x: int\n",
        "class A:\n    x: int = print('x')\n",
        "class A:\n    x: print('x')\n",
        "class A:\n    x: int = 1 + 1\n",
        "class A:\n    x: int = +1\n",
        "class A:\n    x: int = y if z else 1\n",
        "class A:\n    x: int = {**print('x')}\n",
        "class A:\n    x: int = {print('x'): 1}\n",
        "class A:\n    x: int = z.Field()\n",
        "@pytest.mark.parametrize('x', print('x'))\ndef f():\n    pass\n",
        "x = Operation(print('x'))\n",
        "x = Operation(a=print('x'))\n",
        "x = __import__('os').system('x')\n",
        "assert print('x')\n",
        "del x\n",
        "1 / 0\n",
        "not python\n",
        '"""open\n',
        "x = '\x00'\n",
    ],
)
def test_invalid_source_is_rejected(text: str) -> None:
    with pytest.raises(VerifyError, match=r"a\.py, rendered from some\.template"):
        verify(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def f(a: int, a: int) -> None: ...", "duplicate argument 'a'"),
        ("def f(a: int, *, a: int) -> None: ...", "duplicate argument 'a'"),
        ("X = Operation(path=1, path=2)", "keyword argument repeated: path"),
        ("X: A = Operation(path=1, path=2)", "keyword argument repeated: path"),
        ("class A:\n    x: B = Field(a=1, a=2)", "keyword argument repeated: a"),
        ("X: A = Field(__debug__=1)", "cannot assign to __debug__"),
        ("__debug__: A = 1", "cannot assign to __debug__"),
        ("class A:\n    __debug__: B", "cannot assign to __debug__"),
        ("X: A = 1\nfrom __future__ import annotations", "at the beginning"),
        ("X: A = [lambda x, x: x]", "duplicate argument 'x'"),
        ("class A:\n    def f(self) -> int:\n        break", "'break' outside loop"),
        ("from __future__ import nothing", "future feature nothing is not defined"),
        ("X = [lambda client, client: client]", "duplicate argument 'client'"),
    ],
)
def test_modules_that_only_the_compiler_refuses(text: str, reason: str) -> None:
    ast.parse(text)  # the parser accepts it
    with pytest.raises(VerifyError, match=re.escape(reason)):
        verify(text)


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.toml", "x = "), ("a.json", "{"), ("a.toml", "x = 1\nx = 2\n")],
)
def test_invalid_data_files_are_rejected(path: str, text: str) -> None:
    with pytest.raises(VerifyError, match=path):
        verify(text, path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a.py",
        "../a.py",
        "a/../b.py",
        "a//b.py",
        "a/./b.py",
        "a\\b.py",
        "c:/a.py",
        "con.py",
        "src/AUX/a.py",
        "src/nul.tar.gz",
        "lpt1.py",
        "a.",
        "a b.py",
        "a\n.py",
        "~/a.py",
        "x" * 256,
        "\u0101" * 130,
        "\u540d.py",
        "com\xb9.py",
        f"{'a' * 100}/{'b' * 100}",
    ],
)
def test_non_portable_paths_are_rejected(path: str) -> None:
    with pytest.raises(VerifyError):
        verify_files(rendered({path: ""}, is_final=True))


@pytest.mark.parametrize(
    "paths",
    [
        ["README.md", "readme.md"],
        ["src/a.py", "SRC/b.py"],
        ["src", "src/a.py"],
        ["src/a.py", "src"],
        ["Stra\u00dfe.py", "strasse.py"],
    ],
)
def test_equal_paths_are_rejected(paths: list[str]) -> None:
    with pytest.raises(VerifyError):
        verify_files(rendered(dict.fromkeys(paths, ""), is_final=True))
    with pytest.raises(VerifyError):
        verify_files([*rendered({"a": ""}), *rendered({"a": ""})])


def test_portable_paths_are_accepted() -> None:
    paths = [
        "src/a/__init__.py",
        "src/a/_runtime/b.py",
        "py.typed",
        ".sdksmith.json",
    ]
    verify_files(rendered(dict.fromkeys(paths, "{}"), is_final=True))
