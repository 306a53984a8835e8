"""Work grows with the size of a text or document, not with its square.

The quick tests have a bound for one size, which quadratic code misses by far. The nightly
tests double the size until a run takes long enough to be measured, and compare two doublings.
"""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from sdksmith.config.plan_settings import make_plan_settings
from sdksmith.config.settings import LimitSettings, Settings
from sdksmith.config.validation import Validation
from sdksmith.plan import build_package
from sdksmith.plan.docs.summaries import split_first_sentence
from sdksmith.reading import read_api
from sdksmith.report.diagnostics import DocumentError
from sdksmith.report.observer import Observer
from sdksmith.text.damage import repair_text
from sdksmith.text.htmltext import html_to_markdown
from sdksmith.text.inline import markdown_inline, plain_inline
from sdksmith.text.markdown import plain_text, safe_markdown
from sdksmith.text.pysource import comment, docstring, literal
from sdksmith.text.words import spell_words, split_words

from .limits import depth, numbers, references, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FUNCTIONS: Final[tuple[Callable[[str], object], ...]] = (
    *(plain_text, safe_markdown, html_to_markdown, plain_inline, markdown_inline),
    *(docstring, comment, literal, repair_text, split_first_sentence),
    *(split_words.__wrapped__, spell_words.__wrapped__),
)

HOSTILE: Final = (
    *("`", "`` ` ", "[", "![", "[a](b ", "[a](b(", "*", "**a ", "_", "__a ", "~~a "),
    *("~~ ", "&", "&#1", "<", "<a ", "<!--", "<ul><li>", "<pre>", "</", "<note>", " "),
    *(
        "\n",
        "\\",
        "\\n ",
        "# ",
        "- a\n",
        " - a: ",
        "|",
        "-|",
        "```\n",
        "> ",
        "[a]: b\n",
    ),
    *("a ???s ", "e.If ", "\xc3\xa9", '"""', "a", "aB", "k8s ", "\u4e2d"),
)
OPENINGS: Final = ("", "[a](", "<a ", "`a ")
"""Beginnings of a text after which a repeated part has another meaning."""

QUICK_LENGTH: Final = 8_000
QUICK_SECONDS: Final = 1.0
"""CPU time. Linear functions take at most 0.1 s, and quadratic ones took several seconds."""

POINT_SECONDS: Final = 0.2
MOST_GROWTH: Final = 2.5


def cpu_of(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def hostile_text(opening: str, part: str, length: int) -> str:
    return opening + (part * (length // len(part) + 1))[:length]


def name_of(function: Callable[[str], object]) -> str:
    return getattr(function, "__name__", "")


@pytest.mark.parametrize("function", FUNCTIONS, ids=name_of)
@pytest.mark.parametrize("opening", OPENINGS)
def test_hostile_texts_take_little_time(
    function: Callable[[str], object], opening: str
) -> None:
    for part in HOSTILE:
        start = time.process_time()
        function(hostile_text(opening, part, QUICK_LENGTH))
        assert time.process_time() - start < QUICK_SECONDS, part


@pytest.mark.nightly
@pytest.mark.parametrize("function", FUNCTIONS, ids=name_of)
@pytest.mark.parametrize("part", HOSTILE)
def test_time_of_a_text_grows_with_its_length(
    function: Callable[[str], object], part: str
) -> None:
    def best(length: int) -> float:
        text = hostile_text("", part, length)
        return min(cpu_of(lambda: function(text)) for _ in range(3))

    length = 10_000
    while best(length) < POINT_SECONDS and length < 5_000_000:
        length *= 2
    points = [best(length * factor) for factor in (1, 2, 4)]
    for before, after in pairwise(points):
        assert after <= MOST_GROWTH * max(before, POINT_SECONDS)


def plan(data: bytes, folder: Path, nodes: int | None = None) -> None:
    path = folder / "document.json"
    path.write_bytes(data)
    limits = LimitSettings(nodes=nodes)
    settings = Settings(validate=Validation.OFF, limits=limits)
    read = read_api(str(path), settings, Observer())
    build_package(read.api, make_plan_settings(read.api, settings), budget=read.budget)


PLANNED: Final = (
    *((references.doubled_samples, 20_000), (references.reference_chain, 100_000)),
    *((references.component_chains, 200_000), (references.nested_pointers, 100_000)),
    *((references.all_of_cycle, 30_000), (references.required_cycle, 100_000)),
    *((references.all_of_diamond, 20_000), (references.any_of_inline, 60_000)),
    *((texts.operation_id, 100_000), (texts.path_segments, 100_000)),
    *((texts.microsoft_enum, 300_000), (texts.patterns_that_backtrack, 30_000)),
    *((texts.pattern, 200_000), (numbers.path_parameters, 100_000)),
    *((texts.server_url, 100_000), (texts.integers, 80_000)),
    (numbers.media_types, 120_000),
    *((depth.nested_properties, 180), (depth.nested_default, 180)),
)
"""Documents that took minutes, or ended in a RecursionError, before the work was bounded."""


@pytest.mark.parametrize(
    ("build", "size"), PLANNED, ids=[build.__name__ for build, _ in PLANNED]
)
def test_hostile_documents_are_planned_in_little_time(
    build: Callable[[int], bytes], size: int, tmp_path: Path
) -> None:
    data = build(size)
    assert cpu_of(lambda: plan(data, tmp_path)) < 6


@pytest.mark.parametrize(
    "build", [references.all_of_chain, references.chain_of_families]
)
def test_documents_that_expand_too_far_are_rejected_with_the_place(
    build: Callable[[int], bytes], tmp_path: Path
) -> None:
    with pytest.raises(DocumentError) as raised:
        plan(build(20_000), tmp_path, nodes=1000)
    diagnostic = raised.value.diagnostic
    assert diagnostic.code == "GE005"
    assert diagnostic.location.pointer.startswith("/components/schemas/S")


def test_media_types_repeated_in_each_method_are_rejected_with_the_place(
    tmp_path: Path,
) -> None:
    data = numbers.media_types_of_alternatives(20_000)
    with pytest.raises(DocumentError) as raised:
        plan(data, tmp_path, nodes=5_000)
    diagnostic = raised.value.diagnostic
    assert diagnostic.code == "GE005"
    assert diagnostic.location.pointer == "/paths/~1items/post"
