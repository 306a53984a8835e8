"""Files come out as black writes them, whoever formats them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import black
import pytest
from sdksmith.output.format import FormatError, format_files, share

from .files import rendered

if TYPE_CHECKING:
    from sdksmith.render.rendered import RenderedFile

UGLY = "x = {  'a':1 }\n" * 300


def files() -> list[RenderedFile]:
    many = rendered({f"{i}.py": f"y{i} = 'b'\n{UGLY}" for i in range(5)})
    other = rendered({"README.md": UGLY, "pyproject.toml": UGLY})
    return [*many, *other, *rendered({"final.py": UGLY}, is_final=True)]


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_python_is_formatted_and_nothing_else(processes: int) -> None:
    given = files()
    found = format_files(given, processes)
    assert [file.path for file in found] == [file.path for file in given]
    for before, after in zip(given, found, strict=True):
        if before.path[0].isdigit():
            assert after.text == black.format_str(before.text, mode=black.Mode())
        else:
            assert after == before


@pytest.mark.parametrize("processes", [1, 2])
def test_what_black_refuses_names_the_template(processes: int) -> None:
    bad = rendered({"good.py": UGLY * 2, "bad.py": f"{UGLY}x = \n"})
    with pytest.raises(
        FormatError, match=r"bad\.py, made from some\.template: .*cannot"
    ):
        format_files(bad, processes)


def test_nothing_to_format_is_nothing() -> None:
    assert format_files([], 2) == ()


def test_lines_are_shared_alike_and_every_text_once() -> None:
    texts = ["\n" * size for size in (100, 2000, 900, 1, 0, 1000)]
    shares = share(texts, 2)
    assert sorted(index for indexes in shares for index in indexes) == list(range(6))
    loads = [sum(texts[i].count("\n") for i in indexes) for indexes in shares]
    assert abs(loads[0] - loads[1]) <= 100
    assert share(["\n"] * 3, 8) == [[0, 1, 2]]
    assert share([], 8) == [[]]
