"""The parts of the harness that need neither Node.js nor clients."""

from __future__ import annotations

import ast
import asyncio
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydantic
import pytest

from tests.suites.spector import install
from tests.suites.spector.__main__ import (
    drop_undocumented,
    read_known_failures,
    read_undocumented,
    report_mode,
    report_types,
)
from tests.suites.spector.blocking import Blocking
from tests.suites.spector.clients import package_name
from tests.suites.spector.run import Results
from tests.suites.spector.scenario import WrongValueError, fails, like, same
from tests.suites.spector.typing_check import TypeProblem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CALLS = Path(__file__).parent / "calls"


class Pet(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow")

    name: str
    age: float | None = None


class StatusError(Exception):
    def __init__(self, status_code: int, body: object) -> None:
        super().__init__()
        self.status_code = status_code
        self.body = body


def scenarios_with_calls() -> list[str]:
    """Return the names in all tables of the call files."""
    return [
        key.value
        for path in CALLS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant)
        and isinstance(key.value, str)
        and isinstance(value, ast.Lambda | ast.Name)
    ]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1, 1),
        ([1, None], [1, None]),
        ({"a": b"x"}, {"a": b"x"}),
        (Pet(name="dog"), like(Pet, name="dog")),
        ([Pet(name="dog", age=2.5)], [like(Pet, name="dog", age=2.5)]),
        (Pet.model_validate({"name": "dog", "x": [1]}), like(Pet, name="dog", x=[1])),
    ],
)
def test_same_accepts_equal_values(actual: object, expected: object) -> None:
    same(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1.0, 1),
        (True, 1),
        ("1", 1),
        ([1], [1, 2]),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": 1, "b": 2}, {"a": 1}),
        ({"a": [1.0]}, {"a": [1]}),
        ({"name": "dog"}, like(Pet, name="dog")),
        (Pet(name="dog"), {"name": "dog"}),
        (Pet(name="dog", age=2), like(Pet, name="dog", age=2)),
        (Pet(name="dog", age=None), like(Pet, name="dog")),
        (Pet(name="dog"), like(Pet, name="dog", age=None)),
    ],
)
def test_same_rejects_other_values_and_types(actual: object, expected: object) -> None:
    with pytest.raises(WrongValueError):
        same(actual, expected)


def test_fails_checks_status_and_body() -> None:
    def call() -> None:
        raise StatusError(403, {"error": "x"})

    fails(403, {"error": "x"}, call)
    with pytest.raises(StatusError):
        fails(400, {"error": "x"}, call)
    with pytest.raises(WrongValueError):
        fails(403, {"error": "y"}, call)
    with pytest.raises(WrongValueError):
        fails(403, None, lambda: None)


class AsyncPage:
    async def __aiter__(self) -> AsyncIterator[int]:
        yield 1
        yield 2


class AsyncResource:
    @property
    def inner(self) -> AsyncResource:
        return AsyncResource()

    async def retrieve(self, value: int) -> int:
        await asyncio.sleep(0)
        return value

    async def list(self) -> AsyncPage:
        return AsyncPage()


def test_blocking_runs_coroutines_and_iterates() -> None:
    loop = asyncio.new_event_loop()
    try:
        client: Any = Blocking(AsyncResource(), loop)
        assert client.inner.retrieve(3) == 3
        assert list(client.inner.list()) == [1, 2]
    finally:
        loop.close()


def test_missing_node_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "_on_path", lambda: None)
    monkeypatch.setattr(install, "_in_environment", lambda: None)
    with pytest.raises(install.SuiteUnavailableError, match=r"requires Node\.js"):
        install.find_node()


def test_packages_are_named_after_specification_and_version(tmp_path: Path) -> None:
    name = package_name(tmp_path / "a/b-c/openapi.yaml", tmp_path)
    assert name == "a_b_c"
    name = package_name(tmp_path / "renamedFrom/openapi.v1.0.yaml", tmp_path)
    assert name == "renamed_from_v1_0"


@pytest.mark.parametrize(
    ("reasons", "is_expected"),
    [
        ({"A": "", "B": "wrong"}, True),
        ({"A": "wrong", "B": "wrong"}, False),
        ({"A": "", "B": ""}, False),
        ({"A": ""}, True),
    ],
)
def test_only_known_failures_are_expected(
    reasons: dict[str, str], is_expected: bool
) -> None:
    assert report_mode("sync", Results(reasons), {"B"}) is is_expected


def test_type_errors_must_be_known() -> None:
    known = [TypeProblem(name, "") for name in read_known_failures(types_only=True)]
    assert report_types([*known, TypeProblem("B", "")], {"B"})
    assert not report_types([*known, TypeProblem("A", "")], {"B"})


def test_scenarios_without_document_do_not_count() -> None:
    results = Results({"Routes_fixed": "the call is missing", "Type_x": ""})
    assert drop_undocumented(results) == 1
    assert results.reasons == {"Type_x": ""}


def test_each_scenario_is_in_one_place() -> None:
    counts = Counter(scenarios_with_calls())
    assert len(counts) > 600
    assert [name for name, count in counts.items() if count > 1] == []
    patterns = [group["scenarios"] for group in read_undocumented()]
    assert not [
        name
        for name in counts
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    ]


def test_known_failures_without_calls_are_xml() -> None:
    known = read_known_failures(types_only=False)
    without_call = known - set(scenarios_with_calls())
    assert {name for name in without_call if not name.startswith("Payload_Xml_")} == (
        set()
    )
    assert read_known_failures(types_only=True) <= set(scenarios_with_calls())
