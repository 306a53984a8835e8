"""Names of packages and modules."""

from __future__ import annotations

import pytest
from sdksmith.text.file_names import (
    MAX_MODULE,
    assign_modules,
    free_module,
    is_device,
    is_portable,
    package_name,
)


@pytest.mark.parametrize(
    "name", ["con", "NUL", "com1.txt", "LPT\xb2", "aux .py", "prn"]
)
def test_devices_of_windows_are_not_portable(name: str) -> None:
    assert is_device(name)
    assert not is_portable(name)


@pytest.mark.parametrize(
    "name", ["", ".", "a.", "a b", "a:b", "\u540d", "a\n", "a" * 256]
)
def test_other_names_that_are_not_portable(name: str) -> None:
    assert not is_portable(name)


@pytest.mark.parametrize("name", ["a.py", "__init__.py", ".gitignore", "constant", "_"])
def test_portable_names(name: str) -> None:
    assert is_portable(name)


def test_modules_differ_in_more_than_case() -> None:
    wanted = {"a": ["Sales", "sales_1"], "b": ["sales", "sales_2"]}
    assert assign_modules(wanted) == {"a": "sales_1", "b": "sales_2"}


def test_modules_are_not_keywords_or_devices() -> None:
    wanted = {"a": ["class"], "b": ["con", "con_types"], "c": [""]}
    assert assign_modules(wanted) == {"a": "class_", "b": "con_types", "c": "types"}


def test_long_modules_are_abridged_and_unique() -> None:
    wanted = {str(end): [f"{'word_' * 50}{end}"] for end in ("a", "b")}
    wanted |= {str(end): [f"{'x' * 200}{end}"] for end in ("c", "d")}
    modules = assign_modules(wanted)
    assert modules["a"].endswith("_a")
    assert len(set(modules.values())) == len(wanted)
    assert max(map(len, modules.values())) <= MAX_MODULE + len("_abcdef")


def test_free_modules_differ_from_those_in_use() -> None:
    assert free_module("client", {"a"}) == "client"
    assert free_module("client", {"client", "client_"}) == "client__"


def test_packages_start_with_a_letter() -> None:
    assert package_name(("2", "checkout"), "client") == "api_2_checkout"
    assert package_name((), "client") == "client"
